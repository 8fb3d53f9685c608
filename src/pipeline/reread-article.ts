import type { Article } from '../article/article.ts'
import type { Reading } from '../article/reading.ts'
import { backoffAt } from './backoff.ts'
import type { Job, StepOutcome } from './job.ts'
import { type ReadListedPorts, readListed } from './read-listed.ts'
import { type PageMarks, type RawPage, type ReadRawPagePorts, readRawPage } from './read-raw-page.ts'

export interface Rereading {
  readonly articleId: string
  readonly status: 'read' | 'failed'
  readonly reason?: string
  readonly reading: Reading
  readonly rereadAt: number
  readonly marks: PageMarks
}

export interface RereadArticlePorts extends ReadRawPagePorts, ReadListedPorts {
  readonly startRereading: (attempt: {
    readonly articleId: string
    readonly nextAttemptAt: number
  }) => Promise<RawPage | undefined>
  readonly loadArticle: (articleId: string) => Promise<Article | undefined>
  readonly endRereading: (articleId: string) => Promise<void>
  readonly saveRereading: (result: Rereading) => Promise<void>
  readonly enqueue: (jobs: readonly Job[]) => Promise<void>
}

/** Reads the kept page of an article that is due for it again: more was learned of its host since. */
export async function rereadArticle(ports: RereadArticlePorts, articleId: string): Promise<StepOutcome> {
  const page = await ports.startRereading({ articleId, nextAttemptAt: backoffAt(ports.now(), 1) })
  const article = await ports.loadArticle(articleId)
  if (page === undefined || article === undefined) return { kind: 'nothing-to-do' }
  const result = await readKeptPage(ports, article, page)
  if (result.kind === 'failed') {
    await ports.endRereading(articleId)
    return { kind: 'kept-as-it-was', reason: result.reason, url: article.url }
  }
  await ports.saveRereading(result.rereading)
  await ports.enqueue([{ step: 'match-article', articleId }])
  return { kind: 'read-again', quality: result.rereading.reading.quality, url: article.url }
}

/** What today's reading of a kept page comes to. */
export async function readKeptPage(
  ports: ReadRawPagePorts & ReadListedPorts,
  article: Article,
  page: RawPage,
): Promise<
  { readonly kind: 'read'; readonly rereading: Rereading } | { readonly kind: 'failed'; readonly reason: string }
> {
  const read = await readRawPage(ports, article, page)
  if (read.kind === 'failed') return read
  const reason = read.reading.qualityReason
  const isArticle = read.reading.quality !== 'failed'
  const reading = isArticle ? read.reading : await readListed(ports, article, reason ?? 'no article')
  const rereading: Rereading = {
    articleId: article.id,
    status: reading.quality === 'full' || reading.quality === 'partial' ? 'read' : 'failed',
    ...(reason !== undefined && { reason }),
    reading,
    rereadAt: ports.now(),
    marks: read.marks,
  }
  return { kind: 'read', rereading }
}
