import type { Kysely } from 'kysely'

export async function createSubscriptionTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('unsubscription')
    .addColumn('plan_id', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('since_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('unsubscription_pk', ['plan_id', 'address'])
    .execute()
  await db.schema
    .createTable('secret')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
}
