import type { ExpressionBuilder } from 'kysely'
import type { Schema } from './schema.ts'

/** Whether no mail of a plan told of the match's article: to this address, or to any when none is named. */
export function isUntold(
  e: ExpressionBuilder<Schema, 'match'>,
  { planId, address }: { readonly planId: string; readonly address?: string },
) {
  const told = e
    .selectFrom('mailed')
    .select('mailed.article_id')
    .whereRef('mailed.article_id', '=', 'match.article_id')
    .where('mailed.plan_id', '=', planId)
  return e.not(e.exists(address === undefined ? told : told.where('mailed.address', '=', address)))
}
