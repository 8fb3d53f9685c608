import type { Furniture } from '../article/reading.ts'
import type { CompiledTopics } from './compile-topics.ts'
import type { Evidence } from './match.ts'
import { matchTopics } from './match-topics.ts'
import type { MatchedText } from './matched-text.ts'

/** A block of a page that is no part of its article, and the words in it by which a topic would have matched. */
export interface TemptingFurniture {
  readonly text: string
  /** Why it is no part of the article. */
  readonly why: string
  readonly evidence: readonly Evidence[]
}

/** Stands between the article and a block taken back into it. */
const SEAM = '\n\n'

/**
 * The blocks with which a text would match a topic that it does not match: each taken back into the article alone.
 * Evidence has its offsets in the block.
 */
export function findTemptingFurniture(
  compiled: CompiledTopics,
  topicId: string,
  page: { readonly text: MatchedText; readonly furniture: readonly Furniture[] },
): readonly TemptingFurniture[] {
  const { blocks: _blocks, passages: _passages, ...text } = page.text
  const seamEnd = text.body.length + SEAM.length
  return page.furniture.flatMap(({ text: block, why }) => {
    const matches = matchTopics(compiled, { ...text, body: `${text.body}${SEAM}${block}` })
    const evidence = matches
      .filter((match) => match.topicId === topicId)
      .flatMap((match) => match.evidence)
      .filter(({ field, start }) => field === 'body' && start >= seamEnd)
      .map((each) => ({ ...each, start: each.start - seamEnd, end: each.end - seamEnd }))
    return evidence.length === 0 ? [] : [{ text: block, why, evidence }]
  })
}
