import type { Kysely } from 'kysely'
import { isUntold } from './is-untold.ts'
import type { Schema } from './schema.ts'

/** When the first and the last article arrived, after a moment, that no reader of a plan was told of. */
export async function loadArrived(
  db: Kysely<Schema>,
  request: { readonly planId: string; readonly topicIds: readonly string[]; readonly after: number },
): Promise<{ readonly firstAt: number; readonly lastAt: number } | undefined> {
  if (request.topicIds.length === 0) return undefined
  const row = await db
    .selectFrom('match')
    .select((e) => [e.fn.min('matched_at').as('firstAt'), e.fn.max('matched_at').as('lastAt')])
    .where('topic_id', 'in', [...request.topicIds])
    .where('matched_at', '>', request.after)
    .where('is_mailable', '=', 1)
    .where((e) => isUntold(e, request))
    .executeTakeFirst()
  if (typeof row?.firstAt !== 'number' || typeof row.lastAt !== 'number') return undefined
  return { firstAt: row.firstAt, lastAt: row.lastAt }
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
