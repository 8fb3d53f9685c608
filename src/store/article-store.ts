import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Article, Listing } from '../article/article.ts'
import type { Reading } from '../article/reading.ts'
import type { Match } from '../topic/match.ts'
import { searchWords } from '../topic/search-words.ts'
import { makeGroupingDue } from './grouping-due-store.ts'
import { type PageMarks, saveMarks } from './host-block-store.ts'
import { packPage, type RawPage, savePage } from './page-store.ts'
import { saveWords } from './save-words.ts'
import type { ArticleTable, Schema } from './schema.ts'
import { type SaidInArticle, saveStatements } from './statement-store.ts'

/** What reading an article came to. */
export interface ReadResult {
  readonly articleId: string
  readonly status: 'read' | 'failed'
  readonly reason?: string
  readonly reading: Reading
  readonly readAt: number
  /** Where the page was found in the end. */
  readonly url: string
  /** To be kept for another reading. */
  readonly page?: RawPage
  /** For the memory of its host. */
  readonly marks?: PageMarks
}

export interface Judgement {
  readonly articleId: string
  readonly matches: readonly Match[]
  /** Of all topics together. */
  readonly topicsVersion: string
  /** Topic id -> version of its definition, which its match remembers. */
  readonly versions?: ReadonlyMap<string, string>
  readonly matchedAt: number
  /** What it says that somebody said: kept of articles that match. */
  readonly said?: SaidInArticle
}

export async function loadArticle(db: Kysely<Schema>, articleId: string): Promise<Article | undefined> {
  const row = await db.selectFrom('article').selectAll().where('id', '=', articleId).executeTakeFirst()
  return row && articleOf(row)
}

/** All articles in order of their URL, with the ids and evidence of their topics. */
export async function loadJudgedArticles(
  db: Kysely<Schema>,
): Promise<readonly { readonly article: Article; readonly matches: readonly Match[] }[]> {
  const articles = await db.selectFrom('article').selectAll().orderBy('url').execute()
  const matches = await db.selectFrom('match').selectAll().orderBy('topic_id').execute()
  const byArticle = Map.groupBy(matches, (row) => row.article_id)
  return articles.map((row) => ({
    article: articleOf(row),
    matches: (byArticle.get(row.id) ?? []).map(matchOf),
  }))
}

/**
 * Counts an attempt before it is made, so that a page that kills its process is not tried for ever.
 * @param nextAttemptAt when `tick` may offer the article again if nothing more is heard of this attempt
 * @returns the article, or undefined when there is nothing left to do in that status
 */
export async function startAttempt(
  db: Kysely<Schema>,
  attempt: { readonly articleId: string; readonly awaits: 'reading' | 'matching'; readonly nextAttemptAt: number },
): Promise<Article | undefined> {
  const row = await db
    .updateTable('article')
    .set((e) => ({ attempt_count: e('attempt_count', '+', 1), next_attempt_at: attempt.nextAttemptAt }))
    .where('id', '=', attempt.articleId)
    .where('next_attempt_at', 'is not', null)
    .where('status', 'in', attempt.awaits === 'reading' ? ['listed'] : ['read', 'failed'])
    .returningAll()
    .executeTakeFirst()
  return row && articleOf(row)
}

/** Puts a reading off: by a failure that may pass, or (`isFree`) by a wait that is nobody's failure. */
export async function postponeReading(
  db: Kysely<Schema>,
  wait: { readonly articleId: string; readonly until: number; readonly reason: string; readonly isFree: boolean },
): Promise<void> {
  await db
    .updateTable('article')
    .set((e) => ({
      reason: wait.reason,
      next_attempt_at: wait.until,
      attempt_count: e('attempt_count', '-', wait.isFree ? 1 : 0),
    }))
    .where('id', '=', wait.articleId)
    .where('status', '=', 'listed')
    .execute()
}

/** Stores a reading, makes the article due for matching, and its words searchable. */
export async function saveReading(db: Kysely<Schema>, result: ReadResult): Promise<void> {
  const { articleId, readAt, marks } = result
  const words = searchWords({ title: result.reading.title, body: result.reading.text })
  const page = result.page && (await packPage(result.page))
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('article')
      .set({
        status: result.status,
        url: result.url,
        reason: result.reason ?? null,
        reading: JSON.stringify(result.reading),
        read_at: result.readAt,
        attempt_count: 0,
        next_attempt_at: result.readAt,
      })
      .where('id', '=', articleId)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await saveWords(trx, articleId, words)
    if (page) await savePage(trx, { articleId, page, keptAt: readAt })
    if (marks) await saveMarks(trx, { ...marks, articleId, readAt })
  })
}

/**
 * Replaces an article's matches, with what was said in it, and makes it due for grouping. Only the first judgement of an
 * article is news; later ones are for the record.
 */
export async function saveJudgement(db: Kysely<Schema>, judgement: Judgement): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const article = await trx
      .selectFrom('article')
      .select('matched_version')
      .where('id', '=', judgement.articleId)
      .executeTakeFirst()
    if (!article) return
    const known = await trx.selectFrom('match').selectAll().where('article_id', '=', judgement.articleId).execute()
    const knownByTopic = new Map(known.map((row) => [row.topic_id, row]))
    await trx.deleteFrom('match').where('article_id', '=', judgement.articleId).execute()
    for (const match of judgement.matches) {
      const before = knownByTopic.get(match.topicId)
      await trx
        .insertInto('match')
        .values({
          article_id: judgement.articleId,
          topic_id: match.topicId,
          matched_at: before?.matched_at ?? judgement.matchedAt,
          source: match.source,
          evidence: JSON.stringify(match.evidence),
          topic_version: judgement.versions?.get(match.topicId) ?? null,
          is_mailable: before?.is_mailable ?? (article.matched_version === null ? 1 : 0),
        })
        .execute()
    }
    await saveWhatWasSaid(trx, judgement)
    await trx
      .updateTable('article')
      .set({ matched_version: judgement.topicsVersion, attempt_count: 0, next_attempt_at: null })
      .where('id', '=', judgement.articleId)
      .execute()
  })
}

async function saveWhatWasSaid(trx: Transaction<Schema>, judgement: Judgement): Promise<void> {
  const { articleId, matches, matchedAt, said = { at: matchedAt, statements: [] } } = judgement
  const isMatched = matches.length > 0
  await saveStatements(trx, articleId, isMatched ? said : { ...said, statements: [] })
  await makeGroupingDue(trx, { articleId, isMatched, dueAt: matchedAt })
}

/** Articles whose next attempt is due, oldest first, and what each waits for. */
export async function loadDueArticles(
  db: Kysely<Schema>,
  now: number,
  limit: number,
): Promise<readonly { readonly articleId: string; readonly awaits: 'reading' | 'matching' }[]> {
  const rows = await db
    .selectFrom('article')
    .select(['id', 'status'])
    .where('next_attempt_at', 'is not', null)
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ articleId: row.id, awaits: row.status === 'listed' ? 'reading' : 'matching' }))
}

export function articleOf(row: Selectable<ArticleTable>): Article {
  const listed: Listing = JSON.parse(row.listed)
  const reading: Reading | null = row.reading === null ? null : JSON.parse(row.reading)
  return {
    id: row.id,
    url: row.url,
    hasPage: row.has_page === 1,
    feedId: row.feed_id,
    outlet: row.outlet,
    listed,
    firstSeenAt: row.first_seen_at,
    status: statusOf(row.status),
    ...(row.reason !== null && { reason: row.reason }),
    attemptCount: row.attempt_count,
    ...(reading !== null && { reading }),
  }
}

export function matchOf(row: { topic_id: string; source: string; evidence: string }): Match {
  return {
    topicId: row.topic_id,
    evidence: JSON.parse(row.evidence),
    source: row.source === 'summary' ? 'summary' : 'full',
  }
}

function statusOf(word: string): Article['status'] {
  if (word === 'listed' || word === 'read' || word === 'failed' || word === 'skipped') return word
  throw new Error(`article.status: expected listed, read, failed or skipped, got ${JSON.stringify(word)}`)
}
