import { type Kysely, sql } from 'kysely'

/**
 * What was said, in which story an article stands, and what people decided about stories. All articles that matched
 * before are to be grouped.
 */
export async function createStoryTables(db: Kysely<unknown>): Promise<void> {
  await createStatementTable(db)
  await db.schema
    .createTable('story')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text')
    .addColumn('merged_into', 'text', (c) => c.references('story.id').onDelete('cascade'))
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('story_last').on('story').column('last_at').execute()
  await createMemberTable(db)
  await createGroupingTables(db)
}

async function createStatementTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('statement')
    .addColumn('article_id', 'text', (c) => c.notNull().references('article.id').onDelete('cascade'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('speaker', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text')
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('statement_pk', ['article_id', 'position'])
    .execute()
  await db.schema.createIndex('statement_said').on('statement').columns(['at', 'speaker', 'person_id']).execute()
  await db.schema.createIndex('statement_speaker').on('statement').columns(['speaker', 'at']).execute()
}

async function createMemberTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('story_article')
    .addColumn('article_id', 'text', (c) => c.primaryKey().references('article.id').onDelete('cascade'))
    .addColumn('sequence', 'bigint', (c) => c.notNull().unique())
    .addColumn('story_id', 'text', (c) => c.notNull().references('story.id'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('traits', 'text')
    .addColumn('placement', 'text', (c) => c.notNull())
    .addColumn('is_outdated', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('story_article_story').on('story_article').columns(['story_id', 'sequence']).execute()
}

async function createGroupingTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('story_due')
    .addColumn('article_id', 'text', (c) => c.primaryKey().references('article.id').onDelete('cascade'))
    .addColumn('attempt_count', 'integer', (c) => c.notNull())
    .addColumn('next_attempt_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('story_due_next').on('story_due').column('next_attempt_at').execute()
  await sql`insert into story_due (article_id, attempt_count, next_attempt_at)
    select article_id, 0, min(matched_at) from "match" group by article_id`.execute(db)
  await db.schema
    .createTable('story_log')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addColumn('last_edit', 'bigint', (c) => c.notNull())
    .execute()
  await sql`insert into story_log (id, sequence, last_edit) values (1, 0, 0)`.execute(db)
  await db.schema
    .createTable('story_decision')
    .addColumn('sequence', 'bigint', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('decision', 'text', (c) => c.notNull())
    .execute()
}
