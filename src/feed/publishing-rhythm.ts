const DAY_MS = 86_400_000
const LEAST_GAPS = 3
/** A handful of items of one evening says nothing about the night. */
const LEAST_GAPS_OF_QUIET = 9
/** With every poll that finds news the longest silence counts a little less. */
const FADE = 0.98

/** How a feed publishes. Durations in ms. */
export interface Rhythm {
  /** The middle one of the gaps between listed items: what a poll may expect. */
  readonly usualGapMs?: number
  /** The longest silence that is usual for it, nights and weekends included: what silence is judged by. */
  readonly quietGapMs?: number
  readonly newestItemAt?: number
}

/** The rhythm after a poll that listed items of these times. @param times epoch ms, any order */
export function learnRhythm(before: Rhythm, times: readonly number[]): Rhythm {
  const sorted = [...new Set(times)].sort((earlier, later) => earlier - later)
  const gaps = sorted.slice(1).map((time, index) => time - (sorted[index] ?? time))
  const newestItemAt = Math.max(before.newestItemAt ?? 0, sorted.at(-1) ?? 0)
  const since = before.newestItemAt
  const silence = since === undefined ? 0 : (sorted.find((time) => time > since) ?? since) - since
  const usualGapMs = gaps.length >= LEAST_GAPS ? quantile(gaps, 0.5) : before.usualGapMs
  const listedQuiet = gaps.length >= LEAST_GAPS_OF_QUIET ? quantile(gaps, 0.9) : 0
  const quietGapMs = Math.max(listedQuiet, silence, (before.quietGapMs ?? 0) * FADE)
  return {
    ...(usualGapMs !== undefined && { usualGapMs }),
    ...(quietGapMs > 0 && { quietGapMs: Math.min(quietGapMs, 90 * DAY_MS) }),
    ...(newestItemAt > 0 && { newestItemAt }),
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((less, more) => less - more)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
