import { createHash } from 'node:crypto'
import type { Feed } from '../feed/feed.ts'
import type { FeedState } from '../feed/feed-state.ts'
import type { FetchOutcome, FreshPage, Validators } from '../feed/fetch-outcome.ts'
import type { ParsedFeed } from '../feed/item.ts'
import { nextPollAt } from '../feed/next-poll-at.ts'
import { parseFeed } from '../feed/parse-feed.ts'
import type { Job, StepOutcome } from './job.ts'
import { type ListedArticle, listArticles } from './list-articles.ts'

/** A poll that dies with its process is taken up again after this. */
const POLL_LEASE_MS = 10 * 60_000

export interface PollFeedPorts {
  readonly now: () => number
  /** Uniform in [0, 1): spreads polls, so that feeds of one start do not stay in step. */
  readonly random: () => number
  readonly feeds: () => readonly Feed[]
  readonly backlogMs: () => number
  readonly loadFeedState: (feedId: string) => Promise<FeedState | undefined>
  readonly postponePoll: (state: FeedState) => Promise<void>
  readonly fetchFeed: (request: { readonly url: string; readonly validators?: Validators }) => Promise<FetchOutcome>
  readonly savePoll: (poll: {
    readonly state: FeedState
    readonly listed: readonly ListedArticle[]
  }) => Promise<readonly string[]>
  readonly enqueue: (jobs: readonly Job[]) => Promise<void>
}

/** Fetches one feed, stores what it lists that was not known, and offers the new articles for reading. */
export async function pollFeed(ports: PollFeedPorts, job: { readonly feedId: string }): Promise<StepOutcome> {
  const feed = ports.feeds().find((each) => each.id === job.feedId)
  if (feed === undefined) return { kind: 'not-in-config' }
  const before = currentState(feed, await ports.loadFeedState(feed.id))
  if (before.goneAt !== undefined) return { kind: 'gone' }
  await ports.postponePoll({ ...before, nextPollAt: ports.now() + POLL_LEASE_MS })
  const outcome = await ports.fetchFeed({ url: feed.url, validators: before.validators })
  if (outcome.kind === 'failed') return saveFailure(ports, feed, before, outcome)
  if (outcome.kind === 'unchanged') {
    const state = succeeded(ports, feed, before, outcome)
    await ports.savePoll({ state, listed: [] })
    return { kind: 'unchanged' }
  }
  return readFresh(ports, feed, before, outcome)
}

async function readFresh(ports: PollFeedPorts, feed: Feed, before: FeedState, page: FreshPage): Promise<StepOutcome> {
  const bodyHash = createHash('sha256').update(page.body).digest('base64url')
  if (bodyHash === before.bodyHash) {
    await ports.savePoll({ state: succeeded(ports, feed, before, page), listed: [] })
    return { kind: 'same-body' }
  }
  const now = ports.now()
  const reading = await parseFeed(page.text, {
    url: page.url,
    now,
    ...(page.contentType !== undefined && { contentType: page.contentType }),
  })
  if (reading.kind === 'not-a-feed') {
    const hint = reading.feedUrls.length > 0 ? `; feeds offered there: ${reading.feedUrls.slice(0, 3).join(', ')}` : ''
    return saveFailure(ports, feed, before, {
      kind: 'failed',
      failure: { code: 'not-a-feed', message: `expected a feed, got ${reading.reason}${hint}` },
    })
  }
  const listed = listArticles(reading.feed, {
    feed,
    feeds: ports.feeds(),
    now,
    ...(before.lastSuccessAt === undefined && { takeSince: now - ports.backlogMs() }),
  })
  const state = { ...succeeded(ports, feed, before, page, reading.feed), bodyHash, itemCount: listed.length }
  const added = await ports.savePoll({ state, listed })
  await ports.enqueue(added.map((articleId) => ({ step: 'read-article', articleId })))
  return { kind: 'fresh', itemCount: listed.length, newCount: added.length }
}

async function saveFailure(
  ports: PollFeedPorts,
  feed: Feed,
  before: FeedState,
  outcome: Extract<FetchOutcome, { kind: 'failed' }>,
): Promise<StepOutcome> {
  const now = ports.now()
  const { failure } = outcome
  const isWaitOnly = failure.code === 'rate-limited' && outcome.retryAt !== undefined
  const failureCount = before.failureCount + (isWaitOnly ? 0 : 1)
  await ports.savePoll({
    listed: [],
    state: {
      ...before,
      failureCount,
      failingSinceAt: before.failingSinceAt ?? now,
      lastFailure: failure,
      lastPollAt: now,
      ...(failure.code === 'gone' && { goneAt: now }),
      nextPollAt: nextPollAt({
        now,
        intervalMs: feed.intervalMs,
        failureCount,
        ...(outcome.retryAt !== undefined && { retryAt: outcome.retryAt }),
        random: ports.random,
      }),
    },
  })
  return { kind: 'failed', code: failure.code, reason: failure.message }
}

function succeeded(
  ports: PollFeedPorts,
  feed: Feed,
  before: FeedState,
  answer: { readonly validators: Validators; readonly freshForMs?: number },
  parsed?: ParsedFeed,
): FeedState {
  const now = ports.now()
  const { failingSinceAt: _since, lastFailure: _failure, ...rest } = before
  return {
    ...rest,
    validators: answer.validators,
    failureCount: 0,
    lastPollAt: now,
    lastSuccessAt: now,
    nextPollAt: nextPollAt({
      now,
      intervalMs: feed.intervalMs,
      failureCount: 0,
      ...(parsed?.intervalMs !== undefined && { feedIntervalMs: parsed.intervalMs }),
      ...(answer.freshForMs !== undefined && { freshForMs: answer.freshForMs }),
      random: ports.random,
    }),
  }
}

/** The stored state, or a new one where the feed is new or its URL was edited: validators belong to one URL. */
function currentState(feed: Feed, stored: FeedState | undefined): FeedState {
  if (stored?.url === feed.url) return stored
  const fresh = { feedId: feed.id, url: feed.url, validators: {}, nextPollAt: 0, failureCount: 0, itemCount: 0 }
  return stored?.lastSuccessAt === undefined ? fresh : { ...fresh, lastSuccessAt: stored.lastSuccessAt }
}
