import type { Kysely } from 'kysely'
import { packBytes, unpackBytes } from './pack-bytes.ts'
import type { Schema } from './schema.ts'

/** A page as it was served, its Content-Encoding undone. */
export interface RawPage {
  readonly url: string
  readonly contentType?: string
  readonly body: Uint8Array
}

export interface PackedPage extends Omit<RawPage, 'body'> {
  readonly packed: Uint8Array
}

/** A page beyond this is no page to keep; packed bytes. */
const MAX_PACKED_BYTES = 2 * 1024 ** 2
/** Of all kept pages together; the oldest go first. */
const MAX_TOTAL_BYTES = 2 * 1024 ** 3
/** A page that ends its process each time is not read again for ever. */
const ATTEMPT_LIMIT = 3

/** Packs a page, off this thread. @returns undefined for a page that is too large to be kept */
export async function packPage(page: RawPage): Promise<PackedPage | undefined> {
  const { body, ...rest } = page
  const packed = await packBytes(body)
  return packed.length > MAX_PACKED_BYTES ? undefined : { ...rest, packed }
}

/** Keeps the page of an article, in the place of an older one. */
export async function savePage(
  db: Kysely<Schema>,
  kept: { readonly articleId: string; readonly page: PackedPage; readonly keptAt: number },
): Promise<void> {
  const { url, contentType, packed } = kept.page
  const row = {
    url,
    content_type: contentType ?? null,
    body: packed,
    packed_size: packed.length,
    kept_at: kept.keptAt,
    reread_at: null,
    attempt_count: 0,
  }
  await db
    .insertInto('page')
    .values({ ...row, article_id: kept.articleId })
    .onConflict((c) => c.column('article_id').doUpdateSet(row))
    .execute()
}

/** The kept page of an article. */
export async function loadPage(db: Kysely<Schema>, articleId: string): Promise<RawPage | undefined> {
  const row = await db.selectFrom('page').selectAll().where('article_id', '=', articleId).executeTakeFirst()
  if (row === undefined) return undefined
  const body = await unpackBytes(row.body)
  return { url: row.url, body, ...(row.content_type !== null && { contentType: row.content_type }) }
}

/** Ids of articles whose pages were kept since a moment, the oldest first. */
export async function listPages(db: Kysely<Schema>, since: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('page')
    .select('article_id')
    .where('kept_at', '>=', since)
    .orderBy('kept_at')
    .orderBy('article_id')
    .execute()
  return rows.map((row) => row.article_id)
}

export async function loadDueRereadings(db: Kysely<Schema>, now: number, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('page')
    .select('article_id')
    .where('reread_at', '<=', now)
    .orderBy('reread_at')
    .orderBy('article_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.article_id)
}

/** Counts an attempt at reading a kept page again before it is made. @returns undefined when there is nothing to do */
export async function startRereading(
  db: Kysely<Schema>,
  attempt: { readonly articleId: string; readonly nextAttemptAt: number },
): Promise<RawPage | undefined> {
  const row = await db
    .updateTable('page')
    .set((e) => ({
      attempt_count: e('attempt_count', '+', 1),
      reread_at: e.case().when('attempt_count', '<', ATTEMPT_LIMIT).then(attempt.nextAttemptAt).else(null).end(),
    }))
    .where('article_id', '=', attempt.articleId)
    .where('reread_at', 'is not', null)
    .returning('reread_at')
    .executeTakeFirst()
  return row === undefined || row.reread_at === null ? undefined : loadPage(db, attempt.articleId)
}

/** Another reading of a kept page is done, or given up. */
export async function endRereading(db: Kysely<Schema>, articleId: string): Promise<void> {
  await db.updateTable('page').set({ reread_at: null, attempt_count: 0 }).where('article_id', '=', articleId).execute()
}

/** Forgets pages kept before a moment, and the oldest of those that are too much together. @returns how many */
export async function deletePages(db: Kysely<Schema>, before: number): Promise<number> {
  const old = await db.deleteFrom('page').where('kept_at', '<', before).executeTakeFirst()
  const tooMuch = await db
    .deleteFrom('page')
    .where('article_id', 'in', (e) =>
      e
        .selectFrom((sizes) =>
          sizes
            .selectFrom('page')
            .select((p) => [
              'article_id',
              p.fn
                .sum<number>('packed_size')
                .over((o) => o.orderBy('kept_at', 'desc').orderBy('article_id'))
                .as('total'),
            ])
            .as('newest'),
        )
        .select('newest.article_id')
        .where('newest.total', '>', MAX_TOTAL_BYTES),
    )
    .executeTakeFirst()
  return Number(old.numDeletedRows) + Number(tooMuch.numDeletedRows)
}
