import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { stringify } from 'yaml'
import { loadConfig } from '../config/load-config.ts'
import type { FetchOutcome, FreshPage } from '../feed/fetch-outcome.ts'
import { parseFeed } from '../feed/parse-feed.ts'
import { loadEnvironment } from './load-environment.ts'
import type { Desk } from './open-desk.ts'
import { openProgress } from './open-progress.ts'
import { openReadonlyDesk } from './open-readonly-desk.ts'
import { print, say } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** Pages taken per feed: a fixture is read by people. */
const PAGE_LIMIT = 30
const HOUR_MS = 3_600_000

interface RecordFlags {
  readonly day: string
  readonly out: string
}

interface Recorded {
  readonly url: string
  readonly outcome: FetchOutcome
}

export function addRecord(program: Command): void {
  program
    .command('record <feed-url...>')
    .description('Capture feeds and the pages they list, as a recorded day that `replay` can play.')
    .requiredOption('--day <name>', 'name of the day, usually its date')
    .option('--out <dir>', 'folder of the recorded days', join('fixtures', 'days'))
    .action(record)
}

async function record(feedUrls: readonly string[], flags: RecordFlags): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  const dir = join(flags.out, flags.day)
  const startAt = Date.now()
  await using desk = await openReadonlyDesk({ ...environment, databaseUrl: ':memory:' }, config)
  const recorded = await fetchAll(desk, feedUrls)
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, 'responses.yaml'), stringify({ responses: await saveBodies(dir, recorded) }))
  await writeFile(join(dir, 'day.yaml'), stringify(dayOf(startAt)))
  await saveConfig(dir, environment.configDir, feedUrls)
  const failed = recorded.filter(({ outcome }) => outcome.kind !== 'fresh')
  print(`${dir}: ${recorded.length - failed.length} responses recorded, ${failed.length} failed`)
  print(`Edit ${join(dir, 'config')}, then: nightdesk replay ${dir} --update`)
}

async function fetchAll(desk: Desk, feedUrls: readonly string[]): Promise<Recorded[]> {
  const recorded: Recorded[] = []
  const progress = openProgress('recording')
  for (const [index, url] of feedUrls.entries()) {
    const outcome = await desk.door.fetchFeed({ url })
    recorded.push({ url, outcome })
    if (outcome.kind !== 'fresh') {
      say(`${url}: ${outcome.kind === 'failed' ? outcome.failure.message : outcome.kind}`)
      continue
    }
    for (const pageUrl of await pagesOf(outcome))
      recorded.push({ url: pageUrl, outcome: await fetchPatiently(desk, pageUrl) })
    progress.show((index + 1) / feedUrls.length)
  }
  progress.end()
  if (recorded.every(({ outcome }) => outcome.kind !== 'fresh'))
    throw new UsageError('record: expected a feed that answers, got none')
  return recorded
}

async function pagesOf(page: FreshPage): Promise<readonly string[]> {
  const reading = await parseFeed(page.text, { url: page.url, now: Date.now() })
  if (reading.kind === 'not-a-feed') throw new UsageError(`${page.url}: expected a feed, got ${reading.reason}`)
  return reading.feed.items.flatMap((item) => item.url ?? []).slice(0, PAGE_LIMIT)
}

/** One host after the other: a turn that is far off is waited for. */
async function fetchPatiently(desk: Desk, url: string): Promise<FetchOutcome> {
  const outcome = await desk.door.fetchPage({ url })
  if (outcome.kind !== 'failed' || outcome.failure.code !== 'rate-limited' || outcome.retryAt === undefined)
    return outcome
  const { retryAt } = outcome
  if (retryAt > Date.now() + HOUR_MS) return outcome
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, retryAt - Date.now())))
  return desk.door.fetchPage({ url })
}

async function saveBodies(dir: string, recorded: readonly Recorded[]): Promise<Record<string, unknown>> {
  const responses: Record<string, unknown> = {}
  for (const [index, { url, outcome }] of recorded.entries()) {
    if (outcome.kind !== 'fresh') {
      responses[url] = { status: statusOf(outcome) }
      continue
    }
    const { host } = new URL(url)
    const file = join(
      'served',
      host.replaceAll(/[^\w.-]/g, '_'),
      `${String(index).padStart(3, '0')}${extensionOf(outcome)}`,
    )
    await mkdir(join(dir, file, '..'), { recursive: true })
    await writeFile(join(dir, file), outcome.body)
    responses[url] = { status: 200, headers: { 'content-type': outcome.contentType ?? 'text/html' }, file }
  }
  return responses
}

function statusOf(outcome: FetchOutcome): number {
  if (outcome.kind !== 'failed') return 404
  if (outcome.failure.code === 'gone') return 410
  return outcome.failure.code === 'not-found' || outcome.failure.code === 'client-error' ? 404 : 503
}

function extensionOf({ contentType = '' }: FreshPage): string {
  if (/json/.test(contentType)) return '.json'
  return /xml|rss|atom/.test(contentType) && !/xhtml/.test(contentType) ? '.xml' : '.html'
}

function dayOf(startAt: number) {
  return {
    what: 'captured live; say here what it shows',
    start: new Date(startAt).toISOString(),
    end: new Date(startAt + 26 * HOUR_MS).toISOString(),
  }
}

/** The desk's own config with the recorded feeds in place of its feeds, and nobody's address. */
async function saveConfig(dir: string, configDir: string, feedUrls: readonly string[]): Promise<void> {
  const target = join(dir, 'config')
  await cp(configDir, target, { recursive: true, filter: (source) => !source.endsWith('schema') })
  const feeds = feedUrls.map((url) => ({ url, outlet: new URL(url).hostname }))
  await writeFile(join(target, 'feeds.yaml'), stringify({ feeds }))
  const digests = [{ id: 'daily', name: 'Recorded day', at: '07:00', to: ['reader@nightdesk.example'] }]
  await writeFile(join(target, 'digests.yaml'), stringify({ digests }))
}
