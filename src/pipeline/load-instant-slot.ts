import type { DigestPlan, Slot } from '../digest/digest-plan.ts'
import { type Arrival, instantSlot } from '../digest/instant-slot.ts'

const HOUR_MS = 60 * 60_000

export interface LoadInstantSlotPorts {
  readonly now: () => number
  readonly backlogMs: () => number
  readonly loadPlanHistory: (planId: string) => Promise<{
    readonly startedAt?: number
    readonly lastComposedAt?: number
  }>
  /** Of every story: when the first and the last of its articles arrived, after a moment, that no reader was told of. */
  readonly loadArrived: (request: {
    readonly planId: string
    readonly topicIds: readonly string[]
    readonly after: number
  }) => Promise<readonly Arrival[]>
  /** When slots of the plan that had news were due, after a moment. */
  readonly loadRecentlyDue: (planId: string, after: number) => Promise<readonly number[]>
}

/**
 * The next slot of an instant digest, by what arrived. Stories that had not come to rest when the last mail was composed
 * began after its longest wait.
 */
export async function loadInstantSlot(ports: LoadInstantSlotPorts, plan: DigestPlan): Promise<Slot> {
  const now = ports.now()
  const { startedAt = now, lastComposedAt } = await ports.loadPlanHistory(plan.id)
  const backlogMs = plan.backlog === 'skip' ? 0 : ports.backlogMs()
  const after = lastComposedAt === undefined ? startedAt - backlogMs : lastComposedAt - plan.instant.longestWaitMs
  const arrived = await ports.loadArrived({ planId: plan.id, topicIds: plan.topics, after })
  return instantSlot(plan, {
    arrived,
    ...(lastComposedAt !== undefined && { composedAt: lastComposedAt }),
    recentlyDueAt: await ports.loadRecentlyDue(plan.id, now - HOUR_MS),
    sinceAt: lastComposedAt ?? startedAt,
    now,
  })
}
