const MINUTE_MS = 60_000
const CEILING_MS = 24 * 60 * MINUTE_MS

/**
 * When to try again after the nth attempt: 5, 15, 45 minutes … a day at most.
 * @param attemptCount attempts made so far, 1 or more
 */
export function backoffAt(now: number, attemptCount: number): number {
  return now + Math.min(CEILING_MS, 5 * MINUTE_MS * 3 ** Math.max(0, attemptCount - 1))
}
