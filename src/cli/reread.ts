import type { Command } from 'commander'
import type { Article } from '../article/article.ts'
import type { Reading } from '../article/reading.ts'
import type { DeskConfig } from '../config/desk-config.ts'
import type { Environment } from '../config/environment.ts'
import { loadConfig } from '../config/load-config.ts'
import { type Rereading, readKeptPage } from '../pipeline/reread-article.ts'
import { compareReadings, type ReadingChange } from './compare-readings.ts'
import { loadEnvironment } from './load-environment.ts'
import type { Desk } from './open-desk.ts'
import { openProgress } from './open-progress.ts'
import { openReadonlyDesk } from './open-readonly-desk.ts'
import { sinceOption } from './since-option.ts'
import { print, printJson, say, styled } from './terminal.ts'

interface RereadFlags {
  readonly since: number
  readonly dryRun?: true
  readonly json?: true
}

interface Changed {
  readonly articleId: string
  readonly url: string
  readonly title: string
  readonly changes: readonly ReadingChange[]
}

interface Outcome {
  readonly pageCount: number
  readonly changed: readonly Changed[]
  readonly failed: readonly { readonly url: string; readonly reason: string }[]
}

export function addReread(program: Command): void {
  program
    .command('reread')
    .description(
      'Read kept pages again with the extraction of today, and match again what changed; nothing old is mailed.',
    )
    .option('--since <when>', 'pages kept since: 7d, or a day such as 2024-06-14', sinceOption, sinceOption('7d'))
    .option('--dry-run', 'only list what would change')
    .option('--json', 'as JSON')
    .action(reread)
}

async function reread(flags: RereadFlags): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  const outcome = await rereadPages(environment, config, flags)
  if (flags.json) return printJson(outcome)
  for (const changed of outcome.changed) print(renderChanged(changed))
  for (const { url, reason } of outcome.failed) say(`${url}: not read again: ${reason}`)
  const verb = flags.dryRun ? 'would change' : 'changed and are matched again at the next tick'
  print(`${outcome.pageCount} pages read again: ${outcome.changed.length} ${verb}`)
}

/** Reads as many pages at a time as there are threads. */
async function rereadPages(environment: Environment, config: DeskConfig, flags: RereadFlags): Promise<Outcome> {
  await using desk = await openReadonlyDesk(environment, config)
  const waiting = [...(await desk.store.listPages(flags.since))]
  const pageCount = waiting.length
  const changed: Changed[] = []
  const failed: { url: string; reason: string }[] = []
  const progress = openProgress('reading again')
  const lanes = Array.from({ length: config.settings.extraction.threads }, async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const result = await rereadOne(desk, id, flags)
      if (result?.kind === 'changed') changed.push(result.changed)
      if (result?.kind === 'failed') failed.push(result)
      progress.show(1 - waiting.length / pageCount)
    }
  })
  await Promise.all(lanes).finally(progress.end)
  const inOrder = <Item extends { readonly url: string }>(items: readonly Item[]) =>
    items.toSorted((left, right) => (left.url < right.url ? -1 : 1))
  return { pageCount, changed: inOrder(changed), failed: inOrder(failed) }
}

type Result =
  | { readonly kind: 'changed'; readonly changed: Changed }
  | { readonly kind: 'failed'; readonly url: string; readonly reason: string }

async function rereadOne(desk: Desk, articleId: string, { dryRun }: RereadFlags): Promise<Result | undefined> {
  const { store, ports } = desk
  const article = await store.loadArticle(articleId)
  const page = await store.loadPage(articleId)
  if (article?.reading === undefined || page === undefined) return undefined
  const result = await readKeptPage(ports, article, page)
  if (result.kind === 'failed') return { kind: 'failed', url: article.url, reason: result.reason }
  return saveIfChanged(desk, { article, before: article.reading, rereading: result.rereading, dryRun: dryRun === true })
}

interface Reread {
  readonly article: Article
  readonly before: Reading
  readonly rereading: Rereading
  readonly dryRun: boolean
}

async function saveIfChanged({ store }: Desk, reread: Reread): Promise<Result | undefined> {
  const { article, before, rereading, dryRun } = reread
  const { reading } = rereading
  if (JSON.stringify(before) === JSON.stringify(reading)) return undefined
  if (!dryRun) await store.saveRereading(rereading)
  const changes = compareReadings(before, reading)
  if (changes.length === 0) return undefined
  return { kind: 'changed', changed: { articleId: article.id, url: article.url, title: reading.title, changes } }
}

function renderChanged({ url, title, changes }: Changed): string {
  return [styled('bold', title), url, ...changes.flatMap(renderChange), ''].join('\n')
}

function renderChange({ what, before, after }: ReadingChange): readonly string[] {
  return [
    ...(before === undefined ? [] : [styled('red', `  - ${what}: ${before}`)]),
    ...(after === undefined ? [] : [styled('green', `  + ${what}: ${after}`)]),
  ]
}
