import { type Kysely, sql } from 'kysely'

const TWENTY_HOURS_MS = 20 * 3_600_000

/**
 * What a mail that comes too late leaves to the next one; and the bytes in a table of their own, since every change of
 * a row writes all of it again, four times a delivery.
 */
export async function addDelivery(db: Kysely<unknown>): Promise<void> {
  for (const column of ['news_since', 'expires_at']) {
    await db.schema
      .alterTable('outbox')
      .addColumn(column, 'bigint', (c) => c.notNull().defaultTo(0))
      .execute()
  }
  await sql`update outbox set expires_at = created_at + ${sql.lit(TWENTY_HOURS_MS)}, news_since = created_at`.execute(
    db,
  )
  await db.schema.alterTable('recipient').addColumn('news_since', 'bigint').execute()
  await db.schema
    .createTable('outbox_content')
    .addColumn('id', 'text', (c) => c.primaryKey().references('outbox.id').onDelete('cascade'))
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('eml', 'bytea', (c) => c.notNull())
    .execute()
  await sql`insert into outbox_content (id, content, eml) select id, content, eml from outbox`.execute(db)
  for (const column of ['content', 'eml']) await db.schema.alterTable('outbox').dropColumn(column).execute()
}
