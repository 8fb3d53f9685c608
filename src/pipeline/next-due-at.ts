import type { DigestPlan } from '../digest/digest-plan.ts'
import { nextSlot } from '../digest/next-slot.ts'
import type { Feed } from '../feed/feed.ts'
import type { FeedState } from '../feed/feed-state.ts'

export interface NextDuePorts {
  readonly now: () => number
  readonly feeds: () => readonly Feed[]
  readonly plans: () => readonly DigestPlan[]
  readonly loadFeedStates: () => Promise<readonly FeedState[]>
  readonly loadNextAttemptAt: () => Promise<number | undefined>
}

/** When `tick` will next find something to offer (epoch ms); undefined when nothing is ever due. */
export async function nextDueAt(ports: NextDuePorts): Promise<number | undefined> {
  const watched = new Set(ports.feeds().map((feed) => feed.id))
  const states = await ports.loadFeedStates()
  const times = [
    ...states
      .filter((state) => watched.has(state.feedId) && state.goneAt === undefined)
      .map((state) => state.nextPollAt),
    ...ports.plans().map((plan) => nextSlot(plan, ports.now()).dueAt),
  ]
  const attemptAt = await ports.loadNextAttemptAt()
  if (attemptAt !== undefined) times.push(attemptAt)
  return times.length === 0 ? undefined : Math.min(...times)
}
