const LATEST_MS = 20 * 3_600_000

/** When a digest is too late to be mailed: what it would tell goes into the next one. */
export function lateLimit(dueAt: number): number {
  return dueAt + LATEST_MS
}
