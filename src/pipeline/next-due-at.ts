import type { DigestPlan } from '../digest/digest-plan.ts'
import { nextSlot } from '../digest/next-slot.ts'
import type { Feed } from '../feed/feed.ts'
import type { FeedState } from '../feed/feed-state.ts'
import { pollDueAt } from '../feed/poll-due-at.ts'
import { type LoadInstantSlotPorts, loadInstantSlot } from './load-instant-slot.ts'

export interface NextDuePorts extends LoadInstantSlotPorts {
  readonly feeds: () => readonly Feed[]
  readonly plans: () => readonly DigestPlan[]
  readonly loadFeedStates: () => Promise<readonly FeedState[]>
  readonly loadNextAttemptAt: () => Promise<number | undefined>
}

/** When `tick` will next find something to offer (epoch ms); undefined when nothing is ever due. */
export async function nextDueAt(ports: NextDuePorts): Promise<number | undefined> {
  const states = new Map((await ports.loadFeedStates()).map((state) => [state.feedId, state]))
  const times = ports.feeds().flatMap((feed) => pollDueAt(feed, states.get(feed.id)) ?? [])
  for (const plan of ports.plans()) {
    const slot = plan.every === 'instant' ? await loadInstantSlot(ports, plan) : nextSlot(plan, ports.now())
    times.push(slot.dueAt)
  }
  const attemptAt = await ports.loadNextAttemptAt()
  if (attemptAt !== undefined) times.push(attemptAt)
  return times.length === 0 ? undefined : Math.min(...times)
}
