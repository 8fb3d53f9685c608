import type { Article } from '../article/article.ts'
import type { Reading } from '../article/reading.ts'
import { linkWithoutTracking } from '../digest/link-without-tracking.ts'
import type { FetchFailed, FetchFailure, FreshPage } from '../feed/fetch-outcome.ts'
import { backoffAt } from './backoff.ts'
import type { Job, StepOutcome } from './job.ts'
import { type ReadListedPorts, readListed } from './read-listed.ts'
import { type PageMarks, readRawPage } from './read-raw-page.ts'
import { type RereadArticlePorts, rereadArticle } from './reread-article.ts'
import { RetryLaterError } from './step-error.ts'
import { type ReadPage, type TakeBetterPagePorts, takeBetterPage } from './take-better-page.ts'

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

export interface ReadArticlePorts extends TakeBetterPagePorts, ReadListedPorts, RereadArticlePorts {
  /** How long pages are kept for another reading; 0 keeps none. */
  readonly keepPagesMs: () => number
  readonly startAttempt: (attempt: {
    readonly articleId: string
    readonly awaits: 'reading'
    readonly nextAttemptAt: number
  }) => Promise<Article | undefined>
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
    readonly page?: { readonly url: string; readonly contentType?: string; readonly body: Uint8Array }
    readonly marks?: PageMarks
  }) => Promise<void>
  readonly enqueue: (jobs: readonly Job[]) => Promise<void>
}

/**
 * Fetches an article's page and stores its text, or, when that cannot be had, what the feed said of it. One that was read
 * and is due again is read from its kept page.
 */
export async function readArticle(ports: ReadArticlePorts, job: { readonly articleId: string }): Promise<StepOutcome> {
  const { articleId } = job
  const now = ports.now()
  const article = await ports.startAttempt({ articleId, awaits: 'reading', nextAttemptAt: backoffAt(now, 1) })
  if (article === undefined) return rereadArticle(ports, articleId)
  if (!article.hasPage) return settle(ports, article, { reason: 'the item has no link' })
  if (article.attemptCount > ATTEMPT_LIMIT)
    return settle(ports, article, { reason: article.reason ?? 'reading it never ended' })
  const page = await ports.fetchPage({ url: article.url })
  if (page.kind === 'failed') return saveFailure(ports, article, page)
  if (page.kind === 'unchanged') return settle(ports, article, { reason: 'the server sent no page' })
  const read = await readRawPage(ports, article, page)
  if (read.kind === 'failed') return settle(ports, article, { reason: read.reason, page })
  const best = await takeBetterPage(ports, article, { page, read })
  const { reading } = best.read
  if (reading.quality === 'failed')
    return settle(ports, article, { reason: reading.qualityReason ?? 'no article', page: best.page })
  await saveAndOffer(ports, article, { reading, url: page.url, best, ...reasonOf(reading) })
  return { kind: reading.quality, url: article.url, extractionMs: Math.round(best.read.ms) }
}

async function saveFailure(ports: ReadArticlePorts, article: Article, outcome: FetchFailed): Promise<StepOutcome> {
  const { failure, retryAt } = outcome
  const reason = `${failure.code}: ${failure.message}`
  if (LASTING.has(failure.code)) return settle(ports, article, { reason })
  const isFree = failure.code === 'rate-limited' && retryAt !== undefined
  if (!isFree && article.attemptCount >= ATTEMPT_LIMIT) return settle(ports, article, { reason })
  const until = Math.max(retryAt ?? 0, isFree ? 0 : backoffAt(ports.now(), article.attemptCount))
  await ports.postponeReading({ articleId: article.id, until, reason, isFree })
  if (isFree) throw new RetryLaterError(reason, until)
  return { kind: 'postponed', reason, url: article.url }
}

/** Takes what the feed said for the article, and says why; a page that was no use is kept all the same. */
async function settle(
  ports: ReadArticlePorts,
  article: Article,
  { reason, page }: { readonly reason: string; readonly page?: FreshPage },
): Promise<StepOutcome> {
  const reading = await readListed(ports, article, reason)
  await saveAndOffer(ports, article, { reading, url: article.url, reason, ...(page && { best: { page } }) })
  return { kind: 'summary-only', reason, url: article.url }
}

interface Found {
  readonly reading: Reading
  readonly url: string
  readonly reason?: string
  readonly best?: Pick<ReadPage, 'page'> & Partial<ReadPage>
}

async function saveAndOffer(ports: ReadArticlePorts, article: Article, found: Found): Promise<void> {
  const { reading, url, reason, best } = found
  const isPageRead = reading.quality === 'full' || reading.quality === 'partial'
  await ports.saveReading({
    articleId: article.id,
    status: isPageRead ? 'read' : 'failed',
    readAt: ports.now(),
    reading,
    ...(reason !== undefined && { reason }),
    url: linkWithoutTracking(isPageRead ? url : article.url),
    ...(best && ports.keepPagesMs() > 0 && { page: rawPageOf(best.page) }),
    ...(best?.read && { marks: best.read.marks }),
  })
  await ports.enqueue([{ step: 'match-article', articleId: article.id }])
}

function rawPageOf({ url, contentType, body }: FreshPage) {
  return { url, body, ...(contentType !== undefined && { contentType }) }
}

function reasonOf(reading: Reading): { readonly reason?: string } {
  return reading.qualityReason === undefined ? {} : { reason: reading.qualityReason }
}
