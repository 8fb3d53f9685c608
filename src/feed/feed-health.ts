import type { FeedState } from './feed-state.ts'

const SILENT_AFTER_GAPS = 3

/** How a feed is doing, in a word, and the rest in a sentence. */
export interface FeedHealth {
  readonly word: 'not-polled' | 'ok' | 'moved' | 'silent' | 'blocked' | 'failing' | 'gone'
  /** Since when, where that is known (epoch ms). */
  readonly sinceAt?: number
  readonly note?: string
}

/** Judges a feed by its state: what answers is not healthy when it has fallen silent by its own measure. */
export function feedHealth(state: FeedState | undefined, now: number): FeedHealth {
  if (state?.lastPollAt === undefined) return { word: 'not-polled' }
  if (state.goneAt !== undefined)
    return { word: 'gone', sinceAt: state.goneAt, note: 'the server says it is gone for good' }
  if (state.lastFailure !== undefined) return failingHealth(state, state.lastFailure)
  const silence = silenceOf(state, now)
  if (silence !== undefined) return silence
  if (state.move?.isBelieved) return { word: 'moved', sinceAt: state.move.sinceAt, note: `to ${state.move.to}` }
  return { word: 'ok' }
}

function failingHealth(state: FeedState, failure: NonNullable<FeedState['lastFailure']>): FeedHealth {
  return {
    word: failure.code === 'challenge' ? 'blocked' : 'failing',
    ...(state.failingSinceAt !== undefined && { sinceAt: state.failingSinceAt }),
    note: failure.message,
  }
}

function silenceOf({ rhythm }: FeedState, now: number): FeedHealth | undefined {
  const { newestItemAt, quietGapMs } = rhythm
  if (newestItemAt === undefined || quietGapMs === undefined) return undefined
  const gaps = Math.floor((now - newestItemAt) / quietGapMs)
  if (gaps < SILENT_AFTER_GAPS) return undefined
  return { word: 'silent', sinceAt: newestItemAt, note: `nothing new for ${gaps} times its usual gap` }
}
