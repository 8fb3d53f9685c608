import type { DigestPlan, Slot } from '../digest/digest-plan.ts'
import { instantSlot } from '../digest/instant-slot.ts'

const HOUR_MS = 60 * 60_000
/** Before the last mail's moment, for writes that were under way then; less than any mail waits for more to come. */
const OVERLAP_MS = 50_000

export interface LoadInstantSlotPorts {
  readonly now: () => number
  readonly backlogMs: () => number
  readonly loadPlanHistory: (planId: string) => Promise<{
    readonly startedAt?: number
    readonly lastComposedAt?: number
  }>
  /** When the first and the last article arrived, after a moment, that no reader of the plan was told of. */
  readonly loadArrived: (request: {
    readonly planId: string
    readonly topicIds: readonly string[]
    readonly after: number
  }) => Promise<{ readonly firstAt: number; readonly lastAt: number } | undefined>
  /** When slots of the plan that had news were due, after a moment. */
  readonly loadRecentlyDue: (planId: string, after: number) => Promise<readonly number[]>
}

/** The next slot of an instant digest, by what arrived. */
export async function loadInstantSlot(ports: LoadInstantSlotPorts, plan: DigestPlan): Promise<Slot> {
  const now = ports.now()
  const { startedAt = now, lastComposedAt } = await ports.loadPlanHistory(plan.id)
  const backlogMs = plan.backlog === 'skip' ? 0 : ports.backlogMs()
  const after = lastComposedAt === undefined ? startedAt - backlogMs : lastComposedAt - OVERLAP_MS
  const arrived = await ports.loadArrived({ planId: plan.id, topicIds: plan.topics, after })
  return instantSlot(plan, {
    ...(arrived !== undefined && { arrived }),
    recentlyDueAt: await ports.loadRecentlyDue(plan.id, now - HOUR_MS),
    sinceAt: lastComposedAt ?? startedAt,
    now,
  })
}
