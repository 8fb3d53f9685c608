import type { Kysely, Transaction } from 'kysely'
import type { Article } from '../article/article.ts'
import type { Statement } from '../statement/statement.ts'
import type { NewFact } from '../story/story-index.ts'
import { articleOf } from './article-store.ts'
import type { Schema } from './schema.ts'
import { loadStatementsOf } from './statement-store.ts'
import { placementOf } from './story-store.ts'

/** An article that is to be placed, or whose traits are to be made again. */
export interface DueArticle {
  readonly article: Article
  readonly statements: readonly Statement[]
  /** This one included. */
  readonly attemptCount: number
  /** When it was placed before, and only its traits are of another reading. */
  readonly placedWith?: { readonly newFacts: readonly NewFact[] }
}

/**
 * Takes articles that are due, in the order in which they were first seen, and counts the attempt before it is made.
 * One that was tried before is taken by itself, so that it does not stop the others; after its second attempt it rests.
 */
export async function startGrouping(
  db: Kysely<Schema>,
  attempt: { readonly now: number; readonly limit: number; readonly retryAt: number },
): Promise<readonly DueArticle[]> {
  const ids = await db.transaction().execute(async (trx) => {
    const due = await findDue(trx, attempt)
    if (due.length === 0) return []
    await trx
      .updateTable('story_due')
      .set((e) => ({
        attempt_count: e('attempt_count', '+', 1),
        next_attempt_at: e
          .case()
          .when('attempt_count', '=', 0)
          .then(e.ref('next_attempt_at'))
          .else(attempt.retryAt)
          .end(),
      }))
      .where('article_id', 'in', due)
      .execute()
    return due
  })
  return loadDue(db, ids)
}

async function findDue(
  trx: Transaction<Schema>,
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<readonly string[]> {
  const due = trx
    .selectFrom('story_due')
    .innerJoin('article', 'article.id', 'story_due.article_id')
    .select('article.id')
    .where('story_due.next_attempt_at', '<=', now)
  const fresh = await due
    .where('story_due.attempt_count', '=', 0)
    .orderBy('article.first_seen_at')
    .orderBy('article.id')
    .limit(limit)
    .execute()
  const rows = fresh.length > 0 ? fresh : await due.orderBy('story_due.next_attempt_at').limit(1).execute()
  return rows.map(({ id }) => id)
}

async function loadDue(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly DueArticle[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('article')
    .innerJoin('story_due', 'story_due.article_id', 'article.id')
    .leftJoin('story_article', 'story_article.article_id', 'article.id')
    .selectAll('article')
    .select(['story_due.attempt_count as grouping_count', 'story_article.placement'])
    .where('article.id', 'in', [...ids])
    .orderBy('article.first_seen_at')
    .orderBy('article.id')
    .execute()
  const said = await loadStatementsOf(db, ids)
  return rows.map((row) => ({
    article: articleOf(row),
    statements: said.get(row.id) ?? [],
    attemptCount: row.grouping_count,
    ...(row.placement !== null && { placedWith: placementOf(row.placement) }),
  }))
}

/** Which of these articles still wait for their story. */
export async function loadStillDue(db: Kysely<Schema>, articleIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('story_due')
    .select('article_id')
    .where('article_id', 'in', [...articleIds])
    .execute()
  return new Set(rows.map(({ article_id }) => article_id))
}
