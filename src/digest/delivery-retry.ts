const MINUTE_MS = 60_000
const DELAYS_MS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE_MS)
const LONGEST_DELAY_MS = 60 * MINUTE_MS
const GIVE_UP_AFTER_MS = 24 * 60 * MINUTE_MS
/** Up to a fifth later, so that mails deferred together do not come back together. */
const JITTER = 0.2

/** A delivery that failed for now. */
export interface FailedDelivery {
  /** Attempts made, this one included. */
  readonly attemptCount: number
  readonly firstAttemptAt: number
  readonly now: number
  /** Gives [0, 1). */
  readonly random: () => number
}

/**
 * When to try a delivery again: 1, 5, 15, then every 60 minutes after the attempt that failed, plus jitter, until
 * 24 hours after the first. Undefined: give up.
 */
export function nextAttemptAt(failed: FailedDelivery): number | undefined {
  const delayMs = DELAYS_MS[failed.attemptCount - 1] ?? LONGEST_DELAY_MS
  const at = Math.round(failed.now + delayMs * (1 + JITTER * failed.random()))
  return at - failed.firstAttemptAt > GIVE_UP_AFTER_MS ? undefined : at
}
