import type { DigestPlan, Slot } from './digest-plan.ts'
import { slotsFrom } from './slots-from.ts'

const DAY_MS = 24 * 3_600_000
/** Mostly the newest slot is a day old at most; and a plan has one a week, even where a zone skipped a whole date. */
const LOOK_BACKS_MS = [2 * DAY_MS, 15 * DAY_MS]

/**
 * The newest slot due at or before `now`, after the desk first started and after the last slot that was made.
 * Missed slots become one. Dates are compared, not instants: a restart, a change of clock or of zone never gives a
 * date twice.
 */
export function dueSlot(
  plan: DigestPlan,
  known: { readonly startedAt: number; readonly lastSlotDate?: string },
  now: number,
): Slot | undefined {
  const slot = newestSlot(plan, now)
  if (slot === undefined || slot.dueAt <= known.startedAt) return undefined
  if (known.lastSlotDate !== undefined && slot.date <= known.lastSlotDate) return undefined
  return slot
}

function newestSlot(plan: DigestPlan, now: number): Slot | undefined {
  for (const lookBackMs of LOOK_BACKS_MS) {
    const slot = lastSlot(plan, now - lookBackMs, now)
    if (slot !== undefined) return slot
  }
  return undefined
}

function lastSlot(plan: DigestPlan, after: number, until: number): Slot | undefined {
  let last: Slot | undefined
  for (const slot of slotsFrom(plan, after)) {
    if (slot.dueAt > until) break
    last = slot
  }
  return last
}
