import type { FetchFailure, Validators } from './fetch-outcome.ts'

/** What is known of a feed from polling it. Times are epoch ms. */
export interface FeedState {
  readonly feedId: string
  /** The URL the validators belong to; another URL in config voids them. */
  readonly url: string
  readonly validators: Validators
  /** Hash of the last body that was processed; the same body again is not. */
  readonly bodyHash?: string
  readonly nextPollAt: number
  readonly lastPollAt?: number
  readonly lastSuccessAt?: number
  readonly failingSinceAt?: number
  readonly failureCount: number
  readonly lastFailure?: FetchFailure
  /** A 410 stops the feed for good. */
  readonly goneAt?: number
  readonly itemCount: number
}
