/** A digest the operator declared: which topics, when, to whom. */
export interface DigestPlan {
  readonly id: string
  readonly name: string
  /** Topic ids in the order of their sections. */
  readonly topics: readonly string[]
  /** A mail a day, a roll-up a week, or a mail soon after something arrives. */
  readonly every: 'day' | 'week' | 'instant'
  /** Local time of day, "HH:MM". An instant digest has no use for it. */
  readonly at: string
  /** One, when there is one mail a week. */
  readonly days: readonly Weekday[]
  /** IANA zone of the recipients: slots are local dates in it, and times are printed in it. */
  readonly timezone: string
  readonly to: readonly string[]
  readonly whenEmpty: 'skip' | 'send'
  /** What a first run does with what feeds already list: leave it, or take the last 24 hours. */
  readonly backlog: 'skip' | 'include'
  /** Languages of the articles it takes, such as "en"; all of them when absent. */
  readonly languages?: readonly string[]
  /** Items in one mail; the rest is counted. */
  readonly itemLimit: number
  /** What comes first under a topic: what most independent outlets carry, or what is newest. */
  readonly order: 'weight' | 'time'
  /** Independent outlets that a story needs to be told. */
  readonly minWeight: number
  /** How an instant digest gathers. */
  readonly instant: InstantRhythm
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

export interface InstantRhythm {
  /** A mail waits until nothing arrived for this long … */
  readonly settleMs: number
  /** … but not longer than this after the first. */
  readonly longestWaitMs: number
  readonly mailsPerHour: number
  /** Local times of day between which nothing is sent. */
  readonly quietHours?: { readonly from: string; readonly until: string }
}

/** One due date of a digest. */
export interface Slot {
  readonly planId: string
  /**
   * Local ISO date in the plan's zone: at most one digest a plan and date. Instant digests, of which a day has
   * several, have the moment in UTC instead: "2024-06-14T09:05:00Z".
   */
  readonly date: string
  /** When it is due, epoch ms. */
  readonly dueAt: number
}
