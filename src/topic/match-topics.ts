import { partsOf } from './choose-anchors.ts'
import { collectEvidence } from './collect-evidence.ts'
import type { CompiledTopics } from './compile-topics.ts'
import { isMet } from './condition.ts'
import type { Judge } from './find-spans.ts'
import { holds, isMeantFor, openJudge, scoreOf } from './judge-topic.ts'
import { layOutText } from './lay-out-text.ts'
import type { Match } from './match.ts'
import type { MatchedText } from './matched-text.ts'
import { argumentOf, clauses, firstPart, OPERATION } from './program.ts'
import type { TextReader } from './read-text.ts'

export { type CompiledTopics, compileTopics } from './compile-topics.ts'
export type { MatchedText } from './matched-text.ts'

const WATCH = 3

/** Which topics a text matches, in their order, and by which words. Reads the text once. */
export function matchTopics(compiled: CompiledTopics, text: MatchedText): readonly Match[] {
  const judge = openJudge(compiled, layOutText(compiled, text))
  return findMatching(judge).map((topicIndex) => {
    const score = scoreOfTopic(judge, topicIndex)
    return {
      topicId: compiled.topics[topicIndex]?.id ?? '',
      evidence: collectEvidence(judge, topicIndex),
      source: text.source,
      ...(score !== undefined && { score }),
    }
  })
}

/** The ids of the topics that a text matches, in their order, for those who need no evidence. */
export function matchingTopics(compiled: CompiledTopics, text: MatchedText): readonly string[] {
  const judge = openJudge(compiled, layOutText(compiled, text))
  return findMatching(judge).map((topicIndex) => compiled.topics[topicIndex]?.id ?? '')
}

function findMatching(judge: Judge): readonly number[] {
  const { anchors, judged } = judge.compiled
  const { ends, watches } = anchors
  const { reader } = judge.laid
  const { presentTerms, stamp } = reader
  const matching = anchors.always.filter((topic) => isMatch(judge, topic))
  for (let index = 0; index < presentTerms.length; index++) {
    const term = presentTerms.values[index] ?? 0
    const end = ends[term] ?? 0
    for (let watch = term === 0 ? 0 : (ends[term - 1] ?? 0); watch < end; watch++) {
      const topic = announced(watches, watch * WATCH, reader)
      if (topic < 0 || judged[topic] === stamp) continue
      judged[topic] = stamp
      if (isMatch(judge, topic)) matching.push(topic)
    }
  }
  return matching.sort((left, right) => left - right)
}

/** The topic of a watch, or -1 when something is missing that it cannot do without. */
function announced(watches: Int32Array, at: number, { present, neighbours }: TextReader): number {
  const isPossible =
    isMet(present, neighbours, watches[at + 1] ?? -1) && isMet(present, neighbours, watches[at + 2] ?? -1)
  return isPossible ? (watches[at] ?? -1) : -1
}

function isMatch(judge: Judge, topicIndex: number): boolean {
  const start = judge.compiled.starts[topicIndex]
  if (start === undefined || !holds(judge, start)) return false
  const topic = judge.compiled.topics[topicIndex]
  return topic !== undefined && isMeantFor(topic, judge.laid.text)
}

function scoreOfTopic(judge: Judge, topicIndex: number): number | undefined {
  const { program, starts, topics } = judge.compiled
  if (topics[topicIndex]?.score === undefined) return undefined
  const clause = partsOf(program, starts[topicIndex] ?? 0).find(
    (node) => program[node] === OPERATION.clause && clauses[argumentOf(program, node, 0)] === 'score',
  )
  return clause === undefined ? undefined : scoreOf(judge, firstPart(program, clause))
}
