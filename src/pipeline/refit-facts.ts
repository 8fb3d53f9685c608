import type { Article } from '../article/article.ts'
import type { NewFact } from '../story/story-index.ts'

/** Where facts stand in another reading of their article; those that are no longer in it are left out. */
export function refitFacts(facts: readonly NewFact[], { reading }: Article): readonly NewFact[] {
  if (reading === undefined) return []
  const { text, passages } = reading
  return facts.flatMap((fact) => {
    const passage = passages.find(({ start, end }) => text.slice(start, end).includes(fact.words))
    return passage === undefined ? [] : [{ ...fact, start: passage.start, end: passage.end }]
  })
}
