import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { addFeeds as addToYaml, type NewFeed } from '../config/add-feeds.ts'
import { loadConfig } from '../config/load-config.ts'
import type { Feed } from '../feed/feed.ts'
import { feedHealth } from '../feed/feed-health.ts'
import type { FeedState } from '../feed/feed-state.ts'
import { parseOpml } from '../feed/parse-opml.ts'
import { renderOpml } from '../feed/render-opml.ts'
import { openStore } from '../store/open-store.ts'
import { EXIT } from './exit-code.ts'
import { explainFeed } from './explain-feed.ts'
import { loadEnvironment } from './load-environment.ts'
import { fetchFeedAlone, findFeeds } from './look-at-feed.ts'
import { print, printJson, say, table } from './terminal.ts'
import { UsageError } from './usage-error.ts'

interface JsonFlag {
  readonly json?: true
}

export function addFeeds(program: Command): void {
  const feeds = program.command('feeds').description('See and edit what is watched.')
  feeds
    .command('list')
    .description('Every feed: how it is and since when, when it was last read, when it is polled next, and why then.')
    .option('--json', 'as JSON')
    .action(list)
  feeds
    .command('check <url>')
    .description('Fetch a feed once and explain all that is seen; nothing is stored.')
    .option('--json', 'as JSON')
    .action(check)
  feeds
    .command('discover <site>')
    .description('The feeds that a web page offers.')
    .option('--json', 'as JSON')
    .action(discover)
  feeds
    .command('add <url>')
    .description('Try a feed and add it to feeds.yaml; a running desk takes it over.')
    .option('--outlet <name>', 'the name a reader sees (default: the title of the feed)')
    .option('--id <id>', 'its id (default: made from the URL)')
    .action(add)
  feeds.command('import <file>').description('Add the feeds of an OPML file to feeds.yaml.').action(importOpml)
  feeds.command('export').description('The feeds as OPML, on stdout.').action(exportOpml)
}

async function list(options: JsonFlag): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  await using store = await openStore(environment.databaseUrl)
  const states = new Map((await store.loadFeedStates()).map((state) => [state.feedId, state]))
  const rows = config.feeds.map((feed) => describe(feed, states.get(feed.id)))
  if (options.json) return printJson(rows)
  const heading = ['FEED', 'OUTLET', 'STATE', 'LAST READ', 'NEXT POLL', 'WHY THEN']
  const cells = rows.map((row) => [
    row.id,
    row.outlet,
    row.since === undefined ? row.state : `${row.state} since ${row.since}`,
    row.lastSuccess ?? '-',
    row.nextPoll ?? '-',
    row.note === undefined ? (row.why ?? '') : `${row.note}${row.why === undefined ? '' : ` · ${row.why}`}`,
  ])
  print(table([heading, ...cells]))
}

function describe(feed: Feed, state: FeedState | undefined) {
  const health = feedHealth(state, Date.now())
  const isPolled = state !== undefined && state.goneAt === undefined
  return {
    id: feed.id,
    outlet: feed.outlet,
    url: feed.url,
    state: health.word,
    ...(health.sinceAt !== undefined && { since: minuteOf(health.sinceAt) }),
    ...(health.note !== undefined && { note: health.note }),
    ...(state?.lastSuccessAt !== undefined && { lastSuccess: minuteOf(state.lastSuccessAt) }),
    ...(isPolled && { nextPoll: minuteOf(state.nextPollAt) }),
    ...(isPolled && state.nextPollWhy !== undefined && { why: state.nextPollWhy }),
  }
}

function minuteOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`
}

async function check(url: string, options: JsonFlag): Promise<void> {
  const look = await fetchFeedAlone(url)
  const findings = explainFeed(look, Date.now())
  if (look.reading?.kind !== 'feed') process.exitCode = EXIT.no
  if (options.json) return printJson(Object.fromEntries(findings))
  print(table(findings.map(([what, found]) => [what, found])))
}

async function discover(site: string, options: JsonFlag): Promise<void> {
  const urls = await findFeeds(site)
  if (urls.length === 0) process.exitCode = EXIT.no
  if (options.json) return printJson(urls)
  if (urls.length === 0) say(`${site}: it names no feed in its head`)
  for (const url of urls) print(url)
}

async function add(url: string, flags: { readonly outlet?: string; readonly id?: string }): Promise<void> {
  const { reading, outcome, config, environment } = await fetchFeedAlone(url)
  if (outcome.kind === 'failed') throw new UsageError(`${url}: ${outcome.failure.message}`)
  if (reading === undefined) throw new UsageError(`${url}: expected a feed, the server sent nothing`)
  if (reading.kind === 'not-a-feed') {
    const offered = reading.feedUrls.map((each) => `\n  nightdesk feeds add ${each}`).join('')
    throw new UsageError(`${url}: expected a feed, got ${reading.reason}${offered && `; it offers:${offered}`}`)
  }
  const { feed } = reading
  const { timezone } = config.settings
  await save(environment.configDir, [
    {
      url,
      outlet: flags.outlet ?? feed.title ?? new URL(url).hostname,
      timezone,
      ...(flags.id !== undefined && { id: flags.id }),
      ...(feed.language !== undefined && { language: feed.language.slice(0, 2).toLowerCase() }),
    },
  ])
  say(`it lists ${feed.items.length} items now; a date without a zone is taken in ${timezone}`)
}

async function importOpml(file: string): Promise<void> {
  const environment = loadEnvironment()
  const listed = parseOpml(await readFile(file, 'utf8'))
  if (listed.length === 0) throw new UsageError(`${file}: expected an OPML list of feeds, got none`)
  await save(
    environment.configDir,
    listed.map(({ url, title }) => ({ url, outlet: title })),
  )
}

/** Adds to feeds.yaml what is not there yet. */
async function save(configDir: string, feeds: readonly NewFeed[]): Promise<void> {
  const file = join(configDir, 'feeds.yaml')
  const before = await readFile(file, 'utf8')
  const after = addToYaml(before, feeds)
  if (after === before) return print(`${file}: nothing to add, all of it is there`)
  await writeFile(file, after)
  print(`${file}: added; \`nightdesk check\` reads it back`)
}

async function exportOpml(): Promise<void> {
  const environment = loadEnvironment()
  const { feeds } = await loadConfig(environment.configDir, environment)
  const listed = feeds.map((feed) => ({ url: feed.url, title: feed.outlet, folders: [] }))
  print(renderOpml('Nightdesk', listed))
}
