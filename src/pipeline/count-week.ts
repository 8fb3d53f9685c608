import type { WeekNumbers } from '../digest/digest.ts'
import type { DigestPlan, Slot } from '../digest/digest-plan.ts'

const WEEK_MS = 7 * 24 * 60 * 60_000

export interface CountWeekPorts {
  readonly topicNames: () => ReadonlyMap<string, string>
  /** Articles that matched from one moment to another: in all, and per topic. */
  readonly countMatched: (request: {
    readonly topicIds: readonly string[]
    readonly since: number
    readonly until: number
  }) => Promise<{ readonly articleCount: number; readonly byTopic: ReadonlyMap<string, number> }>
}

/** What the week before a slot brought, against the week before that. */
export async function countWeek(ports: CountWeekPorts, plan: DigestPlan, slot: Slot): Promise<WeekNumbers> {
  const beganAt = slot.dueAt - WEEK_MS
  const topicIds = plan.topics
  const week = await ports.countMatched({ topicIds, since: beganAt, until: slot.dueAt })
  const before = await ports.countMatched({ topicIds, since: beganAt - WEEK_MS, until: beganAt })
  const names = ports.topicNames()
  return {
    articleCount: week.articleCount,
    articleCountBefore: before.articleCount,
    topics: topicIds.map((id) => ({
      topicName: names.get(id) ?? id,
      articleCount: week.byTopic.get(id) ?? 0,
      articleCountBefore: before.byTopic.get(id) ?? 0,
    })),
  }
}
