import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** How long articles wait for others of the same polls that are still to be read or matched. */
const PATIENCE_MS = 2 * 60_000

/** Makes an article due for grouping: one that matches and has no story, or has one and was read again since. */
export async function makeGroupingDue(
  trx: Transaction<Schema>,
  { articleId, isMatched, dueAt }: { readonly articleId: string; readonly isMatched: boolean; readonly dueAt: number },
): Promise<void> {
  const placed = await trx
    .selectFrom('story_article')
    .select('is_outdated')
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  const isDue = placed === undefined ? isMatched : placed.is_outdated === 1
  if (!isDue) return
  await trx
    .insertInto('story_due')
    .values({ article_id: articleId, attempt_count: 0, next_attempt_at: dueAt })
    .onConflict((c) => c.column('article_id').doNothing())
    .execute()
}

/**
 * When articles that wait for grouping are next due (epoch ms): once none is to be read or matched, so that the outcome
 * hangs on no order, or after a while. What failed once is not waited for.
 */
export async function loadGroupingDueAt(db: Kysely<Schema>): Promise<number | undefined> {
  const waiting = await db
    .selectFrom('story_due')
    .select((e) => e.fn.min('next_attempt_at').as('at'))
    .executeTakeFirst()
  if (waiting?.at == null) return undefined
  const underWay = await db
    .selectFrom('article')
    .select('id')
    .where('next_attempt_at', 'is not', null)
    .where((e) => e.or([e('status', '!=', 'listed'), e('reason', 'is', null)]))
    .limit(1)
    .executeTakeFirst()
  return Number(waiting.at) + (underWay === undefined ? 0 : PATIENCE_MS)
}
