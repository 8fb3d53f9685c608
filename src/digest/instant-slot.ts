import { afterQuietHours } from './after-quiet-hours.ts'
import type { DigestPlan, Slot } from './digest-plan.ts'
import { lateLimit } from './late-limit.ts'

const HOUR_MS = 3_600_000
const HEARTBEAT_MS = 7 * 24 * HOUR_MS

/** What an instant digest has to go by. Epoch ms. */
export interface InstantNews {
  /** When the first and the last article arrived that its readers were not told of. */
  readonly arrived?: { readonly firstAt: number; readonly lastAt: number }
  /** When its mails of the last hour were due, in any order. */
  readonly recentlyDueAt: readonly number[]
  /** When it last went out, or when its first reader came. */
  readonly sinceAt: number
  readonly now: number
}

/**
 * The next slot of an instant digest: soon after something arrived, once nothing more comes for a while, not too often
 * and not in quiet hours; without news a week after the last, so that silence is told apart from failure. What waited
 * past its time, while the desk was off, is due in the present hour, which stays the same while it is composed.
 */
export function instantSlot(plan: DigestPlan, news: InstantNews): Slot {
  const wishedAt = news.arrived === undefined ? news.sinceAt + HEARTBEAT_MS : settledAt(plan, news.arrived)
  const cappedAt = withinCap(plan, news.recentlyDueAt, wishedAt)
  const isLate = news.now > lateLimit(cappedAt)
  const dueAt = afterQuietHours(plan, isLate ? Math.floor(news.now / HOUR_MS) * HOUR_MS : cappedAt)
  return { planId: plan.id, date: new Date(dueAt).toISOString().replace(/\.\d+Z$/, 'Z'), dueAt }
}

function settledAt(
  { instant }: DigestPlan,
  { firstAt, lastAt }: { readonly firstAt: number; readonly lastAt: number },
) {
  return Math.min(lastAt + instant.settleMs, firstAt + instant.longestWaitMs)
}

/** An hour after the mail that filled the last hour. */
function withinCap({ instant }: DigestPlan, recentlyDueAt: readonly number[], wishedAt: number): number {
  const newestFirst = recentlyDueAt.toSorted((left, right) => right - left)
  const filledBy = newestFirst[instant.mailsPerHour - 1]
  const afterLast = Math.max(wishedAt, (newestFirst[0] ?? 0) + instant.settleMs)
  return filledBy === undefined ? afterLast : Math.max(afterLast, filledBy + HOUR_MS)
}
