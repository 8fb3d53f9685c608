import { type Command, InvalidArgumentError } from 'commander'
import { loadConfig } from '../config/load-config.ts'
import { openStore } from '../store/open-store.ts'
import { countChanges, type TopicChanges } from '../topic/count-changes.ts'
import { EXIT } from './exit-code.ts'
import { judgeArchive } from './judge-archive.ts'
import type { JudgedArticle } from './judge-span.ts'
import { loadEnvironment } from './load-environment.ts'
import { sinceOption } from './since-option.ts'
import { print, printJson, say, styled, table } from './terminal.ts'

const DAY_MS = 24 * 60 * 60_000
const DEFAULT_SINCE_MS = 30 * DAY_MS
/** On a terminal, of one topic; --json lists all. */
const SHOWN_CHANGES = 20

interface BacktestFlags {
  readonly since?: number
  /** 0 to any: 0.2 is 20 %. */
  readonly maxChange?: number
  readonly json?: true
}

export function addTopicBacktest(topic: Command): void {
  topic
    .command('backtest')
    .description('What the topics as they are in the config now would match in the archive, against what is stored.')
    .option('--since <time>', 'how far back: 30d, 12h or a day (default: 30d)', sinceOption)
    .option('--max-change <share>', 'exit 1 when a topic gains and loses more than this share: 20%', shareOption)
    .option('--json', 'as JSON, with every change')
    .action(backtest)
}

async function backtest(flags: BacktestFlags): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  await using store = await openStore(environment.databaseUrl)
  const since = flags.since ?? Date.now() - DEFAULT_SINCE_MS
  const judged = await judgeArchive(store, config, { databaseUrl: environment.databaseUrl, since })
  const topics = countChanges(
    config.topics.map(({ id }) => id),
    judged.articles,
  )
  const over = topics.filter(({ changeShare }) => (changeShare ?? 0) > (flags.maxChange ?? Number.POSITIVE_INFINITY))
  if (over.length > 0) process.exitCode = EXIT.no
  const changed = judged.articles.filter(({ comparison }) => comparison.changes.length > 0)
  if (flags.json) return printJson(jsonOf({ articleCount: judged.articleCount, topics, changed, over }))
  print(`${judged.articleCount} articles since ${new Date(since).toISOString().slice(0, 10)}\n`)
  print(renderCounts(topics))
  for (const { topicId } of topics) tellChanges(topicId, changed)
  for (const { topicId, changeShare } of over) say(`\n${topicId} changes by ${percent(changeShare ?? 0)}: too much`)
}

function renderCounts(topics: readonly TopicChanges[]): string {
  const rows = topics.map((each) => [
    each.topicId,
    `${each.storedCount}`,
    `${each.nowCount}`,
    `+${each.addedCount}`,
    `−${each.lostCount}`,
    each.changeShare === undefined ? 'nothing stored' : percent(each.changeShare),
  ])
  return table([['topic', 'stored', 'now', 'new', 'lost', 'change'], ...rows])
}

function tellChanges(topicId: string, changed: readonly JudgedArticle[]): void {
  const lines = changed.flatMap((article) =>
    article.comparison.changes
      .filter((change) => change.topicId === topicId)
      .map(({ kind, reason }) => ({ kind, article, reason })),
  )
  if (lines.length === 0) return
  print(`\n${styled('bold', topicId)}`)
  for (const { kind, article, reason } of lines.slice(0, SHOWN_CHANGES)) {
    const sign = kind === 'added' ? styled('green', '+') : styled('red', '−')
    print(`${sign} ${article.day}  ${article.outlet}: ${article.title}\n    ${reason}`)
  }
  if (lines.length > SHOWN_CHANGES) print(`  … and ${lines.length - SHOWN_CHANGES} more: --json lists all`)
}

function jsonOf(result: {
  readonly articleCount: number
  readonly topics: readonly TopicChanges[]
  readonly changed: readonly JudgedArticle[]
  readonly over: readonly TopicChanges[]
}) {
  const { articleCount, topics, changed, over } = result
  const changes = changed.flatMap(({ comparison, storedIds: _ids, ...article }) =>
    comparison.changes.map((change) => ({ ...change, ...article })),
  )
  return { articleCount, topics, changes, isTooMuch: over.map(({ topicId }) => topicId) }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function shareOption(text: string): number {
  const [, number] = /^(\d+(?:\.\d+)?) ?%$/.exec(text) ?? []
  if (number === undefined) throw new InvalidArgumentError('expected a share such as 20%.')
  return Number(number) / 100
}
