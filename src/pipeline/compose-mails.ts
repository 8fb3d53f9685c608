import { composeDigest } from '../digest/compose-digest.ts'
import type { Coverage, Digest, MatchedArticle } from '../digest/digest.ts'
import type { DigestPlan, Slot } from '../digest/digest-plan.ts'
import { nextSlot } from '../digest/next-slot.ts'
import { renderHtml } from '../digest/render-html.ts'
import { renderText } from '../digest/render-text.ts'

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
}

export interface ComposeMailsPorts {
  readonly now: () => number
  readonly topicNames: () => ReadonlyMap<string, string>
  readonly backlogMs: () => number
  readonly loadPlanHistory: (planId: string) => Promise<{ readonly lastComposedAt?: number }>
  readonly loadRecipientStart: (planId: string, address: string) => Promise<number | undefined>
  readonly loadUnmailed: (request: {
    readonly planId: string
    readonly address: string
    readonly topicIds: readonly string[]
    readonly matchedSince: number
    readonly limit: number
  }) => Promise<readonly MatchedArticle[]>
  readonly loadCoverage: (since: number) => Promise<Coverage>
  readonly freezeMail: (mail: {
    readonly digest: Digest
    readonly address: string
    readonly html: string
    readonly text: string
    readonly date: number
  }) => Promise<FrozenMail>
}

/** Composes one mail per address of a plan, of what that address was not told yet. Stores nothing. */
export async function composeMails(ports: ComposeMailsPorts, plan: DigestPlan, slot: Slot): Promise<ComposedMail[]> {
  const now = ports.now()
  const { lastComposedAt } = await ports.loadPlanHistory(plan.id)
  const coverage = await ports.loadCoverage(lastComposedAt ?? now - OVERLAP_MS)
  const nextAt = nextSlot(plan, Math.max(now, slot.dueAt)).dueAt
  const topicNames = ports.topicNames()
  const mails: ComposedMail[] = []
  for (const address of plan.to) {
    const articles = await loadNews(ports, plan, { address, lastComposedAt })
    const digest = composeDigest({ plan, slot, topicNames, articles, coverage, now, nextAt })
    const html = renderHtml(digest)
    const text = renderText(digest)
    const frozen = await ports.freezeMail({ digest, address, html, text, date: now })
    mails.push({ ...frozen, address, digest, articleIds: articles.map((article) => article.articleId) })
  }
  return mails
}

/** What this address was not told yet, as far back as the last digest of the plan, or the backlog of a new reader. */
async function loadNews(
  ports: ComposeMailsPorts,
  plan: DigestPlan,
  reader: { readonly address: string; readonly lastComposedAt: number | undefined },
): Promise<readonly MatchedArticle[]> {
  const { address, lastComposedAt } = reader
  const startedAt = (await ports.loadRecipientStart(plan.id, address)) ?? ports.now()
  const readerSince = plan.backlog === 'skip' ? startedAt : startedAt - ports.backlogMs()
  return ports.loadUnmailed({
    planId: plan.id,
    address,
    topicIds: plan.topics,
    matchedSince: Math.max(readerSince, lastComposedAt === undefined ? 0 : lastComposedAt - OVERLAP_MS),
    limit: ARTICLE_LIMIT,
  })
}
