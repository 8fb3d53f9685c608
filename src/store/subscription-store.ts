import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

const LINK_SECRET = 'link'

/** One digest to one address. */
export interface Subscription {
  readonly planId: string
  readonly address: string
}

export async function isUnsubscribed(db: Kysely<Schema>, { planId, address }: Subscription): Promise<boolean> {
  const row = await db
    .selectFrom('unsubscription')
    .select('since_at')
    .where('plan_id', '=', planId)
    .where('address', '=', mailboxOf(address))
    .executeTakeFirst()
  return row !== undefined
}

/** Done again, it changes nothing: the first moment counts. */
export async function unsubscribe(
  db: Kysely<Schema>,
  { planId, address }: Subscription,
  sinceAt: number,
): Promise<void> {
  await db
    .insertInto('unsubscription')
    .values({ plan_id: planId, address: mailboxOf(address), since_at: sinceAt })
    .onConflict((c) => c.columns(['plan_id', 'address']).doNothing())
    .execute()
}

export async function resubscribe(db: Kysely<Schema>, { planId, address }: Subscription): Promise<void> {
  await db
    .deleteFrom('unsubscription')
    .where('plan_id', '=', planId)
    .where('address', '=', mailboxOf(address))
    .execute()
}

/**
 * The secrets that links may be signed with: the first signs, all verify. The configured ones come first; without any
 * the desk makes one, once, and keeps it, so that links live longer than the process. A kept one still verifies after
 * another was configured.
 */
export async function loadSecrets(db: Kysely<Schema>, configured: readonly string[]): Promise<readonly string[]> {
  if (configured.length === 0) {
    await db
      .insertInto('secret')
      .values({ name: LINK_SECRET, value: randomBytes(32).toString('base64url') })
      .onConflict((c) => c.column('name').doNothing())
      .execute()
  }
  const kept = await db.selectFrom('secret').select('value').where('name', '=', LINK_SECRET).executeTakeFirst()
  return kept === undefined ? configured : [...configured, kept.value]
}

/** A reader whose address the operator spells another way is the same reader. */
function mailboxOf(address: string): string {
  return address.toLowerCase()
}
