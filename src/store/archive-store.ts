import type { Kysely } from 'kysely'
import type { Article } from '../article/article.ts'
import type { Match } from '../topic/match.ts'
import { articleOf, matchOf } from './article-store.ts'
import type { Schema } from './schema.ts'

/** An article that was read, with what its topics were when it was last judged. */
export interface ArchivedArticle {
  readonly article: Article
  readonly matches: readonly StoredMatch[]
}

export interface StoredMatch extends Match {
  /** Which definition of the topic made it; absent in matches from before versions were kept. */
  readonly topicVersion?: string
  readonly matchedAt: number
}

/** Where a page of the archive ends: the next one begins behind it. */
export interface ArchivePlace {
  readonly seenAt: number
  readonly articleId: string
}

/** When articles were first seen, in epoch ms; `until` is exclusive. */
export interface ArchiveSpan {
  readonly since: number
  readonly until?: number | undefined
}

/** How many articles with a reading were first seen within a span. */
export async function countArchive(db: Kysely<Schema>, { since, until }: ArchiveSpan): Promise<number> {
  const row = await db
    .selectFrom('article')
    .select((e) => e.fn.countAll().as('count'))
    .where('first_seen_at', '>=', since)
    .$if(until !== undefined, (query) => query.where('first_seen_at', '<', until ?? 0))
    .where('reading', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The time since a moment as spans that hold about as many articles each. */
export async function divideArchive(
  db: Kysely<Schema>,
  { since, partCount }: { readonly since: number; readonly partCount: number },
): Promise<readonly ArchiveSpan[]> {
  const count = await countArchive(db, { since })
  const starts = [since]
  for (let part = 1; part < partCount; part++) {
    const row = await db
      .selectFrom('article')
      .select('first_seen_at')
      .where('first_seen_at', '>=', since)
      .orderBy('first_seen_at')
      .limit(1)
      .offset(Math.floor((count * part) / partCount))
      .executeTakeFirst()
    if (row !== undefined) starts.push(row.first_seen_at)
  }
  return starts.map((start, index) => ({ since: start, until: starts[index + 1] }))
}

/** Read articles first seen within a span, oldest first, and the place where the next page begins. */
export async function loadArchivePage(
  db: Kysely<Schema>,
  request: ArchiveSpan & { readonly after?: ArchivePlace | undefined; readonly limit: number },
): Promise<{ readonly articles: readonly ArchivedArticle[]; readonly next?: ArchivePlace }> {
  const { since, until, after, limit } = request
  const rows = await db
    .selectFrom('article')
    .selectAll()
    .where('first_seen_at', '>=', after?.seenAt ?? since)
    .$if(until !== undefined, (query) => query.where('first_seen_at', '<', until ?? 0))
    .where('reading', 'is not', null)
    .$if(after !== undefined, (query) =>
      query.where((e) => e.or([e('first_seen_at', '>', after?.seenAt ?? 0), e('id', '>', after?.articleId ?? '')])),
    )
    .orderBy('first_seen_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  const last = rows.at(-1)
  return {
    articles: await withMatches(db, rows.map(articleOf)),
    ...(last !== undefined && rows.length === limit && { next: { seenAt: last.first_seen_at, articleId: last.id } }),
  }
}

/** These articles in this order; ids that are not there are left out. */
export async function loadArchived(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly ArchivedArticle[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('article')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, articleOf(row)]))
  return withMatches(
    db,
    ids.flatMap((id) => byId.get(id) ?? []),
  )
}

/** An article by its id, or by the URL of its page. */
export async function findArticle(db: Kysely<Schema>, idOrUrl: string): Promise<ArchivedArticle | undefined> {
  const row = await db
    .selectFrom('article')
    .select('id')
    .where((e) => e.or([e('id', '=', idOrUrl), e('url', '=', idOrUrl)]))
    .orderBy('first_seen_at', 'desc')
    .executeTakeFirst()
  return row && (await loadArchived(db, [row.id]))[0]
}

async function withMatches(db: Kysely<Schema>, articles: readonly Article[]): Promise<readonly ArchivedArticle[]> {
  if (articles.length === 0) return []
  const rows = await db
    .selectFrom('match')
    .selectAll()
    .where(
      'article_id',
      'in',
      articles.map(({ id }) => id),
    )
    .orderBy('topic_id')
    .execute()
  const byArticle = Map.groupBy(rows, (row) => row.article_id)
  return articles.map((article) => ({
    article,
    matches: (byArticle.get(article.id) ?? []).map((row) => ({
      ...matchOf(row),
      matchedAt: row.matched_at,
      ...(row.topic_version !== null && { topicVersion: row.topic_version }),
    })),
  }))
}
