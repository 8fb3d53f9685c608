import { composeDigest } from '../digest/compose-digest.ts'
import { countItems } from '../digest/count-items.ts'
import { coveredDays } from '../digest/covered-days.ts'
import type { Coverage, Digest, DigestLinks, MatchedArticle, StoryBefore } from '../digest/digest.ts'
import type { DigestPlan, Slot } from '../digest/digest-plan.ts'
import { drawMail } from '../digest/draw-mail.ts'
import type { TopicTraits } from '../digest/group-by-topic.ts'
import { isHeartbeatDue } from '../digest/is-heartbeat-due.ts'
import { lateLimit } from '../digest/late-limit.ts'
import { localClock } from '../digest/local-clock.ts'
import { nextSlot } from '../digest/next-slot.ts'
import { settledArticles } from '../digest/settled-articles.ts'
import { toldIds } from '../digest/told-ids.ts'
import { wantedArticles } from '../digest/wanted-articles.ts'
import { type CountWeekPorts, countWeek } from './count-week.ts'
import { type LoadNewsPorts, loadNews, type News } from './load-news.ts'

/** Mails that are made while the first of them is made: they may have a thread to themselves. */
const AHEAD = 24

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

export interface ComposeMailsPorts extends CountWeekPorts, LoadNewsPorts {
  readonly topicTraits: () => ReadonlyMap<string, TopicTraits>
  /** Office id -> what a reader calls it. */
  readonly roleNames: () => ReadonlyMap<string, string>
  /** What a mail tells the operator of the desk itself. */
  readonly notice: () => string | undefined
  readonly loadPlanHistory: (planId: string) => Promise<{ readonly lastComposedAt?: number }>
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

/** Composes one mail per address, of what that address was not told yet, in their order. Stores nothing. */
export async function* composeMails(
  ports: ComposeMailsPorts,
  order: { readonly plan: DigestPlan; readonly slot: Slot; readonly addresses: readonly string[] },
): AsyncGenerator<ComposedMail, undefined> {
  const { plan, slot } = order
  const { lastComposedAt } = await ports.loadPlanHistory(plan.id)
  const composeFor = await contentMaker(ports, { plan, slot, isFirst: lastComposedAt === undefined })
  const inHand: Promise<ComposedMail>[] = []
  for (const address of order.addresses) {
    const news = await loadNews(ports, plan, { address, lastComposedAt })
    const content = await composeFor(news, address)
    const mail = freeze(ports, { plan, slot, address, content }, news)
    // Should the work end before its turn, nobody is left to hear how this one ended.
    mail.catch(() => undefined)
    inHand.push(mail)
    if (inHand.length === AHEAD) yield* inHand.splice(0, 1)
  }
  yield* inHand
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

type MakeContent = (news: News, address: string) => Promise<Content>

/** Readers who were told the same so far get the same content, which is then composed once. */
async function contentMaker(ports: ComposeMailsPorts, order: ContentOrder): Promise<MakeContent> {
  const week = order.plan.every === 'week' ? await countWeek(ports, order.plan, order.slot) : undefined
  const loadArticles = articleLoader(ports, order.plan)
  let last: { readonly key: string; readonly content: Content } | undefined
  return async (news, address) => {
    const articles = await loadArticles(news.articleIds)
    const before = await loadBefore(ports, { planId: order.plan.id, address, articles })
    const key = JSON.stringify([news, before])
    if (last?.key === key) return last.content
    const { digest, articleIds } = await composeContent(ports, order, { ...news, articles, before })
    last = { key, content: { digest: { ...digest, ...(week !== undefined && { week }) }, articleIds } }
    return last.content
  }
}

/** Loads the articles of a plan, once for readers who are to be told of the same. */
function articleLoader(ports: ComposeMailsPorts, plan: DigestPlan) {
  let last: { readonly key: string; readonly articles: readonly MatchedArticle[] } | undefined
  return async (articleIds: readonly string[]): Promise<readonly MatchedArticle[]> => {
    const key = articleIds.join()
    if (last?.key !== key) {
      const matched = await ports.loadMatched({ articleIds, topicIds: plan.topics })
      last = { key, articles: wantedArticles(plan, matched) }
    }
    return last.articles
  }
}

async function loadBefore(
  ports: ComposeMailsPorts,
  reader: { readonly planId: string; readonly address: string; readonly articles: readonly MatchedArticle[] },
): Promise<readonly StoryBefore[]> {
  const { planId, address, articles } = reader
  const storyIds = [...new Set(articles.flatMap((article) => article.storyId ?? []))]
  return storyIds.length === 0 ? [] : ports.loadStoriesBefore({ storyIds, planId, address })
}

interface LoadedNews extends News {
  readonly articles: readonly MatchedArticle[]
  readonly before: readonly StoryBefore[]
}

async function composeContent(ports: ComposeMailsPorts, order: ContentOrder, news: LoadedNews): Promise<Content> {
  const { plan, slot } = order
  const now = ports.now()
  const articles = plan.every === 'instant' ? settledArticles(plan, news.articles, now) : news.articles
  const coveredSince = articles.length === 0 ? Math.min(news.lastMailAt, news.since) : news.since
  const days = order.isFirst ? undefined : coveredDays(plan, slot, coveredSince)
  const notice = ports.notice()
  const nextAt = plan.every === 'instant' ? undefined : nextSlot(plan, Math.max(now, slot.dueAt)).dueAt
  const digest = composeDigest({
    plan,
    slot: { ...slot, date: localClock(plan.timezone)(slot.dueAt).date },
    topicNames: ports.topicNames(),
    topicTraits: ports.topicTraits(),
    roleNames: ports.roleNames(),
    articles,
    before: news.before,
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
    articleIds: toldIds(plan, articles, news.before),
  }
}

async function freeze(
  ports: ComposeMailsPorts,
  mail: { readonly plan: DigestPlan; readonly slot: Slot; readonly address: string; readonly content: Content },
  news: News,
): Promise<ComposedMail> {
  const { plan, slot, address, content } = mail
  const links = await ports.linksFor({ planId: plan.id, address, slotDate: slot.date })
  const { digest, ...drawn } = drawMail({ ...content.digest, ...(links !== undefined && { links }) })
  const frozen = await ports.freezeMail({ ...drawn, digest, slotDate: slot.date, address, date: ports.now() })
  return {
    ...frozen,
    address,
    digest,
    articleIds: content.articleIds,
    newsSince: news.since,
    expiresAt: lateLimit(slot.dueAt),
    isWorthSending: countItems(content.digest.sections) > 0 || isHeartbeatDue(plan, slot, news.lastMailAt),
  }
}
