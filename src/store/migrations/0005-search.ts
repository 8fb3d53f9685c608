import { type Kysely, sql } from 'kysely'
import type { Reading } from '../../article/reading.ts'
import { searchWords } from '../../topic/search-words.ts'
import { isSqlite } from '../is-sqlite.ts'
import { saveWords } from '../save-words.ts'
import type { Schema } from '../schema.ts'

const BATCH_SIZE = 200

/** Makes the archive searchable, and lets a match remember which version of its topic made it. */
export async function addSearch(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('match').addColumn('topic_version', 'text').execute()
  // Behind a reading of many pages, the version is dear to look up in the table itself.
  await db.schema.createIndex('article_judged').on('article').columns(['first_seen_at', 'matched_version']).execute()
  await db.schema.dropIndex('article_seen').execute()
  if (isSqlite(db)) await createSqliteIndex(db)
  else await createPostgresIndex(db)
  await indexStored(db)
}

/**
 * The index holds words alone, no places and no text: a sixth of the size. Its row numbers are kept in a table, for those
 * of `article` may change when a file is vacuumed.
 */
async function createSqliteIndex(db: Kysely<Schema>): Promise<void> {
  await sql`create table article_number (
    number integer primary key,
    article_id text not null unique references article (id) on delete cascade
  )`.execute(db)
  await sql`create virtual table article_words using fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 0"
  )`.execute(db)
  await sql`create trigger article_number_gone after delete on article_number begin
    delete from article_words where rowid = old.number;
  end`.execute(db)
}

async function createPostgresIndex(db: Kysely<Schema>): Promise<void> {
  await sql`create table article_words (
    article_id text primary key references article (id) on delete cascade,
    words tsvector not null
  )`.execute(db)
  await sql`create index article_words_words on article_words using gin (words)`.execute(db)
}

async function indexStored(db: Kysely<Schema>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('article')
      .select(['id', 'reading'])
      .where('id', '>', after)
      .where('reading', 'is not', null)
      .orderBy('id')
      .limit(BATCH_SIZE)
      .execute()
    for (const { id, reading } of rows) await saveWords(db, id, wordsOf(reading))
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

function wordsOf(json: string | null): readonly string[] {
  if (json === null) return []
  const { title, text }: Reading = JSON.parse(json)
  return searchWords({ title, body: text })
}
