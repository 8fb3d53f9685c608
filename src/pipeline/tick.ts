import type { DigestPlan, Slot } from '../digest/digest-plan.ts'
import { dueSlot } from '../digest/due-slot.ts'
import type { Feed } from '../feed/feed.ts'
import type { FeedState } from '../feed/feed-state.ts'
import { pollDueAt } from '../feed/poll-due-at.ts'
import type { Job, StepOutcome } from './job.ts'
import { type LoadInstantSlotPorts, loadInstantSlot } from './load-instant-slot.ts'
import { type OfferGroupingPorts, offerGrouping } from './offer-grouping.ts'
import { type OfferRematchesPorts, offerRematches } from './offer-rematches.ts'
import { type OfferRereadingsPorts, offerRereadings } from './offer-rereadings.ts'

/** How many of each kind one tick offers; the next tick offers the rest. */
const OFFER_LIMIT = 2_000
/** About how often ticks come. */
const TICK_MS = 5_000
/** Desks of the usual size start at once. */
const LEAST_POLLS_OFFERED = 40
const DAY_MS = 24 * 60 * 60_000

export interface TickPorts extends OfferRematchesPorts, OfferRereadingsPorts, OfferGroupingPorts, LoadInstantSlotPorts {
  readonly feeds: () => readonly Feed[]
  readonly plans: () => readonly DigestPlan[]
  readonly keepArticlesMs: () => number
  readonly loadFeedStates: () => Promise<readonly FeedState[]>
  readonly loadDueArticles: (
    now: number,
    limit: number,
  ) => Promise<readonly { readonly articleId: string; readonly awaits: 'reading' | 'matching' }[]>
  readonly saveRecipients: (
    recipients: readonly { readonly planId: string; readonly address: string }[],
    startedAt: number,
  ) => Promise<void>
  readonly loadPlanHistory: (planId: string) => Promise<{ readonly startedAt?: number; readonly lastSlotDate?: string }>
  readonly loadUnfinishedSlots: (now: number) => Promise<readonly Slot[]>
  readonly loadDueDeliveries: (now: number, limit: number) => Promise<readonly string[]>
  readonly saveHeartbeat: (name: string, beatAt: number) => Promise<void>
  readonly loadHeartbeat: (name: string) => Promise<number | undefined>
  readonly keepPagesMs: () => number
  readonly deleteOld: (before: number) => Promise<number>
  readonly deletePages: (before: number) => Promise<number>
  readonly enqueue: (jobs: readonly Job[]) => Promise<void>
}

/** Finds in the database and the config all that is due, and offers it: what a lost queue forgot is offered again. */
export async function tick(ports: TickPorts): Promise<StepOutcome> {
  const now = ports.now()
  await ports.saveHeartbeat('tick', now)
  const rereadings = await offerRereadings(ports, now)
  const rematchCount = await offerRematches(ports, now)
  const states = new Map((await ports.loadFeedStates()).map((state) => [state.feedId, state]))
  const polls = dueFeeds(ports.feeds(), states, now)
  const articles = await ports.loadDueArticles(now, OFFER_LIMIT)
  const grouping = await offerGrouping(ports, { now, isPolling: polls.length > 0 })
  const slots = await dueSlots(ports, now)
  const deliveries = await ports.loadDueDeliveries(now, OFFER_LIMIT)
  await ports.enqueue([
    ...deliveries.map((deliveryId): Job => ({ step: 'send-digest', deliveryId })),
    ...slots.map((slot): Job => ({ step: 'send-digest', planId: slot.planId, slotDate: slot.date, dueAt: slot.dueAt })),
    ...articles.map(
      ({ articleId, awaits }): Job => ({ step: awaits === 'reading' ? 'read-article' : 'match-article', articleId }),
    ),
    ...rereadings,
    ...grouping,
    ...polls.map((feedId): Job => ({ step: 'poll-feed', feedId })),
  ])
  await tidyDaily(ports, now)
  return {
    kind: 'offered',
    pollCount: polls.length,
    articleCount: articles.length,
    slotCount: slots.length,
    deliveryCount: deliveries.length,
    rereadCount: rereadings.length,
    rematchCount,
    groupingCount: grouping.length,
  }
}

/** The feeds that are due, the longest waiting first; after a start or a long sleep not all of them at once. */
function dueFeeds(feeds: readonly Feed[], states: ReadonlyMap<string, FeedState>, now: number): string[] {
  return feeds
    .map((feed) => ({ feed, dueAt: pollDueAt(feed, states.get(feed.id)) }))
    .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
    .toSorted((left, right) => (left.dueAt ?? 0) - (right.dueAt ?? 0))
    .slice(0, offeredAtOnce(feeds))
    .map(({ feed }) => feed.id)
}

/** Twice what falls due between two ticks in the long run: a herd at the start is spread over half an interval. */
function offeredAtOnce(feeds: readonly Feed[]): number {
  const perTick = feeds.reduce((sum, feed) => sum + TICK_MS / feed.intervalMs, 0)
  return Math.max(LEAST_POLLS_OFFERED, Math.ceil(2 * perTick))
}

async function dueSlots(ports: TickPorts, now: number): Promise<Slot[]> {
  const plans = ports.plans()
  await ports.saveRecipients(
    plans.flatMap((plan) => plan.to.map((address) => ({ planId: plan.id, address }))),
    now,
  )
  const slots = [...(await ports.loadUnfinishedSlots(now))]
  for (const plan of plans) {
    const slot =
      plan.every === 'instant' ? await dueInstantSlot(ports, plan, now) : await dueDatedSlot(ports, plan, now)
    const isListed = slots.some((each) => each.planId === plan.id && each.date === slot?.date)
    if (slot !== undefined && !isListed) slots.push(slot)
  }
  return slots
}

async function dueDatedSlot(ports: TickPorts, plan: DigestPlan, now: number): Promise<Slot | undefined> {
  const { startedAt, lastSlotDate } = await ports.loadPlanHistory(plan.id)
  return dueSlot(plan, { startedAt: startedAt ?? now, ...(lastSlotDate !== undefined && { lastSlotDate }) }, now)
}

async function dueInstantSlot(ports: TickPorts, plan: DigestPlan, now: number): Promise<Slot | undefined> {
  const slot = await loadInstantSlot(ports, plan)
  return slot.dueAt <= now ? slot : undefined
}

async function tidyDaily(ports: TickPorts, now: number): Promise<void> {
  const lastAt = await ports.loadHeartbeat('tidy')
  if (lastAt !== undefined && now - lastAt < DAY_MS) return
  await ports.saveHeartbeat('tidy', now)
  await ports.deleteOld(now - ports.keepArticlesMs())
  await ports.deletePages(now - ports.keepPagesMs())
}
