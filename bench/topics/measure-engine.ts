import { collectEvidence } from '../../src/topic/collect-evidence.ts'
import { openJudge } from '../../src/topic/judge-topic.ts'
import { layOutText } from '../../src/topic/lay-out-text.ts'
import { compileTopics, matchingTopics, matchTopics } from '../../src/topic/match-topics.ts'
import { inventArticles } from './invent-articles.ts'
import { inventTopics } from './invent-topics.ts'
import { inventWords } from './invent-words.ts'

/** What a number of topics costs, as JSON on the standard output. A process of its own, so that its memory is its own. */
export interface EngineFigures {
  readonly topicCount: number
  readonly compileMs: number
  /** What the compiled topics keep, after texts of one language, topics themselves not counted. */
  readonly memoryMb: number
  /** Which topics match, when most printed words were met before. */
  readonly articlesPerSecond: number
  /** The same with the evidence of each match. */
  readonly withEvidencePerSecond: number
  /** The first articles of a new process, whose words must be folded and stemmed. */
  readonly coldPerSecond: number
  readonly matchesPerArticle: number
  /** What the evidence of one match costs. */
  readonly explanationUs: number
}

const KINDS = 200
const topicCount = Number(process.argv[2] ?? 100)
const seconds = Number(process.argv[3] ?? 2)

const words = inventWords()
const articles = inventArticles(words, KINDS)
const topics = inventTopics(words, topicCount)
const before = usedBytes()
const compiling = cpuMs()
const compiled = compileTopics(topics, { roles: [], people: [], aliases: {} })
const compileMs = cpuMs() - compiling
const coldMs = passMs(matchingTopics)
const matchMs = steadyMs(matchingTopics)
const withEvidenceMs = steadyMs(matchTopics)
const memoryMb = (usedBytes() - before) / 1e6
const matchCount = articles.reduce((sum, article) => sum + matchingTopics(compiled, article).length, 0)
const figures: EngineFigures = {
  topicCount,
  compileMs,
  memoryMb,
  articlesPerSecond: perSecond(matchMs),
  withEvidencePerSecond: perSecond(withEvidenceMs),
  coldPerSecond: perSecond(coldMs),
  matchesPerArticle: matchCount / KINDS,
  explanationUs: measureExplanation(),
}
process.stdout.write(`${JSON.stringify(figures)}\n`)

/** The median of the later passes: in the first, the runtime compiles what is hot. */
function steadyMs(match: typeof matchingTopics | typeof matchTopics): number {
  const passes: number[] = []
  for (const end = cpuMs() + seconds * 1_000; cpuMs() < end || passes.length < 3; ) passes.push(passMs(match))
  return median(passes.slice(passes.length >> 1))
}

function passMs(match: typeof matchingTopics | typeof matchTopics): number {
  const start = cpuMs()
  for (const article of articles) match(compiled, article)
  return cpuMs() - start
}

function perSecond(ms: number): number {
  return (KINDS / ms) * 1_000
}

/** Evidence of every match, for texts that are laid out already. */
function measureExplanation(): number {
  let spentMs = 0
  let count = 0
  for (let pass = 0; pass < 5; pass++) {
    for (const article of articles) {
      const found = matchTopics(compiled, article).map(({ topicId }) => Number(topicId.slice('topic-'.length)))
      const judge = openJudge(compiled, layOutText(compiled, article))
      const start = cpuMs()
      for (const topic of found) collectEvidence(judge, topic)
      if (pass > 0) spentMs += cpuMs() - start
      if (pass > 0) count += found.length
    }
  }
  return (spentMs / Math.max(1, count)) * 1_000
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN
}

/** User and system time of this process: what else runs on the machine does not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** What typed arrays that were let go of held is given back only after a second collection. */
function usedBytes(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
