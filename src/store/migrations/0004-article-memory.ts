import { type Kysely, sql } from 'kysely'

/** Pages as they were served, the marks of their blocks, and what was learned of each host from them. */
export async function createArticleMemory(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('page')
    .addColumn('article_id', 'text', (c) => c.primaryKey().references('article.id').onDelete('cascade'))
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('content_type', 'text')
    .addColumn('body', 'bytea', (c) => c.notNull())
    .addColumn('packed_size', 'integer', (c) => c.notNull())
    .addColumn('kept_at', 'bigint', (c) => c.notNull())
    .addColumn('reread_at', 'bigint')
    .addColumn('attempt_count', 'integer', (c) => c.notNull())
    .execute()
  await sql`create index page_kept on page (kept_at, packed_size)`.execute(db)
  await sql`create index page_due on page (reread_at) where reread_at is not null`.execute(db)
  await db.schema
    .createTable('page_mark')
    .addColumn('article_id', 'text', (c) => c.primaryKey().references('article.id').onDelete('cascade'))
    .addColumn('host', 'text', (c) => c.notNull())
    .addColumn('first_seen_at', 'bigint', (c) => c.notNull())
    .addColumn('marks', 'bytea', (c) => c.notNull())
    .addColumn('memory_version', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('page_mark_host').on('page_mark').columns(['host', 'first_seen_at']).execute()
  await db.schema
    .createTable('host_memory')
    .addColumn('host', 'text', (c) => c.primaryKey())
    .addColumn('feed_id', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('recurring', 'text', (c) => c.notNull())
    .addColumn('due_at', 'bigint')
    .execute()
  await sql`create index host_memory_due on host_memory (due_at) where due_at is not null`.execute(db)
}
