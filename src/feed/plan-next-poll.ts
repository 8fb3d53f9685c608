const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** The shortest pause after a failure; it doubles with each further one. */
const firstBackoffMs = 5 * 60_000
/** Share of the pause by which a poll may come later, so that feeds do not stay in step. */
const jitterShare = 0.1
/** A daily feed is asked every two hours, a weekly one twice a day. */
const usualGapShare = 1 / 12
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** Times are epoch ms, durations ms. */
export interface PollOccasion {
  readonly now: number
  /** The operator's: never asked more often. */
  readonly intervalMs: number
  readonly failureCount: number
  /** What the feed asks for (ttl, sy:updatePeriod). */
  readonly feedIntervalMs?: number
  /** What the server asks for (max-age, Expires). */
  readonly freshForMs?: number
  /** No earlier than this (Retry-After, robots.txt, a host's turn). */
  readonly retryAt?: number
  /** The usual time between two new items; a feed that is slower than its interval is asked less often. */
  readonly usualGapMs?: number
  /** Hours of the day (UTC, 0 to 23) and weekdays (English names) in which the feed is not to be asked. */
  readonly skipHours?: readonly number[]
  readonly skipDays?: readonly string[]
  /** Uniform in [0, 1). */
  readonly random: () => number
}

/** When a feed is polled next (epoch ms), and what decided that, for people. */
export interface NextPoll {
  readonly at: number
  readonly why: string
}

interface Wish {
  readonly ms: number
  readonly why: string
}

/** When to poll a feed again: the longest of all wishes, at most a day, jittered. */
export function planNextPoll(occasion: PollOccasion): NextPoll {
  const { now, random, retryAt = 0 } = occasion
  const wish = longestWish(occasion)
  const jittered = Math.min(wish.ms, dayMs) * (1 + jitterShare * random())
  const at = now + Math.min(jittered, dayMs)
  // A date that the server gave is kept to, even where jitter and ceiling would come out earlier.
  const allowedAt = Math.max(at, Math.min(retryAt, now + dayMs))
  const openAt = Math.round(pastSkipped(allowedAt, occasion))
  if (openAt > Math.round(allowedAt))
    return { at: openAt, why: 'the feed names hours or days it is not to be asked in' }
  return { at: openAt, why: allowedAt > at ? 'the server said when to come back' : wish.why }
}

function longestWish(occasion: PollOccasion): Wish {
  const { intervalMs, feedIntervalMs = 0, freshForMs = 0, usualGapMs = 0, failureCount } = occasion
  const wishes: readonly Wish[] = [
    { ms: intervalMs, why: 'its interval' },
    { ms: feedIntervalMs, why: 'the feed asks for it' },
    { ms: freshForMs, why: 'the server calls its copy fresh until then' },
    { ms: usualGapMs * usualGapShare, why: 'it seldom has something new' },
    { ms: failureCount > 0 ? backoffMs(occasion) : 0, why: `it failed ${failureCount} times in a row` },
  ]
  return wishes.reduce((longest, wish) => (wish.ms > longest.ms ? wish : longest))
}

/** 5 minutes, 10, 20 … a day; between three quarters and all of it, so that a host's feeds do not come back together. */
function backoffMs({ failureCount, random }: PollOccasion): number {
  const doubled = firstBackoffMs * 2 ** Math.min(failureCount - 1, 12)
  return Math.min(doubled, dayMs) * (0.75 + 0.25 * random())
}

/** Moves on by whole hours until the feed may be asked; a feed that forbids all hours is asked as if it forbade none. */
function pastSkipped(at: number, { skipHours = [], skipDays = [] }: PollOccasion): number {
  const closedDays = new Set(skipDays.map((day) => weekdays.indexOf(day.trim().toLowerCase())))
  const closedHours = new Set(skipHours.map((hour) => hour % 24))
  const lastAt = at + dayMs
  for (let open = at; open <= lastAt; open = startOfNextHour(open)) {
    const date = new Date(open)
    if (!closedHours.has(date.getUTCHours()) && !closedDays.has(date.getUTCDay())) return open
  }
  return at
}

function startOfNextHour(at: number): number {
  return (Math.floor(at / hourMs) + 1) * hourMs
}
