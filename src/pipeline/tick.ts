import type { DigestPlan, Slot } from '../digest/digest-plan.ts'
import { dueSlot } from '../digest/due-slot.ts'
import type { Feed } from '../feed/feed.ts'
import type { FeedState } from '../feed/feed-state.ts'
import type { Job, StepOutcome } from './job.ts'

/** How many of each kind one tick offers; the next tick offers the rest. */
const OFFER_LIMIT = 2_000
const DAY_MS = 24 * 60 * 60_000

export interface TickPorts {
  readonly now: () => number
  readonly feeds: () => readonly Feed[]
  readonly plans: () => readonly DigestPlan[]
  readonly topicsVersion: () => string
  readonly rematchMs: () => number
  readonly keepArticlesMs: () => number
  readonly loadFeedStates: () => Promise<readonly FeedState[]>
  readonly loadDueArticles: (
    now: number,
    limit: number,
  ) => Promise<readonly { readonly articleId: string; readonly awaits: 'reading' | 'matching' }[]>
  readonly requeueOutdatedMatches: (request: {
    readonly topicsVersion: string
    readonly seenSince: number
    readonly now: number
  }) => Promise<number>
  readonly saveRecipients: (
    recipients: readonly { readonly planId: string; readonly address: string }[],
    startedAt: number,
  ) => Promise<void>
  readonly loadPlanHistory: (planId: string) => Promise<{ readonly startedAt?: number; readonly lastSlotDate?: string }>
  readonly loadUnfinishedSlots: (now: number) => Promise<readonly Slot[]>
  readonly loadDueDeliveries: (now: number, limit: number) => Promise<readonly string[]>
  readonly saveHeartbeat: (name: string, beatAt: number) => Promise<void>
  readonly loadHeartbeat: (name: string) => Promise<number | undefined>
  readonly deleteOld: (before: number) => Promise<number>
  readonly enqueue: (jobs: readonly Job[]) => Promise<void>
}

/** Finds in the database and the config all that is due, and offers it: what a lost queue forgot is offered again. */
export async function tick(ports: TickPorts): Promise<StepOutcome> {
  const now = ports.now()
  await ports.saveHeartbeat('tick', now)
  await ports.requeueOutdatedMatches({
    topicsVersion: ports.topicsVersion(),
    seenSince: now - ports.rematchMs(),
    now,
  })
  const polls = dueFeeds(ports.feeds(), await ports.loadFeedStates(), now)
  const articles = await ports.loadDueArticles(now, OFFER_LIMIT)
  const slots = await dueSlots(ports, now)
  const deliveries = await ports.loadDueDeliveries(now, OFFER_LIMIT)
  await ports.enqueue([
    ...deliveries.map((deliveryId): Job => ({ step: 'send-digest', deliveryId })),
    ...slots.map((slot): Job => ({ step: 'send-digest', planId: slot.planId, slotDate: slot.date, dueAt: slot.dueAt })),
    ...articles.map(
      ({ articleId, awaits }): Job => ({ step: awaits === 'reading' ? 'read-article' : 'match-article', articleId }),
    ),
    ...polls.map((feedId): Job => ({ step: 'poll-feed', feedId })),
  ])
  await tidyDaily(ports, now)
  return {
    kind: 'offered',
    pollCount: polls.length,
    articleCount: articles.length,
    slotCount: slots.length,
    deliveryCount: deliveries.length,
  }
}

function dueFeeds(feeds: readonly Feed[], states: readonly FeedState[], now: number): string[] {
  const byId = new Map(states.map((state) => [state.feedId, state]))
  return feeds
    .filter((feed) => {
      const state = byId.get(feed.id)
      if (state === undefined || state.url !== feed.url) return true
      return state.goneAt === undefined && state.nextPollAt <= now
    })
    .map((feed) => feed.id)
}

async function dueSlots(ports: TickPorts, now: number): Promise<Slot[]> {
  const plans = ports.plans()
  await ports.saveRecipients(
    plans.flatMap((plan) => plan.to.map((address) => ({ planId: plan.id, address }))),
    now,
  )
  const slots = [...(await ports.loadUnfinishedSlots(now))]
  for (const plan of plans) {
    const { startedAt, lastSlotDate } = await ports.loadPlanHistory(plan.id)
    const known = { startedAt: startedAt ?? now, ...(lastSlotDate !== undefined && { lastSlotDate }) }
    const slot = dueSlot(plan, known, now)
    const isListed = slots.some((each) => each.planId === plan.id && each.date === slot?.date)
    if (slot !== undefined && !isListed) slots.push(slot)
  }
  return slots
}

async function tidyDaily(ports: TickPorts, now: number): Promise<void> {
  const lastAt = await ports.loadHeartbeat('tidy')
  if (lastAt !== undefined && now - lastAt < DAY_MS) return
  await ports.saveHeartbeat('tidy', now)
  await ports.deleteOld(now - ports.keepArticlesMs())
}
