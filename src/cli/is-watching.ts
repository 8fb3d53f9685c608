/** A desk whose last tick is older than this is not watching. */
const ALIVE_WITHIN_MS = 120_000

export function isWatching(tickAt: number | undefined, now: number): boolean {
  return tickAt !== undefined && now - tickAt < ALIVE_WITHIN_MS
}
