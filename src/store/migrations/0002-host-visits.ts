import type { Kysely } from 'kysely'

export async function createHostVisitTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('host_visit')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('host', 'text', (c) => c.notNull())
    .addColumn('until_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('host_visit_host').on('host_visit').columns(['host', 'until_at']).execute()
}
