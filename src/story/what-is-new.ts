import type { ArticleTraits, FactTrait } from './story-article.ts'
import type { NewFact } from './story-index.ts'

const MOST_NEW = 6
/** So much of the shorter of two utterances in both makes them one: cut, continued or put in other words. */
const SAME_UTTERANCE = 0.5
/** So much of an utterance in one earlier article: it told the same. */
const TOLD_BEFORE = 0.75

/**
 * Facts of an article that none of the story's earlier ones had. Rather none than one that was told in other words: the same
 * facts rewritten give none.
 */
export function whatIsNew(article: ArticleTraits, earlier: readonly ArticleTraits[]): readonly NewFact[] {
  const told = earlier.map((each) => ({ words: new Set([...each.words, ...each.names]), facts: each.facts }))
  const allWords = new Set(told.flatMap(({ words }) => [...words]))
  const numbers = new Set(told.flatMap(({ facts }) => facts.filter(isNumber).map(({ keys }) => keys[0])))
  const isNew = (fact: FactTrait): boolean => {
    if (fact.kind === 'number') return !numbers.has(fact.keys[0])
    if (fact.kind === 'statement') return !told.some((each) => isTold(fact, each))
    if (fact.kind === 'actor') return !allWords.has(fact.keys.at(-1) ?? 0)
    return !fact.keys.some((key) => allWords.has(key))
  }
  return article.facts
    .filter(isNew)
    .slice(0, MOST_NEW)
    .map(({ kind, words, start, end }) => ({ kind, words, start, end }))
}

function isNumber({ kind }: FactTrait): boolean {
  return kind === 'number'
}

function isTold(
  { keys }: FactTrait,
  before: { readonly words: ReadonlySet<number>; readonly facts: readonly FactTrait[] },
): boolean {
  if (shareIn(keys, before.words) >= TOLD_BEFORE) return true
  return before.facts.some((fact) => {
    if (fact.kind !== 'statement') return false
    const [shorter, longer] = fact.keys.length < keys.length ? [fact.keys, keys] : [keys, fact.keys]
    return shareIn(shorter, new Set(longer)) >= SAME_UTTERANCE
  })
}

function shareIn(keys: readonly number[], words: ReadonlySet<number>): number {
  return keys.filter((key) => words.has(key)).length / Math.max(1, keys.length)
}
