import type { FetchFailure, Validators } from './fetch-outcome.ts'
import type { FeedMove } from './follow-move.ts'
import type { Rhythm } from './publishing-rhythm.ts'

/** What is known of a feed from polling it. Times are epoch ms. */
export interface FeedState {
  readonly feedId: string
  /** The URL in the config the rest belongs to; another URL there voids it. */
  readonly url: string
  readonly validators: Validators
  /** When the server last sent a whole body: validators that are older are not believed for ever. */
  readonly lastBodyAt?: number
  /** Hash of the last body that was processed; the same body again is not. */
  readonly bodyHash?: string
  readonly nextPollAt: number
  /** What decided when the next poll is, for people. */
  readonly nextPollWhy?: string
  readonly lastPollAt?: number
  readonly lastSuccessAt?: number
  readonly failingSinceAt?: number
  readonly failureCount: number
  readonly lastFailure?: FetchFailure
  /** A 410 stops the feed for good. */
  readonly goneAt?: number
  readonly move?: FeedMove
  readonly rhythm: Rhythm
  /** What the feed itself asked for when it was last read whole. */
  readonly wishes: FeedWishes
  readonly itemCount: number
}

/** How a feed wants to be polled. */
export interface FeedWishes {
  readonly intervalMs?: number
  readonly skipHours?: readonly number[]
  readonly skipDays?: readonly string[]
}
