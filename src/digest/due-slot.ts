import type { DigestPlan, Slot } from './digest-plan.ts'
import { lateLimit } from './late-limit.ts'
import { slotsFrom } from './slots-from.ts'

/** As far back as a slot may still be mailed, and an hour for a clock that was set back. */
const LOOK_BACK_MS = 21 * 3_600_000

/**
 * The newest slot due at or before `now`, after the desk first started and after the last slot that was made, and not
 * too late. Missed slots become one. Dates are compared, not instants: a restart, a change of clock or of zone never
 * gives a date twice.
 */
export function dueSlot(
  plan: DigestPlan,
  known: { readonly startedAt: number; readonly lastSlotDate?: string },
  now: number,
): Slot | undefined {
  const slot = lastSlot(plan, now - LOOK_BACK_MS, now)
  if (slot === undefined || slot.dueAt <= known.startedAt || now > lateLimit(slot.dueAt)) return undefined
  if (known.lastSlotDate !== undefined && slot.date <= known.lastSlotDate) return undefined
  return slot
}

function lastSlot(plan: DigestPlan, after: number, until: number): Slot | undefined {
  let last: Slot | undefined
  for (const slot of slotsFrom(plan, after)) {
    if (slot.dueAt > until) break
    last = slot
  }
  return last
}
