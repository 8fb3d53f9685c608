import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Sieve } from '../topic/sieve.ts'
import { isSqlite } from './is-sqlite.ts'
import type { Schema } from './schema.ts'

/** Ids of the articles first seen since a moment that pass a sieve, newest first. */
export async function findArticleIds(
  db: Kysely<Schema>,
  request: { readonly sieve: Sieve; readonly since: number },
): Promise<readonly string[]> {
  const passing = passingIds(isSqlite(db), request.sieve)
  const rows = await db
    .selectFrom('article')
    .select('id')
    .where('first_seen_at', '>=', request.since)
    .where('reading', 'is not', null)
    .$if(passing !== undefined, (query) => query.where(sql<boolean>`id in (${passing})`))
    .orderBy('first_seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

function passingIds(isFts5: boolean, sieve: Sieve): RawBuilder<unknown> | undefined {
  if (sieve.kind === 'anything') return undefined
  if (!isFts5) return sql`select article_id from article_words where words @@ ${tsquery(sieve)}::tsquery`
  return sql`select article_number.article_id from article_words
    join article_number on article_number.number = article_words.rowid
    where article_words match ${fts5(sieve)}`
}

/** Forms are letters and digits alone, so quotes cannot stand in them; they are taken out all the same. */
function fts5(sieve: Sieve): string {
  if (sieve.kind === 'anything') throw new Error('expected a sieve that was simplified')
  if (sieve.kind === 'word') return `"${sieve.form.replaceAll('"', '')}"${sieve.isPrefix ? '*' : ''}`
  return `(${sieve.of.map(fts5).join(sieve.kind === 'all' ? ' AND ' : ' OR ')})`
}

function tsquery(sieve: Sieve): string {
  if (sieve.kind === 'anything') throw new Error('expected a sieve that was simplified')
  if (sieve.kind === 'word') return `'${sieve.form.replaceAll(/['\\]/g, '')}'${sieve.isPrefix ? ':*' : ''}`
  return `(${sieve.of.map(tsquery).join(sieve.kind === 'all' ? ' & ' : ' | ')})`
}
