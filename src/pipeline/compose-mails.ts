import { composeDigest } from '../digest/compose-digest.ts'
import { coveredDays } from '../digest/covered-days.ts'
import type { Coverage, Digest, DigestLinks, MatchedArticle, StoryBefore } from '../digest/digest.ts'
import type { DigestPlan, Slot } from '../digest/digest-plan.ts'
import { drawMail } from '../digest/draw-mail.ts'
import type { TopicTraits } from '../digest/group-by-topic.ts'
import { isHeartbeatDue } from '../digest/is-heartbeat-due.ts'
import { lateLimit } from '../digest/late-limit.ts'
import { localClock } from '../digest/local-clock.ts'
import { nextSlot } from '../digest/next-slot.ts'
import { wantedArticles } from '../digest/wanted-articles.ts'
import { type CountWeekPorts, countWeek } from './count-week.ts'

/** How far before the last digest's moment matches are looked for again: covers writes that were under way then. */
const OVERLAP_MS = 24 * 60 * 60_000
/** Far more than a mail can show. */
const ARTICLE_LIMIT = 2_000

/** A mail as it will be sent, byte for byte. */
export interface FrozenMail {
  readonly deliveryId: string
  readonly from: string
  readonly subject: string
  readonly messageId: string
  readonly eml: Uint8Array
}

export interface ComposedMail extends FrozenMail {
  readonly address: string
  readonly digest: Digest
  /** What the address counts as told by this mail. */
  readonly articleIds: readonly string[]
  /** How far back the mail reaches: where the next one begins, should this one come too late. Epoch ms. */
  readonly newsSince: number
  /** When it is too late to be sent. */
  readonly expiresAt: number
  /** Whether there is anything in it to send it for. */
  readonly isWorthSending: boolean
}

/** One reader of a plan. */
export interface Reader {
  readonly startedAt?: number
  /** Where the next mail has to begin, when the last one came too late. */
  readonly newsSince?: number
  /** When the last mail was composed that was not given up. */
  readonly lastMailAt?: number
}

export interface ComposeMailsPorts extends CountWeekPorts {
  readonly now: () => number
  readonly backlogMs: () => number
  readonly topicTraits: () => ReadonlyMap<string, TopicTraits>
  /** What a mail tells the operator of the desk itself. */
  readonly notice: () => string | undefined
  readonly loadPlanHistory: (planId: string) => Promise<{ readonly lastComposedAt?: number }>
  readonly loadReader: (planId: string, address: string) => Promise<Reader>
  readonly loadUnmailedIds: (request: {
    readonly planId: string
    readonly address: string
    readonly topicIds: readonly string[]
    readonly matchedSince: number
    readonly limit: number
  }) => Promise<readonly string[]>
  readonly loadMatched: (request: {
    readonly articleIds: readonly string[]
    readonly topicIds: readonly string[]
  }) => Promise<readonly MatchedArticle[]>
  /** What stories were before, for one reader of a plan. */
  readonly loadStoriesBefore: (request: {
    readonly storyIds: readonly string[]
    readonly planId: string
    readonly address: string
  }) => Promise<readonly StoryBefore[]>
  readonly loadCoverage: (since: number) => Promise<Coverage>
  readonly linksFor: (mail: {
    readonly planId: string
    readonly address: string
    readonly slotDate: string
  }) => Promise<DigestLinks | undefined>
  readonly freezeMail: (mail: {
    readonly digest: Digest
    readonly slotDate: string
    readonly address: string
    readonly html: string
    readonly text: string
    readonly date: number
  }) => Promise<FrozenMail>
}

/** Composes one mail per address, of what that address was not told yet, one after the other. Stores nothing. */
export async function* composeMails(
  ports: ComposeMailsPorts,
  order: { readonly plan: DigestPlan; readonly slot: Slot; readonly addresses: readonly string[] },
): AsyncGenerator<ComposedMail, undefined> {
  const { plan, slot } = order
  const { lastComposedAt } = await ports.loadPlanHistory(plan.id)
  const composeFor = await contentMaker(ports, { plan, slot, isFirst: lastComposedAt === undefined })
  for (const address of order.addresses) {
    const news = await loadNews(ports, plan, { address, lastComposedAt })
    const content = await composeFor(news)
    const links = await ports.linksFor({ planId: plan.id, address, slotDate: slot.date })
    const digest: Digest = { ...content.digest, ...(links !== undefined && { links }) }
    yield {
      ...(await freeze(ports, { digest, slot, address })),
      articleIds: content.articleIds,
      newsSince: news.since,
      expiresAt: lateLimit(slot.dueAt),
      isWorthSending: content.articleIds.length > 0 || isHeartbeatDue(plan, slot, news.lastMailAt),
    }
  }
}

interface Content {
  readonly digest: Digest
  readonly articleIds: readonly string[]
}

interface ContentOrder {
  readonly plan: DigestPlan
  readonly slot: Slot
  /** Whether the plan never made a mail before. */
  readonly isFirst: boolean
}

/** Readers who were told the same so far get the same content, which is then composed once. */
async function contentMaker(ports: ComposeMailsPorts, order: ContentOrder): Promise<(news: News) => Promise<Content>> {
  const week = order.plan.every === 'week' ? await countWeek(ports, order.plan, order.slot) : undefined
  let last: { readonly key: string; readonly content: Content } | undefined
  return async (news) => {
    const key = JSON.stringify(news)
    if (last?.key === key) return last.content
    const { digest, articleIds } = await composeContent(ports, order, news)
    last = { key, content: { digest: { ...digest, ...(week !== undefined && { week }) }, articleIds } }
    return last.content
  }
}

async function composeContent(ports: ComposeMailsPorts, order: ContentOrder, news: News): Promise<Content> {
  const { plan, slot } = order
  const matched = await ports.loadMatched({ articleIds: news.articleIds, topicIds: plan.topics })
  const articles = wantedArticles(plan, matched)
  const coveredSince = articles.length === 0 ? Math.min(news.lastMailAt, news.since) : news.since
  const days = order.isFirst ? undefined : coveredDays(plan, slot, coveredSince)
  const now = ports.now()
  const notice = ports.notice()
  const nextAt = plan.every === 'instant' ? undefined : nextSlot(plan, Math.max(now, slot.dueAt)).dueAt
  const digest = composeDigest({
    plan,
    slot: { ...slot, date: localClock(plan.timezone)(slot.dueAt).date },
    topicNames: ports.topicNames(),
    topicTraits: ports.topicTraits(),
    articles,
    coverage: await ports.loadCoverage(coveredSince),
    now,
    ...(nextAt !== undefined && { nextAt }),
  })
  return {
    digest: {
      ...digest,
      ...(days !== undefined && { coveredDays: days }),
      ...(notice !== undefined && { notice }),
    },
    articleIds: articles.map((article) => article.articleId),
  }
}

async function freeze(
  ports: ComposeMailsPorts,
  { digest, slot, address }: { readonly digest: Digest; readonly slot: Slot; readonly address: string },
) {
  const drawn = drawMail(digest)
  const frozen = await ports.freezeMail({ ...drawn, slotDate: slot.date, address, date: ports.now() })
  return { ...frozen, address, digest: drawn.digest }
}

/** What one address was not told yet. */
interface News {
  readonly articleIds: readonly string[]
  /** How far back they reach. */
  readonly since: number
  /** When the last mail came, or the reader. */
  readonly lastMailAt: number
}

/** As far back as the last digest of the address, or the backlog of a new reader. */
async function loadNews(
  ports: ComposeMailsPorts,
  plan: DigestPlan,
  { address, lastComposedAt }: { readonly address: string; readonly lastComposedAt: number | undefined },
): Promise<News> {
  const reader = await ports.loadReader(plan.id, address)
  const startedAt = reader.startedAt ?? ports.now()
  const readerSince = plan.backlog === 'skip' ? startedAt : startedAt - ports.backlogMs()
  const since = Math.max(readerSince, reader.newsSince ?? lastComposedAt ?? 0)
  const articleIds = await ports.loadUnmailedIds({
    planId: plan.id,
    address,
    topicIds: plan.topics,
    matchedSince: Math.max(readerSince, since - OVERLAP_MS),
    limit: ARTICLE_LIMIT,
  })
  return { articleIds, since, lastMailAt: reader.lastMailAt ?? startedAt }
}
