import type { DigestPlan, Slot } from './digest-plan.ts'

/** Half a day short of a week: the last mail may have been late, and clocks change. */
const HEARTBEAT_MS = 6.5 * 24 * 3_600_000

/**
 * Whether a reader gets a mail without news all the same: when the plan says so, or when nothing came for a week, so
 * that silence is told apart from failure.
 * @param lastMailAt when the reader last got a mail of the plan, or began to; epoch ms
 */
export function isHeartbeatDue(plan: DigestPlan, slot: Slot, lastMailAt: number): boolean {
  return (plan.whenEmpty === 'send' && plan.every !== 'instant') || slot.dueAt - lastMailAt >= HEARTBEAT_MS
}
