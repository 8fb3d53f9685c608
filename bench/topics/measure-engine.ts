import { collectEvidence } from '../../src/topic/collect-evidence.ts'
import { openJudge } from '../../src/topic/judge-topic.ts'
import { layOutText } from '../../src/topic/lay-out-text.ts'
import { compileTopics, matchTopics } from '../../src/topic/match-topics.ts'
import { inventArticles } from './invent-articles.ts'
import { inventTopics } from './invent-topics.ts'
import { inventWords } from './invent-words.ts'

/** What a number of topics costs, as JSON on the standard output. A process of its own, so that its memory is its own. */
export interface EngineFigures {
  readonly topicCount: number
  readonly compileMs: number
  /** What the compiled topics keep, after texts of one language, topics themselves not counted. */
  readonly memoryMb: number
  readonly articlesPerSecond: number
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
for (const article of articles) matchTopics(compiled, article)

// The first passes are slower: the runtime compiles what is hot.
const passes: number[] = []
let matchCount = 0
for (const end = cpuMs() + seconds * 1_000; cpuMs() < end || passes.length < 3; ) {
  const start = cpuMs()
  matchCount = 0
  for (const article of articles) matchCount += matchTopics(compiled, article).length
  passes.push(cpuMs() - start)
}
const matchMs = median(passes.slice(passes.length >> 1))
const memoryMb = (usedBytes() - before) / 1e6
const figures: EngineFigures = {
  topicCount,
  compileMs,
  memoryMb,
  articlesPerSecond: (KINDS / matchMs) * 1_000,
  matchesPerArticle: matchCount / KINDS,
  explanationUs: measureExplanation(),
}
process.stdout.write(`${JSON.stringify(figures)}\n`)

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
