import type { Kysely } from 'kysely'
import { isUntold } from './is-untold.ts'
import type { Schema } from './schema.ts'

/**
 * Of every story: when the first and the last of its articles arrived, after a moment, that no reader of a plan was told
 * of. An article not placed yet is a story of its own.
 */
export async function loadArrived(
  db: Kysely<Schema>,
  request: { readonly planId: string; readonly topicIds: readonly string[]; readonly after: number },
): Promise<{ readonly firstAt: number; readonly lastAt: number }[]> {
  if (request.topicIds.length === 0) return []
  const rows = await db
    .selectFrom('match')
    .leftJoin('story_article', 'story_article.article_id', 'match.article_id')
    .select((e) => [e.fn.min('match.matched_at').as('firstAt'), e.fn.max('match.matched_at').as('lastAt')])
    .where('match.topic_id', 'in', [...request.topicIds])
    .where('match.matched_at', '>', request.after)
    .where('match.is_mailable', '=', 1)
    .where((e) => isUntold(e, request))
    .groupBy((e) => e.fn.coalesce('story_article.story_id', 'match.article_id'))
    .execute()
  return rows.map(({ firstAt, lastAt }) => ({ firstAt: Number(firstAt), lastAt: Number(lastAt) }))
}

/** Articles that matched from one moment to another: in all, and per topic. */
export async function countMatched(
  db: Kysely<Schema>,
  request: { readonly topicIds: readonly string[]; readonly since: number; readonly until: number },
): Promise<{ readonly articleCount: number; readonly byTopic: ReadonlyMap<string, number> }> {
  if (request.topicIds.length === 0) return { articleCount: 0, byTopic: new Map() }
  const matched = db
    .selectFrom('match')
    .where('topic_id', 'in', [...request.topicIds])
    .where('matched_at', '>=', request.since)
    .where('matched_at', '<', request.until)
    .where('is_mailable', '=', 1)
  const all = await matched.select((e) => e.fn.count('article_id').distinct().as('n')).executeTakeFirstOrThrow()
  const rows = await matched
    .select(['topic_id', (e) => e.fn.countAll().as('n')])
    .groupBy('topic_id')
    .execute()
  return { articleCount: Number(all.n), byTopic: new Map(rows.map((row) => [row.topic_id, Number(row.n)])) }
}
