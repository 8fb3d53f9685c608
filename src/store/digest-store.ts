import type { Kysely } from 'kysely'
import type { Reading } from '../article/reading.ts'
import type { MatchedArticle } from '../digest/digest.ts'
import type { Evidence } from '../topic/match.ts'
import { isUntold } from './is-untold.ts'
import type { Schema } from './schema.ts'
import type { Families } from './story-view-store.ts'
import { withStories } from './with-stories.ts'

/** One reader of a plan. */
export interface Reader {
  readonly startedAt?: number
  /** Where the next mail has to begin, when the last one came too late. */
  readonly newsSince?: number
  /** When the last mail was composed that was not given up. */
  readonly lastMailAt?: number
}

/** Remembers since when each address gets a digest. */
export async function saveRecipients(
  db: Kysely<Schema>,
  recipients: readonly { readonly planId: string; readonly address: string }[],
  startedAt: number,
): Promise<void> {
  if (recipients.length === 0) return
  const rows = recipients.map(({ planId, address }) => ({ plan_id: planId, address, started_at: startedAt }))
  for (let first = 0; first < rows.length; first += 500) {
    await db
      .insertInto('recipient')
      .values(rows.slice(first, first + 500))
      .onConflict((c) => c.columns(['plan_id', 'address']).doNothing())
      .execute()
  }
}

export async function loadReader(db: Kysely<Schema>, planId: string, address: string): Promise<Reader> {
  const reader = await db
    .selectFrom('recipient')
    .select(['started_at', 'news_since'])
    .where('plan_id', '=', planId)
    .where('address', '=', address)
    .executeTakeFirst()
  const last = await db
    .selectFrom('outbox')
    .select((e) => e.fn.max('created_at').as('created_at'))
    .where('plan_id', '=', planId)
    .where('address', '=', address)
    .where('status', 'not in', ['expired', 'cancelled'])
    .executeTakeFirst()
  return {
    ...(typeof reader?.started_at === 'number' && { startedAt: reader.started_at }),
    ...(typeof reader?.news_since === 'number' && { newsSince: reader.news_since }),
    ...(typeof last?.created_at === 'number' && { lastMailAt: last.created_at }),
  }
}

/** Articles that matched these topics and that this address was not told of yet, the last to arrive first. */
export async function loadUnmailedIds(
  db: Kysely<Schema>,
  request: {
    readonly planId: string
    readonly address: string
    readonly topicIds: readonly string[]
    readonly matchedSince: number
    readonly limit: number
  },
): Promise<string[]> {
  if (request.topicIds.length === 0) return []
  const rows = await db
    .selectFrom('match')
    .select('article_id')
    .where('topic_id', 'in', [...request.topicIds])
    .where('matched_at', '>=', request.matchedSince)
    .where('is_mailable', '=', 1)
    .where((e) => isUntold(e, request))
    .groupBy('article_id')
    .orderBy((e) => e.fn.max('matched_at'), 'desc')
    .orderBy('article_id')
    .limit(request.limit)
    .execute()
  return rows.map((row) => row.article_id)
}

/** These articles with their matches of these topics, those that may be mailed, and with what was said in which story. */
export async function loadMatched(
  db: Kysely<Schema>,
  request: {
    readonly articleIds: readonly string[]
    readonly topicIds: readonly string[]
    readonly families?: Families
  },
): Promise<MatchedArticle[]> {
  const { articleIds, topicIds, families = new Map() } = request
  const articles: MatchedArticle[] = []
  for (let first = 0; first < articleIds.length; first += 500) {
    const rows = await db
      .selectFrom('match')
      .innerJoin('article', 'article.id', 'match.article_id')
      .select(['match.topic_id', 'match.evidence', 'article.id', 'article.url', 'article.outlet'])
      .select(['article.first_seen_at', 'article.reading'])
      .where('article.id', 'in', articleIds.slice(first, first + 500))
      .where('match.topic_id', 'in', [...topicIds])
      .where('match.is_mailable', '=', 1)
      .orderBy('article.id')
      .orderBy('match.topic_id')
      .execute()
    const matched = [...Map.groupBy(rows, (row) => row.id).values()].flatMap(matchedArticleOf)
    articles.push(...(await withStories(db, matched, families)))
  }
  return articles
}

interface MatchRow {
  readonly id: string
  readonly url: string
  readonly outlet: string
  readonly first_seen_at: number
  readonly reading: string | null
  readonly topic_id: string
  readonly evidence: string
}

export function matchedArticleOf(rows: readonly MatchRow[]): MatchedArticle[] {
  const [row] = rows
  if (row === undefined || row.reading === null) return []
  const reading: Reading = JSON.parse(row.reading)
  return [
    {
      articleId: row.id,
      url: row.url,
      title: reading.title,
      outlet: row.outlet,
      ...(reading.language !== undefined && { language: reading.language }),
      ...(reading.published !== undefined && { published: reading.published }),
      firstSeenAt: row.first_seen_at,
      text: reading.text,
      passages: reading.passages,
      labels: reading.labels,
      quality: reading.quality,
      matches: rows.map((each) => ({ topicId: each.topic_id, evidence: evidenceOf(each.evidence) })),
    },
  ]
}

function evidenceOf(json: string): Evidence[] {
  return JSON.parse(json)
}
