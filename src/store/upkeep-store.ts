import type { Kysely, Transaction } from 'kysely'
import { loadGroupingDueAt } from './grouping-due-store.ts'
import { loadNextLearningAt } from './host-block-store.ts'
import type { Schema } from './schema.ts'

export interface StoreCounts {
  readonly articleCount: number
  readonly waitingCount: number
  readonly matchCount: number
  readonly sentCount: number
  readonly undeliveredCount: number
}

/** Mails that a server or a person still has to do with. */
const OPEN = ['queued', 'failed', 'unknown']

/** Marks that a part of the desk is alive; `status` and health checks read it. */
export async function saveHeartbeat(db: Kysely<Schema>, name: string, beatAt: number): Promise<void> {
  await db
    .insertInto('heartbeat')
    .values({ name, beat_at: beatAt })
    .onConflict((c) => c.column('name').doUpdateSet({ beat_at: beatAt }))
    .execute()
}

export async function loadHeartbeat(db: Kysely<Schema>, name: string): Promise<number | undefined> {
  const row = await db.selectFrom('heartbeat').select('beat_at').where('name', '=', name).executeTakeFirst()
  return row?.beat_at
}

export async function loadCounts(db: Kysely<Schema>): Promise<StoreCounts> {
  const row = await db
    .selectNoFrom((e) => [
      e.selectFrom('article').select(e.fn.countAll().as('n')).as('articleCount'),
      e
        .selectFrom('article')
        .select(e.fn.countAll().as('n'))
        .where('next_attempt_at', 'is not', null)
        .as('waitingCount'),
      e.selectFrom('match').select(e.fn.countAll().as('n')).as('matchCount'),
      e.selectFrom('outbox').select(e.fn.countAll().as('n')).where('status', '=', 'sent').as('sentCount'),
      e.selectFrom('outbox').select(e.fn.countAll().as('n')).where('status', 'in', OPEN).as('undeliveredCount'),
    ])
    .executeTakeFirstOrThrow()
  return {
    articleCount: Number(row.articleCount),
    waitingCount: Number(row.waitingCount),
    matchCount: Number(row.matchCount),
    sentCount: Number(row.sentCount),
    undeliveredCount: Number(row.undeliveredCount),
  }
}

/** When the next attempt at anything begun is due: reading, matching, grouping, composing, delivering, learning. */
export async function loadNextAttemptAt(db: Kysely<Schema>): Promise<number | undefined> {
  const row = await db
    .selectNoFrom((e) => [
      e
        .selectFrom('article')
        .select((a) => a.fn.min('next_attempt_at').as('at'))
        .as('article'),
      e
        .selectFrom('slot')
        .select((s) => s.fn.min('next_attempt_at').as('at'))
        .where('composed_at', 'is', null)
        .as('slot'),
      e
        .selectFrom('outbox')
        .select((o) => o.fn.min(o.fn.coalesce('lease_until', 'next_attempt_at')).as('at'))
        .where('status', '=', 'queued')
        .as('outbox'),
      e
        .selectFrom('page')
        .select((p) => p.fn.min('reread_at').as('at'))
        .as('page'),
    ])
    .executeTakeFirstOrThrow()
  const offered = [await loadNextLearningAt(db), await loadGroupingDueAt(db)]
  const times = [row.article, row.slot, row.outbox, row.page, ...offered].flatMap((at) =>
    at == null ? [] : [Number(at)],
  )
  return times.length === 0 ? undefined : Math.min(...times)
}

/** How many articles came to a reading since a moment, and how many of them not in full. */
export async function loadReadCounts(
  db: Kysely<Schema>,
  since: number,
): Promise<{ readonly articleCount: number; readonly partlyReadCount: number }> {
  const row = await db
    .selectFrom('article')
    .select((e) => [
      e.fn.countAll().as('all'),
      e.fn.sum(e.case().when('status', '=', 'failed').then(1).else(0).end()).as('failed'),
    ])
    .where('read_at', '>=', since)
    .executeTakeFirstOrThrow()
  return { articleCount: Number(row.all), partlyReadCount: Number(row.failed ?? 0) }
}

/** Their articles went with all that hangs on them; a story that was merged into another goes with that one. */
async function deleteEmptyStories(trx: Transaction<Schema>): Promise<void> {
  await trx
    .deleteFrom('story')
    .where('merged_into', 'is', null)
    .where('id', 'not in', (e) => e.selectFrom('story_article').select('story_article.story_id'))
    .execute()
}

/**
 * Forgets articles, their matches, stories and sent mail from before a moment. What an address was told stays known, and so do
 * the items a feed still lists, or they would be new again. @returns how many articles
 */
export async function deleteOld(db: Kysely<Schema>, before: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const old = trx.selectFrom('article').select('id').where('first_seen_at', '<', before)
    await trx.deleteFrom('match').where('article_id', 'in', old).execute()
    const deleted = await trx.deleteFrom('article').where('first_seen_at', '<', before).executeTakeFirst()
    await deleteEmptyStories(trx)
    await trx.deleteFrom('outbox').where('created_at', '<', before).where('status', 'not in', OPEN).execute()
    await trx
      .deleteFrom('item')
      .where('last_seen_at', '<', before)
      .where('last_seen_at', '<', (e) =>
        e
          .selectFrom('item as other')
          .select((o) => o.fn.max('other.last_seen_at').as('latest'))
          .whereRef('other.feed_id', '=', 'item.feed_id'),
      )
      .execute()
    return Number(deleted.numDeletedRows)
  })
}
