import type { DigestPlan, Slot } from './digest-plan.ts'
import { slotsFrom } from './slots-from.ts'

const DAY_MS = 24 * 3_600_000

/**
 * How many days a digest covers, when that is more than usual: slots of the plan lie between the time it reaches back
 * to and its own. Undefined when none do, and for instant digests, which miss nothing.
 * @param sinceAt when the last digest that arrived was composed, epoch ms
 */
export function coveredDays(plan: DigestPlan, slot: Slot, sinceAt: number): number | undefined {
  if (plan.every === 'instant') return undefined
  const missed = slotsFrom(plan, sinceAt).next().value
  if (missed === undefined || missed.dueAt >= slot.dueAt) return undefined
  return Math.max(2, Math.round((slot.dueAt - sinceAt) / DAY_MS))
}
