import type { CompiledTopics, PhraseNode, PhraseUse } from './compile-topics.ts'
import type { Evidence, Match, MatchField } from './match.ts'
import { edgeOf, joinWords } from './spell-phrase.ts'
import { splitWords, type Word } from './split-words.ts'
import type { Topic } from './topic.ts'

export { type CompiledTopics, compileTopics } from './compile-topics.ts'

export interface MatchedText {
  readonly title: string
  readonly body: string
  readonly source: Match['source']
}

interface Place {
  readonly field: MatchField
  readonly start: number
  readonly end: number
}

/** Places of each phrase, by topic. */
type Findings = Map<number, Map<PhraseUse, Place[]>>

const PLACES_PER_PHRASE = 3
const PLACES_PER_TOPIC = 24

/** Which topics a text matches, in their order, and by which words. Reads each field once. */
export function matchTopics(compiled: CompiledTopics, text: MatchedText): readonly Match[] {
  const findings: Findings = new Map()
  findPhrases(compiled, { field: 'title', text: text.title }, findings)
  findPhrases(compiled, { field: 'body', text: text.body }, findings)
  const topicIndexes = [...findings.keys()].toSorted((left, right) => left - right)
  return topicIndexes.flatMap((index) => {
    const topic = compiled.topics[index]
    const found = findings.get(index)
    if (topic === undefined || found === undefined || !isSatisfied(topic, [...found.keys()])) return []
    return [{ topicId: topic.id, evidence: collectEvidence(found, text), source: text.source }]
  })
}

function isSatisfied(topic: Topic, found: readonly PhraseUse[]): boolean {
  if (found.some(({ clause }) => clause === 'none')) return false
  const foundAllCount = found.filter(({ clause }) => clause === 'all').length
  if (foundAllCount < new Set(topic.all).size) return false
  return topic.any.length === 0 || found.some(({ clause }) => clause === 'any')
}

/**
 * The first place of every `all`, then the first, second and third places of the rest while there is room; title
 * first, then in order of place.
 */
function collectEvidence(found: ReadonlyMap<PhraseUse, readonly Place[]>, text: MatchedText): readonly Evidence[] {
  const evidence = [...found].flatMap(([{ clause, phrase }, places]) =>
    clause === 'none'
      ? []
      : places.map((place, index) => {
          const words = text[place.field].slice(place.start, place.end)
          return { rank: index + (clause === 'all' ? 0 : 1), of: { clause, phrase, ...place, words } }
        }),
  )
  const provenCount = evidence.filter(({ rank }) => rank === 0).length
  return evidence
    .toSorted((left, right) => left.rank - right.rank || byPlace(left.of, right.of))
    .slice(0, Math.max(PLACES_PER_TOPIC, provenCount + 1))
    .map(({ of }) => of)
    .toSorted(byPlace)
}

function byPlace(left: Evidence, right: Evidence): number {
  if (left.field !== right.field) return left.field === 'title' ? -1 : 1
  return left.start - right.start || left.end - right.end
}

function findPhrases(
  { root, vocabulary }: CompiledTopics,
  { field, text }: { readonly field: MatchField; readonly text: string },
  findings: Findings,
): void {
  const words = splitWords(text)
  const steps = words.map((word, index) => stepFrom(word, words[index + 1], vocabulary))
  for (const [index, { word }] of steps.entries()) {
    follow(root, { steps, from: index, index }, (use, end) => {
      record(findings, use, { field, start: word.start, end })
    })
  }
}

interface Step {
  readonly word: Word
  /** The word that this one and the next make together, when any phrase holds it. */
  readonly joined?: string
}

function stepFrom(word: Word, next: Word | undefined, vocabulary: ReadonlySet<string>): Step {
  const joined = next === undefined ? undefined : joinWords(word, next)
  return joined !== undefined && vocabulary.has(joined) ? { word, joined } : { word }
}

interface Walk {
  readonly steps: readonly Step[]
  /** The word the phrase starts with. */
  readonly from: number
  readonly index: number
}

/** Goes down the tree along the text; no deeper than the longest phrase. */
function follow(node: PhraseNode, walk: Walk, onFound: (use: PhraseUse, end: number) => void): void {
  const { steps, from, index } = walk
  const end = steps[index - 1]?.word.end ?? 0
  for (const use of node.uses) onFound(use, end)
  const step = steps[index]
  if (step === undefined) return
  const next = node.next.get(edgeOf(step.word, index - from))
  if (next !== undefined) follow(next, { steps, from, index: index + 1 }, onFound)
  if (step.joined === undefined) return
  const joined = node.next.get(edgeOf({ ...step.word, form: step.joined }, index - from))
  if (joined !== undefined) follow(joined, { steps, from, index: index + 2 }, onFound)
}

function record(findings: Findings, use: PhraseUse, place: Place): void {
  const ofTopic = findings.get(use.topicIndex) ?? new Map<PhraseUse, Place[]>()
  findings.set(use.topicIndex, ofTopic)
  const places = ofTopic.get(use) ?? []
  ofTopic.set(use, places)
  const last = places.at(-1)
  const isNew = last?.field !== place.field || last.start !== place.start
  if (isNew && places.length < PLACES_PER_PHRASE) places.push(place)
}
