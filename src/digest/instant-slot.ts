import { afterQuietHours } from './after-quiet-hours.ts'
import type { DigestPlan, Slot } from './digest-plan.ts'
import { lateLimit } from './late-limit.ts'

const HOUR_MS = 3_600_000
const HEARTBEAT_MS = 7 * 24 * HOUR_MS

export interface Arrival {
  readonly firstAt: number
  readonly lastAt: number
}

/** What an instant digest has to go by. Epoch ms. */
export interface InstantNews {
  /** Of every story: when the first and the last of its articles arrived that readers were not told of. */
  readonly arrived: readonly Arrival[]
  /** When its mails of the last hour were due, in any order. */
  readonly recentlyDueAt: readonly number[]
  /** When it was last composed: what had settled by then is dealt with. */
  readonly composedAt?: number
  /** When it last went out, or when its first reader came. */
  readonly sinceAt: number
  readonly now: number
}

/**
 * The next slot of an instant digest: soon after the articles of a story arrived, once nothing more comes to it for a
 * while, not too often and not in quiet hours; without news a week after the last, so that silence is told apart from
 * failure. What waited past its time, while the desk was off, is due in the present hour, which stays the same while it
 * is composed.
 */
export function instantSlot(plan: DigestPlan, news: InstantNews): Slot {
  const { composedAt = 0 } = news
  const settled = news.arrived.map((arrival) => settledAt(plan, arrival)).filter((at) => at > composedAt)
  const wishedAt = settled.length === 0 ? news.sinceAt + HEARTBEAT_MS : Math.min(...settled)
  const cappedAt = withinCap(plan, news.recentlyDueAt, wishedAt)
  const isLate = news.now > lateLimit(cappedAt)
  const dueAt = afterQuietHours(plan, isLate ? Math.floor(news.now / HOUR_MS) * HOUR_MS : cappedAt)
  return { planId: plan.id, date: new Date(dueAt).toISOString().replace(/\.\d+Z$/, 'Z'), dueAt }
}

/** When a story has come to rest: nothing was added for a while, or it went on for long enough. */
export function settledAt({ instant }: Pick<DigestPlan, 'instant'>, { firstAt, lastAt }: Arrival): number {
  return Math.min(lastAt + instant.settleMs, firstAt + instant.longestWaitMs)
}

/** An hour after the mail that filled the last hour. */
function withinCap({ instant }: DigestPlan, recentlyDueAt: readonly number[], wishedAt: number): number {
  const newestFirst = recentlyDueAt.toSorted((left, right) => right - left)
  const filledBy = newestFirst[instant.mailsPerHour - 1]
  const afterLast = Math.max(wishedAt, (newestFirst[0] ?? 0) + instant.settleMs)
  return filledBy === undefined ? afterLast : Math.max(afterLast, filledBy + HOUR_MS)
}
