import type { CompiledTopics } from './compile-topics.ts'
import { describeMatch } from './describe-match.ts'
import { describeMiss } from './describe-miss.ts'
import { explainMiss } from './explain-miss.ts'
import { matchTopics } from './match-topics.ts'
import type { MatchedText } from './matched-text.ts'

/** One way in which the topics as edited judge an article otherwise than is stored. */
export interface MatchChange {
  readonly topicId: string
  readonly kind: 'added' | 'lost'
  /** One line: by which words it matches now, or what it lacks. */
  readonly reason: string
}

export interface Comparison {
  /** Ids of the topics that match now. */
  readonly topicIds: readonly string[]
  readonly changes: readonly MatchChange[]
}

/** Judges an article by the topics as edited and compares with the topics it is stored to match. */
export function compareMatches(compiled: CompiledTopics, text: MatchedText, storedIds: readonly string[]): Comparison {
  const matches = matchTopics(compiled, text)
  const topicIds = matches.map(({ topicId }) => topicId)
  const added = matches
    .filter(({ topicId }) => !storedIds.includes(topicId))
    .map((match): MatchChange => ({ topicId: match.topicId, kind: 'added', reason: describeMatch(match, text) }))
  const lost = storedIds
    .filter((topicId) => !topicIds.includes(topicId))
    .map((topicId): MatchChange => ({ topicId, kind: 'lost', reason: whyLost(compiled, topicId, text) }))
  return { topicIds, changes: [...added, ...lost] }
}

function whyLost(compiled: CompiledTopics, topicId: string, text: MatchedText): string {
  const miss = explainMiss(compiled, topicId, text)
  return miss === undefined ? 'no topic has this id any more' : describeMiss(miss).split('\n').join('; ')
}
