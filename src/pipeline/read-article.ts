import type { Article, Listing } from '../article/article.ts'
import type { Page } from '../article/page.ts'
import type { ListingContext } from '../article/read-listing.ts'
import type { Reading } from '../article/reading.ts'
import { linkWithoutTracking } from '../digest/link-without-tracking.ts'
import type { Feed } from '../feed/feed.ts'
import type { FetchFailed, FetchFailure, FetchOutcome } from '../feed/fetch-outcome.ts'
import { backoffAt } from './backoff.ts'
import type { Job, StepOutcome } from './job.ts'
import { RetryLaterError } from './step-error.ts'

/** After this many attempts what the feed said is all we take. */
const ATTEMPT_LIMIT = 3

/** Failures that another try cannot mend. */
const LASTING: ReadonlySet<FetchFailure['code']> = new Set([
  'bad-url',
  'forbidden-address',
  'robots',
  'not-found',
  'gone',
  'client-error',
  'too-large',
  'redirect',
])

export type ReadOutcome =
  | { readonly kind: 'read'; readonly reading: Reading; readonly ms: number }
  | { readonly kind: 'failed'; readonly reason: string }

export interface ReadArticlePorts {
  readonly now: () => number
  readonly feeds: () => readonly Feed[]
  readonly startAttempt: (attempt: {
    readonly articleId: string
    readonly awaits: 'reading'
    readonly nextAttemptAt: number
  }) => Promise<Article | undefined>
  readonly fetchPage: (request: { readonly url: string }) => Promise<FetchOutcome>
  readonly readPage: (page: Page) => Promise<ReadOutcome>
  readonly readListing: (listing: Listing, context: ListingContext) => Promise<ReadOutcome>
  readonly postponeReading: (wait: {
    readonly articleId: string
    readonly until: number
    readonly reason: string
    readonly isFree: boolean
  }) => Promise<void>
  readonly saveReading: (result: {
    readonly articleId: string
    readonly status: 'read' | 'failed'
    readonly reason?: string
    readonly reading: Reading
    readonly readAt: number
    readonly url: string
  }) => Promise<void>
  readonly enqueue: (jobs: readonly Job[]) => Promise<void>
}

/** Fetches an article's page and stores its text, or, when that cannot be had, what the feed said of it. */
export async function readArticle(ports: ReadArticlePorts, job: { readonly articleId: string }): Promise<StepOutcome> {
  const { articleId } = job
  const now = ports.now()
  const article = await ports.startAttempt({ articleId, awaits: 'reading', nextAttemptAt: backoffAt(now, 1) })
  if (article === undefined) return { kind: 'nothing-to-do' }
  if (!article.hasPage) return settle(ports, article, 'the item has no link')
  if (article.attemptCount > ATTEMPT_LIMIT) return settle(ports, article, article.reason ?? 'reading it never ended')
  const outcome = await ports.fetchPage({ url: article.url })
  if (outcome.kind === 'failed') return saveFailure(ports, article, outcome)
  if (outcome.kind === 'unchanged') return settle(ports, article, 'the server sent no page')
  const read = await ports.readPage({
    html: outcome.text,
    url: outcome.url,
    outlet: article.outlet,
    timezone: timezoneOf(article, ports.feeds()),
    now,
    listed: article.listed,
  })
  if (read.kind === 'failed') return settle(ports, article, read.reason)
  if (read.reading.quality === 'failed') return settle(ports, article, read.reading.qualityReason ?? 'no article')
  await saveAndOffer(ports, article, { reading: read.reading, url: outcome.url, ...reasonOf(read.reading) })
  return { kind: read.reading.quality, url: article.url, extractionMs: Math.round(read.ms) }
}

async function saveFailure(ports: ReadArticlePorts, article: Article, outcome: FetchFailed): Promise<StepOutcome> {
  const { failure, retryAt } = outcome
  const reason = `${failure.code}: ${failure.message}`
  if (LASTING.has(failure.code)) return settle(ports, article, reason)
  const isFree = failure.code === 'rate-limited' && retryAt !== undefined
  if (!isFree && article.attemptCount >= ATTEMPT_LIMIT) return settle(ports, article, reason)
  const until = Math.max(retryAt ?? 0, isFree ? 0 : backoffAt(ports.now(), article.attemptCount))
  await ports.postponeReading({ articleId: article.id, until, reason, isFree })
  if (isFree) throw new RetryLaterError(reason, until)
  return { kind: 'postponed', reason, url: article.url }
}

/** Takes what the feed said for the article, and says why. */
async function settle(ports: ReadArticlePorts, article: Article, reason: string): Promise<StepOutcome> {
  const timezone = timezoneOf(article, ports.feeds())
  const context = { outlet: article.outlet, timezone, now: ports.now(), reason }
  const reading = await readListed(ports, article.listed, context)
  await saveAndOffer(ports, article, { reading, url: article.url, reason })
  return { kind: 'summary-only', reason, url: article.url }
}

/** What a feed carries is HTML too, and may be as bad as its page: then the title is all there is. */
async function readListed(ports: ReadArticlePorts, listed: Listing, context: ListingContext): Promise<Reading> {
  const { contentHtml: _content, summary: _summary, ...bare } = listed
  for (const listing of [listed, bare]) {
    const outcome = await ports.readListing(listing, context)
    if (outcome.kind === 'read') return outcome.reading
  }
  throw new Error('expected a reading of the title alone, got none')
}

async function saveAndOffer(
  ports: ReadArticlePorts,
  article: Article,
  result: { readonly reading: Reading; readonly url: string; readonly reason?: string },
): Promise<void> {
  const isPageRead = result.reading.quality === 'full' || result.reading.quality === 'partial'
  await ports.saveReading({
    articleId: article.id,
    status: isPageRead ? 'read' : 'failed',
    readAt: ports.now(),
    ...result,
    url: linkWithoutTracking(isPageRead ? result.url : article.url),
  })
  await ports.enqueue([{ step: 'match-article', articleId: article.id }])
}

function reasonOf(reading: Reading): { readonly reason?: string } {
  return reading.qualityReason === undefined ? {} : { reason: reading.qualityReason }
}

function timezoneOf(article: Article, feeds: readonly Feed[]): string {
  return feeds.find((feed) => feed.id === article.feedId)?.timezone ?? 'UTC'
}
