import { spawnSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { EngineFigures } from './measure-engine.ts'
import { measureYardstick } from './yardstick.ts'

/**
 * The engine with 100, 10,000 and 100,000 topics over articles of a thousand words, beside a RegExp for each topic and
 * MiniSearch. Every part is a process of its own; articles per second are of its CPU time, so that other work on the machine
 * counts as little as it can. `--quick`: without the hundred thousand. `--backtest`: the commands over a stored archive.
 */
const isQuick = process.argv.includes('--quick')
const sizes = isQuick ? [100, 10_000] : [100, 10_000, 100_000]
/** The peers are slow: few articles, and no more topics than this. */
const PEER_TOPICS = 10_000

interface PeerFigures {
  readonly topicCount: number
  readonly regExp: number
  readonly miniSearch: number
}

process.stdout.write(
  `load before: ${loadavg()
    .map((each) => each.toFixed(1))
    .join(' ')}; a round of a bare loop: ${measureYardstick().toFixed(1)} ns\n\n`,
)
const engine = sizes.map((size): EngineFigures => measure('measure-engine', size, isQuick ? 1 : 5))
const peers = sizes
  .filter((size) => size <= PEER_TOPICS)
  .map((size): PeerFigures => measure('measure-peers', size, size === 100 ? 100 : 5))

print([
  'topics',
  'articles/s',
  'and why',
  'cold',
  'matches',
  'compile',
  'memory',
  'explanation',
  'RegExp each',
  'MiniSearch',
])
for (const figures of engine) {
  const peer = peers.find(({ topicCount }) => topicCount === figures.topicCount)
  print([
    figures.topicCount.toLocaleString('en'),
    figures.articlesPerSecond.toFixed(0),
    figures.withEvidencePerSecond.toFixed(0),
    figures.coldPerSecond.toFixed(0),
    figures.matchesPerArticle.toFixed(1),
    `${(figures.compileMs / 1_000).toFixed(2)} s`,
    `${figures.memoryMb.toFixed(0)} MB`,
    `${figures.explanationUs.toFixed(0)} µs`,
    peer === undefined ? '' : `${peer.regExp.toFixed(1)}/s`,
    peer === undefined ? '' : `${peer.miniSearch.toFixed(1)}/s`,
  ])
}
const [first] = engine
const last = engine.at(-1)
if (first !== undefined && last !== undefined) {
  const growth = first.articlesPerSecond / last.articlesPerSecond
  const exponent = Math.log(growth) / Math.log(last.topicCount / first.topicCount)
  process.stdout.write(
    `\ncost of an article grows with topics to the power of ${exponent.toFixed(2)} (1 would be linear)\n`,
  )
}

if (process.argv.includes('--backtest')) {
  const file = fileURLToPath(new URL('./backtest.ts', import.meta.url))
  spawnSync(process.execPath, [file, ...(isQuick ? ['--quick'] : [])], { stdio: 'inherit' })
}

function measure<T>(script: string, ...values: readonly number[]): T {
  const file = fileURLToPath(new URL(`./${script}.ts`, import.meta.url))
  process.stderr.write(`${script}, ${values[0]?.toLocaleString('en')} topics …\n`)
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', file, ...values.map(String)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${script}: ${stderr}`)
  return JSON.parse(stdout)
}

function print(cells: readonly string[]): void {
  process.stdout.write(`${cells.map((cell) => cell.padStart(13)).join('')}\n`)
}
