import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { addFeeds as addToYaml, type NewFeed } from '../config/add-feeds.ts'
import { loadConfig } from '../config/load-config.ts'
import type { Feed } from '../feed/feed.ts'
import type { FeedState } from '../feed/feed-state.ts'
import { parseFeed } from '../feed/parse-feed.ts'
import { parseOpml } from '../feed/parse-opml.ts'
import { renderOpml } from '../feed/render-opml.ts'
import { openStore } from '../store/open-store.ts'
import { loadEnvironment } from './load-environment.ts'
import { openReadonlyDesk } from './open-readonly-desk.ts'
import { print, printJson, say, table } from './terminal.ts'
import { UsageError } from './usage-error.ts'

export function addFeeds(program: Command): void {
  const feeds = program.command('feeds').description('See and edit what is watched.')
  feeds
    .command('list')
    .description('Every feed: how it is, when it was last read and when it is polled next.')
    .option('--json', 'as JSON')
    .action(list)
  feeds
    .command('add <url>')
    .description('Try a feed and add it to feeds.yaml; a running desk takes it over.')
    .option('--outlet <name>', 'the name a reader sees (default: the title of the feed)')
    .option('--id <id>', 'its id (default: made from the URL)')
    .action(add)
  feeds.command('import <file>').description('Add the feeds of an OPML file to feeds.yaml.').action(importOpml)
  feeds.command('export').description('The feeds as OPML, on stdout.').action(exportOpml)
}

async function list(options: { readonly json?: true }): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  await using store = await openStore(environment.databaseUrl)
  const states = new Map((await store.loadFeedStates()).map((state) => [state.feedId, state]))
  const rows = config.feeds.map((feed) => describe(feed, states.get(feed.id)))
  if (options.json) return printJson(rows)
  print(
    table(
      rows.map((row) => [
        row.id,
        row.outlet,
        row.state,
        row.lastSuccess ?? '-',
        row.nextPoll ?? 'at the next tick',
        row.reason ?? '',
      ]),
    ),
  )
}

function describe(feed: Feed, state: FeedState | undefined) {
  return {
    id: feed.id,
    outlet: feed.outlet,
    url: feed.url,
    state: stateOf(state),
    ...(state?.lastSuccessAt !== undefined && { lastSuccess: isoOf(state.lastSuccessAt) }),
    ...(state !== undefined && state.goneAt === undefined && { nextPoll: isoOf(state.nextPollAt) }),
    ...(state?.lastFailure !== undefined && { reason: state.lastFailure.message }),
  }
}

function stateOf(state: FeedState | undefined): string {
  if (state?.lastPollAt === undefined) return 'not polled yet'
  if (state.goneAt !== undefined) return `gone since ${isoOf(state.goneAt)}`
  return state.failingSinceAt === undefined ? 'ok' : `failing since ${isoOf(state.failingSinceAt)}`
}

function isoOf(at: number): string {
  return new Date(at).toISOString().slice(0, 16).concat('Z')
}

async function add(url: string, flags: { readonly outlet?: string; readonly id?: string }): Promise<void> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  await using desk = await openReadonlyDesk({ ...environment, databaseUrl: ':memory:' }, config)
  const outcome = await desk.door.fetchFeed({ url })
  if (outcome.kind === 'failed') throw new UsageError(`${url}: ${outcome.failure.message}`)
  if (outcome.kind === 'unchanged') throw new UsageError(`${url}: the server sent no feed`)
  const reading = await parseFeed(outcome.text, { url: outcome.url, now: Date.now() })
  if (reading.kind === 'not-a-feed') {
    const offered = reading.feedUrls.map((each) => `\n  nightdesk feeds add ${each}`).join('')
    throw new UsageError(`${url}: expected a feed, got ${reading.reason}${offered && `; it offers:${offered}`}`)
  }
  const { feed } = reading
  await save(environment.configDir, [
    {
      url,
      outlet: flags.outlet ?? feed.title ?? new URL(url).hostname,
      timezone: config.settings.timezone,
      ...(flags.id !== undefined && { id: flags.id }),
      ...(feed.language !== undefined && { language: feed.language.slice(0, 2).toLowerCase() }),
    },
  ])
  say(`it lists ${feed.items.length} items now; a date without a zone is taken in ${config.settings.timezone}`)
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
  print(
    renderOpml(
      'Nightdesk',
      feeds.map((feed) => ({ url: feed.url, title: feed.outlet, folders: [] })),
    ),
  )
}
