import type { DeskConfig } from '../config/desk-config.ts'
import type { Environment } from '../config/environment.ts'
import { loadConfig } from '../config/load-config.ts'
import { discoverFeeds } from '../feed/discover-feeds.ts'
import type { FetchOutcome } from '../feed/fetch-outcome.ts'
import type { FeedReading } from '../feed/item.ts'
import { parseFeed } from '../feed/parse-feed.ts'
import { loadEnvironment } from './load-environment.ts'
import { openReadonlyDesk } from './open-readonly-desk.ts'
import { UsageError } from './usage-error.ts'

/** One fetch of a feed that nothing else knows of. */
export interface FeedLook {
  readonly url: string
  readonly outcome: FetchOutcome
  /** What the body is, when one came. */
  readonly reading?: FeedReading
  readonly ms: number
  readonly config: DeskConfig
  readonly environment: Environment
}

export async function fetchFeedAlone(url: string): Promise<FeedLook> {
  const environment = loadEnvironment()
  const config = await loadConfig(environment.configDir, environment)
  await using desk = await openReadonlyDesk({ ...environment, databaseUrl: ':memory:' }, config)
  const startedAt = performance.now()
  const outcome = await desk.door.fetchFeed({ url })
  const look = { url, outcome, ms: Math.round(performance.now() - startedAt), config, environment }
  if (outcome.kind !== 'fresh') return look
  const { contentType } = outcome
  const context = { url: outcome.url, now: Date.now(), ...(contentType !== undefined && { contentType }) }
  return { ...look, reading: await parseFeed(outcome.text, context) }
}

/** The feeds a page offers; a URL that is a feed itself offers itself. */
export async function findFeeds(site: string): Promise<readonly string[]> {
  const url = /^https?:\/\//.test(site) ? site : `https://${site}`
  const { outcome, reading } = await fetchFeedAlone(url)
  if (outcome.kind === 'failed') throw new UsageError(`${url}: ${outcome.failure.message}`)
  if (outcome.kind === 'unchanged') return []
  return reading?.kind === 'feed' ? [outcome.url] : discoverFeeds(outcome.text, outcome.url)
}
