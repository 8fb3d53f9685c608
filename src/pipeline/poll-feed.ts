import { createHash } from 'node:crypto'
import { currentFeedState, pollRequest, stateAfterFailure, stateAfterSuccess } from '../feed/advance-feed-state.ts'
import type { Feed } from '../feed/feed.ts'
import type { FeedState } from '../feed/feed-state.ts'
import type { FetchFailed, FetchOutcome, FreshPage, Validators } from '../feed/fetch-outcome.ts'
import { parseFeed } from '../feed/parse-feed.ts'
import type { Job, StepOutcome } from './job.ts'
import { type ListedArticle, listArticles } from './list-articles.ts'
import { ownTurn } from './own-turn.ts'

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
  const before = currentFeedState(feed, await ports.loadFeedState(feed.id))
  if (before.goneAt !== undefined) return { kind: 'gone' }
  await ports.postponePoll({ ...before, nextPollAt: ports.now() + POLL_LEASE_MS, nextPollWhy: 'it is being polled' })
  const outcome = await ports.fetchFeed(pollRequest(before, ports.now()))
  switch (outcome.kind) {
    case 'failed':
      return saveFailure(ports, feed, before, outcome)
    case 'unchanged':
      await ports.savePoll({ state: stateAfterSuccess(feed, before, { ...outcome, ...momentOf(ports) }), listed: [] })
      return { kind: 'unchanged' }
    case 'fresh':
      return readFresh(ports, feed, before, outcome)
  }
}

async function readFresh(ports: PollFeedPorts, feed: Feed, before: FeedState, page: FreshPage): Promise<StepOutcome> {
  const bodyHash = createHash('sha256').update(page.body).digest('base64url')
  const success = { ...successOf(page), ...momentOf(ports), bodyHash }
  if (bodyHash === before.bodyHash) {
    await ports.savePoll({ state: stateAfterSuccess(feed, before, success), listed: [] })
    return { kind: 'same-body' }
  }
  // A new desk's feeds arrive together, and each takes some ten milliseconds to be read and stored.
  await ownTurn()
  const reading = await parseFeed(page.text, {
    url: page.url,
    now: success.now,
    ...(page.contentType !== undefined && { contentType: page.contentType }),
  })
  if (reading.kind === 'not-a-feed') {
    const hint = reading.feedUrls.length > 0 ? `; feeds offered there: ${reading.feedUrls.slice(0, 3).join(', ')}` : ''
    const failure = { code: 'not-a-feed', message: `expected a feed, got ${reading.reason}${hint}` } as const
    return saveFailure(ports, feed, before, { kind: 'failed', failure })
  }
  const listed = listArticles(reading.feed, {
    feed,
    feeds: ports.feeds(),
    now: success.now,
    ...(before.lastSuccessAt === undefined && { takeSince: success.now - ports.backlogMs() }),
  })
  const state = stateAfterSuccess(feed, before, { ...success, parsed: reading.feed })
  const added = await ports.savePoll({ state, listed })
  await ports.enqueue(added.map((articleId) => ({ step: 'read-article', articleId })))
  return { kind: 'fresh', itemCount: listed.length, newCount: added.length }
}

async function saveFailure(
  ports: PollFeedPorts,
  feed: Feed,
  before: FeedState,
  outcome: FetchFailed,
): Promise<StepOutcome> {
  await ports.savePoll({ state: stateAfterFailure(feed, before, { ...outcome, ...momentOf(ports) }), listed: [] })
  return { kind: 'failed', code: outcome.failure.code, reason: outcome.failure.message }
}

function successOf({ validators, movedTo, freshForMs }: FreshPage) {
  return { validators, ...(movedTo !== undefined && { movedTo }), ...(freshForMs !== undefined && { freshForMs }) }
}

function momentOf({ now, random }: PollFeedPorts) {
  return { now: now(), random }
}
