/** A digest the operator declared: which topics, when, to whom. */
export interface DigestPlan {
  readonly id: string
  readonly name: string
  /** Topic ids in the order of their sections. */
  readonly topics: readonly string[]
  /** Local time of day, "HH:MM". */
  readonly at: string
  readonly days: readonly Weekday[]
  /** IANA zone of the recipients: slots are local dates in it, and times are printed in it. */
  readonly timezone: string
  readonly to: readonly string[]
  readonly whenEmpty: 'skip' | 'send'
  /** What a first run does with what feeds already list: leave it, or take the last 24 hours. */
  readonly backlog: 'skip' | 'include'
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** One due date of a digest. */
export interface Slot {
  readonly planId: string
  /** Local ISO date in the plan's zone: at most one digest a plan and date. */
  readonly date: string
  /** When it is due, epoch ms. */
  readonly dueAt: number
}
