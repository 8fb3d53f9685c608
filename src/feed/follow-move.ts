const DAY_MS = 86_400_000
const POLLS_TO_BELIEVE = 5
const SPAN_TO_BELIEVE_MS = 3 * DAY_MS
/** A new home that fails this often in a row is left for the old one. */
const FAILURES_TO_DOUBT = 5

/** A permanent redirect (301, 308) as it was seen on polls that brought a feed. */
export interface FeedMove {
  readonly to: string
  readonly pollCount: number
  readonly sinceAt: number
  /** Seen often and long enough: the feed is asked for there. */
  readonly isBelieved: boolean
}

/**
 * What is known of a feed's move after a poll that brought a feed. A redirect is believed once five polls over three days
 * saw it lead to the same place; a slip of a server that redirects everything for an hour moves nobody.
 */
export function followMove(
  before: FeedMove | undefined,
  movedTo: string | undefined,
  now: number,
): FeedMove | undefined {
  if (before?.isBelieved && movedTo === undefined) return before
  if (movedTo === undefined) return undefined
  if (before?.to !== movedTo) return { to: movedTo, pollCount: 1, sinceAt: now, isBelieved: false }
  const pollCount = before.pollCount + 1
  const isBelieved = pollCount >= POLLS_TO_BELIEVE && now - before.sinceAt >= SPAN_TO_BELIEVE_MS
  return { ...before, pollCount, isBelieved: before.isBelieved || isBelieved }
}

/** What is left of a move after a failed poll. */
export function doubtMove(before: FeedMove | undefined, failureCount: number): FeedMove | undefined {
  return before?.isBelieved && failureCount >= FAILURES_TO_DOUBT ? undefined : before
}
