import type { Feed } from './feed.ts'
import type { FeedState, FeedWishes } from './feed-state.ts'
import type { FetchFailed, Validators } from './fetch-outcome.ts'
import { doubtMove, followMove } from './follow-move.ts'
import type { ParsedFeed } from './item.ts'
import { planNextPoll } from './plan-next-poll.ts'
import { learnRhythm } from './publishing-rhythm.ts'

const DAY_MS = 86_400_000
/** Some servers answer 304 for ever: after this long the whole body is asked for once. */
const VALIDATORS_TRUSTED_MS = 8 * DAY_MS

export interface PollMoment {
  readonly now: number
  /** Uniform in [0, 1). */
  readonly random: () => number
}

/** A poll that brought a feed, or the word that nothing changed. */
export interface PollSuccess {
  readonly validators: Validators
  readonly movedTo?: string
  readonly freshForMs?: number
  /** The hash of the body that came; none came with a 304. */
  readonly bodyHash?: string
  /** What the body says; a body that came before is not read again. */
  readonly parsed?: ParsedFeed
}

/** The stored state, or a new one where the feed is new or its URL was edited. */
export function currentFeedState(feed: Feed, stored: FeedState | undefined): FeedState {
  if (stored?.url === feed.url) return stored
  const { id: feedId, url } = feed
  const lastSuccess = stored?.lastSuccessAt === undefined ? {} : { lastSuccessAt: stored.lastSuccessAt }
  const empty = { validators: {}, rhythm: {}, wishes: {}, nextPollAt: 0, failureCount: 0, itemCount: 0 }
  return { feedId, url, ...empty, ...lastSuccess }
}

/** Where and with which validators a feed is asked for. */
export function pollRequest(state: FeedState, now: number): { readonly url: string; readonly validators: Validators } {
  const url = state.move?.isBelieved ? state.move.to : state.url
  const isTrusted = now - (state.lastBodyAt ?? 0) < VALIDATORS_TRUSTED_MS
  return { url, validators: isTrusted ? state.validators : {} }
}

export function stateAfterSuccess(feed: Feed, before: FeedState, success: PollSuccess & PollMoment): FeedState {
  const { now, random, parsed, freshForMs } = success
  const { failingSinceAt: _since, lastFailure: _failure, move: _move, ...kept } = before
  const move = followMove(before.move, success.movedTo, now)
  const rhythm = parsed === undefined ? before.rhythm : learnRhythm(before.rhythm, itemTimes(parsed))
  const wishes = parsed === undefined ? before.wishes : wishesOf(parsed)
  const next = planNextPoll({
    now,
    intervalMs: feed.intervalMs,
    failureCount: 0,
    ...schedulingOf(wishes, rhythm.usualGapMs),
    ...(freshForMs !== undefined && { freshForMs }),
    random,
  })
  return {
    ...kept,
    validators: success.validators,
    ...(success.bodyHash !== undefined && { bodyHash: success.bodyHash, lastBodyAt: now }),
    ...(move !== undefined && { move }),
    rhythm,
    wishes,
    itemCount: parsed?.items.length ?? before.itemCount,
    failureCount: 0,
    lastPollAt: now,
    lastSuccessAt: now,
    nextPollAt: next.at,
    nextPollWhy: next.why,
  }
}

export function stateAfterFailure(feed: Feed, before: FeedState, outcome: FetchFailed & PollMoment): FeedState {
  const { now, random, failure, retryAt } = outcome
  // A turn at the host that is far off is nobody's failure.
  const isWaitOnly = failure.code === 'rate-limited' && retryAt !== undefined
  const failureCount = before.failureCount + (isWaitOnly ? 0 : 1)
  const { move: _move, ...kept } = before
  const move = doubtMove(before.move, failureCount)
  const next = planNextPoll({
    now,
    intervalMs: isWaitOnly ? 0 : feed.intervalMs,
    failureCount,
    ...(retryAt !== undefined && { retryAt }),
    random,
  })
  return {
    ...kept,
    ...(move !== undefined && { move }),
    failureCount,
    ...(isWaitOnly ? {} : { failingSinceAt: before.failingSinceAt ?? now, lastFailure: failure }),
    lastPollAt: now,
    ...(failure.code === 'gone' && { goneAt: now }),
    nextPollAt: next.at,
    nextPollWhy: isWaitOnly ? failure.message : next.why,
  }
}

function itemTimes({ items }: ParsedFeed): readonly number[] {
  return items.flatMap((item) => item.publishedAt ?? [])
}

function wishesOf({ intervalMs, skipHours, skipDays }: ParsedFeed): FeedWishes {
  return {
    ...(intervalMs !== undefined && { intervalMs }),
    ...(skipHours !== undefined && { skipHours }),
    ...(skipDays !== undefined && { skipDays }),
  }
}

function schedulingOf({ intervalMs, skipHours, skipDays }: FeedWishes, usualGapMs: number | undefined) {
  return {
    ...(intervalMs !== undefined && { feedIntervalMs: intervalMs }),
    ...(skipHours !== undefined && { skipHours }),
    ...(skipDays !== undefined && { skipDays }),
    ...(usualGapMs !== undefined && { usualGapMs }),
  }
}
