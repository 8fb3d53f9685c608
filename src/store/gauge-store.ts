import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** What the database says of how things stand, for the metrics. */
export interface StoreGauges {
  readonly articleCount: number
  readonly unsubscriptionCount: number
  readonly mailsByStatus: Readonly<Record<string, number>>
  /** Due and not done yet. */
  readonly dueReadingCount: number
  readonly dueMatchingCount: number
  readonly dueGroupingCount: number
  readonly dueSlotCount: number
  readonly dueMailCount: number
}

export async function loadGauges(db: Kysely<Schema>, now: number): Promise<StoreGauges> {
  const mails = await db
    .selectFrom('outbox')
    .select((e) => ['status', e.fn.countAll().as('count')])
    .groupBy('status')
    .execute()
  const row = await db
    .selectNoFrom((e) => {
      const articles = e.selectFrom('article').select(e.fn.countAll().as('n'))
      const slots = e.selectFrom('slot').select(e.fn.countAll().as('n'))
      const grouping = e.selectFrom('story_due').select(e.fn.countAll().as('n'))
      const outbox = e.selectFrom('outbox').select(e.fn.countAll().as('n'))
      const dueArticles = articles.where('next_attempt_at', '<=', now)
      return [
        articles.as('articleCount'),
        e.selectFrom('unsubscription').select(e.fn.countAll().as('n')).as('unsubscriptionCount'),
        dueArticles.where('status', '=', 'listed').as('dueReadingCount'),
        dueArticles.where('status', '!=', 'listed').as('dueMatchingCount'),
        grouping.where('next_attempt_at', '<=', now).as('dueGroupingCount'),
        slots.where('composed_at', 'is', null).where('next_attempt_at', '<=', now).as('dueSlotCount'),
        outbox.where('status', '=', 'queued').where('next_attempt_at', '<=', now).as('dueMailCount'),
      ]
    })
    .executeTakeFirstOrThrow()
  return {
    articleCount: Number(row.articleCount),
    unsubscriptionCount: Number(row.unsubscriptionCount),
    mailsByStatus: Object.fromEntries(mails.map(({ status, count }) => [status, Number(count)])),
    dueReadingCount: Number(row.dueReadingCount),
    dueMatchingCount: Number(row.dueMatchingCount),
    dueGroupingCount: Number(row.dueGroupingCount),
    dueSlotCount: Number(row.dueSlotCount),
    dueMailCount: Number(row.dueMailCount),
  }
}
