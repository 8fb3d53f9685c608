import { type Kysely, sql } from 'kysely'
import { isSqlite } from './is-sqlite.ts'
import type { Schema } from './schema.ts'

/** Puts an article into the index of the archive by its words, in the place of what stood there for it. */
export async function saveWords(db: Kysely<Schema>, articleId: string, words: readonly string[]): Promise<void> {
  if (isSqlite(db)) return saveSqliteWords(db, articleId, words)
  await sql`insert into article_words (article_id, words)
    values (${articleId}, array_to_tsvector(${[...words]}::text[]))
    on conflict (article_id) do update set words = excluded.words`.execute(db)
}

async function saveSqliteWords(db: Kysely<Schema>, articleId: string, words: readonly string[]): Promise<void> {
  const before = await sql<{ number: number }>`
    select number from article_number where article_id = ${articleId}`.execute(db)
  const known = before.rows[0]?.number
  if (known !== undefined) await sql`delete from article_words where rowid = ${known}`.execute(db)
  const added =
    known === undefined
      ? await sql<{ number: number }>`
          insert into article_number (article_id) values (${articleId}) returning number`.execute(db)
      : before
  const number = added.rows[0]?.number
  if (number === undefined) throw new Error(`article_number: expected a row for ${articleId}, got none`)
  await sql`insert into article_words (rowid, words) values (${number}, ${words.join(' ')})`.execute(db)
}
