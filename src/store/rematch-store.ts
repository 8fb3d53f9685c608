import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** Stored articles that other topics than those in force judged, first seen since a moment. */
interface Outdated {
  readonly topicsVersion: string
  readonly seenSince: number
}

/**
 * Makes the newest of the articles that other topics judged due for matching: a portion at a time, so that what is new
 * does not wait behind them. @returns how many
 */
export async function requeueOutdatedMatches(
  db: Kysely<Schema>,
  request: Outdated & { readonly now: number; readonly limit: number },
): Promise<number> {
  const result = await db
    .updateTable('article')
    .set({ next_attempt_at: request.now, attempt_count: 0 })
    .where('id', 'in', (e) =>
      e
        .selectFrom('article')
        .select('id')
        .where(isOutdated(request))
        .where('next_attempt_at', 'is', null)
        .orderBy('first_seen_at', 'desc')
        .orderBy('id')
        .limit(request.limit),
    )
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** How many articles wait to be judged by the topics in force, and how many were judged by them. */
export async function countOutdatedMatches(
  db: Kysely<Schema>,
  request: Outdated,
): Promise<{ readonly leftCount: number; readonly doneCount: number }> {
  const row = await db
    .selectFrom('article')
    .select((e) => [
      e.fn.countAll().filterWhere('matched_version', '!=', request.topicsVersion).as('left'),
      e.fn.countAll().filterWhere('matched_version', '=', request.topicsVersion).as('done'),
    ])
    .where('matched_version', 'is not', null)
    .where('first_seen_at', '>=', request.seenSince)
    .executeTakeFirstOrThrow()
  return { leftCount: Number(row.left), doneCount: Number(row.done) }
}

function isOutdated({ topicsVersion, seenSince }: Outdated) {
  return (e: ExpressionBuilder<Schema, 'article'>) =>
    e.and([
      e('matched_version', 'is not', null),
      e('matched_version', '!=', topicsVersion),
      e('first_seen_at', '>=', seenSince),
    ])
}
