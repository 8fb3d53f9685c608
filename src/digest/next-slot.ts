import type { DigestPlan, Slot } from './digest-plan.ts'
import { slotsFrom } from './slots-from.ts'

/** The first slot due after `now`. */
export function nextSlot(plan: DigestPlan, now: number): Slot {
  const slot = slotsFrom(plan, now).next().value
  if (slot === undefined) throw new Error(`digest "${plan.id}": expected a day it is due on, got none`)
  return slot
}
