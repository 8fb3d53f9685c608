import { type Kysely, sql } from 'kysely'

export async function createTables(db: Kysely<unknown>): Promise<void> {
  await createFeedTables(db)
  await createArticleTables(db)
  await createDigestTables(db)
  await createHostTables(db)
}

async function createFeedTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feed_state')
    .addColumn('feed_id', 'text', (c) => c.primaryKey())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('body_hash', 'text')
    .addColumn('next_poll_at', 'bigint', (c) => c.notNull())
    .addColumn('last_poll_at', 'bigint')
    .addColumn('last_success_at', 'bigint')
    .addColumn('failing_since_at', 'bigint')
    .addColumn('failure_count', 'integer', (c) => c.notNull())
    .addColumn('last_failure', 'text')
    .addColumn('gone_at', 'bigint')
    .addColumn('item_count', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('item')
    .addColumn('feed_id', 'text', (c) => c.notNull())
    .addColumn('item_key', 'text', (c) => c.notNull())
    .addColumn('article_id', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('published_at', 'bigint')
    .addColumn('first_seen_at', 'bigint', (c) => c.notNull())
    .addColumn('last_seen_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('item_pk', ['feed_id', 'item_key'])
    .execute()
}

async function createArticleTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('article')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('has_page', 'integer', (c) => c.notNull())
    .addColumn('feed_id', 'text', (c) => c.notNull())
    .addColumn('outlet', 'text', (c) => c.notNull())
    .addColumn('listed', 'text', (c) => c.notNull())
    .addColumn('first_seen_at', 'bigint', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('attempt_count', 'integer', (c) => c.notNull())
    .addColumn('next_attempt_at', 'bigint')
    .addColumn('read_at', 'bigint')
    .addColumn('reading', 'text')
    .addColumn('matched_version', 'text')
    .execute()
  await sql`create index article_due on article (next_attempt_at) where next_attempt_at is not null`.execute(db)
  await db.schema.createIndex('article_seen').on('article').column('first_seen_at').execute()
  await db.schema
    .createTable('match')
    .addColumn('article_id', 'text', (c) => c.notNull().references('article.id').onDelete('cascade'))
    .addColumn('topic_id', 'text', (c) => c.notNull())
    .addColumn('matched_at', 'bigint', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('evidence', 'text', (c) => c.notNull())
    .addColumn('is_mailable', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('match_pk', ['article_id', 'topic_id'])
    .execute()
  await db.schema.createIndex('match_topic').on('match').columns(['topic_id', 'matched_at']).execute()
}

async function createDigestTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('recipient')
    .addColumn('plan_id', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('started_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('recipient_pk', ['plan_id', 'address'])
    .execute()
  await db.schema
    .createTable('slot')
    .addColumn('plan_id', 'text', (c) => c.notNull())
    .addColumn('slot_date', 'text', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('attempt_count', 'integer', (c) => c.notNull())
    .addColumn('next_attempt_at', 'bigint', (c) => c.notNull())
    .addColumn('composed_at', 'bigint')
    .addColumn('item_count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('slot_pk', ['plan_id', 'slot_date'])
    .execute()
  await db.schema
    .createTable('mailed')
    .addColumn('plan_id', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('article_id', 'text', (c) => c.notNull())
    .addColumn('slot_date', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('mailed_pk', ['plan_id', 'address', 'article_id'])
    .execute()
  await createOutboxTable(db)
}

/** SQLite keeps bytes as they are in a column of any type name, so PostgreSQL's serves both. */
async function createOutboxTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('plan_id', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('slot_date', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('sender', 'text', (c) => c.notNull())
    .addColumn('message_id', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('eml', 'bytea', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('phase', 'text')
    .addColumn('attempt_count', 'integer', (c) => c.notNull())
    .addColumn('resend_count', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('next_attempt_at', 'bigint', (c) => c.notNull())
    .addColumn('lease_until', 'bigint')
    .addColumn('last_reason', 'text')
    .addColumn('sent_at', 'bigint')
    .addUniqueConstraint('outbox_once', ['plan_id', 'address', 'slot_date'])
    .execute()
  await db.schema.createIndex('outbox_due').on('outbox').columns(['status', 'next_attempt_at']).execute()
}

async function createHostTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('host')
    .addColumn('host', 'text', (c) => c.primaryKey())
    .addColumn('next_start_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('robots')
    .addColumn('origin', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('status', 'integer', (c) => c.notNull())
    .addColumn('fetched_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('heartbeat')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('beat_at', 'bigint', (c) => c.notNull())
    .execute()
}
