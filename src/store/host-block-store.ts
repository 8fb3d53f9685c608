import type { ExpressionBuilder, Kysely } from 'kysely'
import { findRecurring } from '../article/find-recurring.ts'
import { type BlockMark, markKey } from '../article/mark-blocks.ts'
import { packMarks, unpackMarks } from './pack-marks.ts'
import type { Schema } from './schema.ts'

/** What is known of a host's pages when one of them is read. */
export interface HostMemory {
  readonly version: number
  /** Keys of the blocks that stand on its other pages too. */
  readonly recurring: readonly string[]
}

/** The blocks of one page, and which version of the host's memory it was read with. */
export interface PageMarks {
  readonly host: string
  readonly marks: readonly BlockMark[]
  readonly memoryVersion: number
}

/** The newest pages of a host, which decide. They cover a day of a large site and months of a small one. */
const WINDOW_PAGES = 60
/** A host whose articles never all are read is learned all the same after this. */
const PATIENCE_MS = 30 * 60_000

/** Each key with the version of the memory that learned it. */
type Learned = readonly (readonly [key: string, version: number])[]

export async function loadHostMemory(db: Kysely<Schema>, host: string): Promise<HostMemory> {
  const row = await db.selectFrom('host_memory').selectAll().where('host', '=', host).executeTakeFirst()
  if (row === undefined) return { version: 0, recurring: [] }
  const learned: Learned = JSON.parse(row.recurring)
  return { version: row.version, recurring: learned.map(([key]) => key) }
}

/** Remembers the blocks of a page; where they are new, its host is to be learned anew. */
export async function saveMarks(
  db: Kysely<Schema>,
  page: PageMarks & { readonly articleId: string; readonly readAt: number },
): Promise<void> {
  const article = await db
    .selectFrom('article')
    .leftJoin('page_mark', 'page_mark.article_id', 'article.id')
    .select(['feed_id', 'article.first_seen_at', 'marks', 'host'])
    .where('id', '=', page.articleId)
    .executeTakeFirst()
  if (article === undefined) return
  const row = { host: page.host, marks: packMarks(page.marks), memory_version: page.memoryVersion }
  await db
    .insertInto('page_mark')
    .values({ ...row, article_id: page.articleId, first_seen_at: article.first_seen_at })
    .onConflict((c) => c.column('article_id').doUpdateSet(row))
    .execute()
  const isKnown = article.host === page.host && article.marks !== null && Buffer.compare(article.marks, row.marks) === 0
  if (!isKnown) await makeHostDue(db, { host: page.host, feedId: article.feed_id, dueAt: page.readAt })
}

async function makeHostDue(
  db: Kysely<Schema>,
  host: { readonly host: string; readonly feedId: string; readonly dueAt: number },
): Promise<void> {
  await db
    .insertInto('host_memory')
    .values({ host: host.host, feed_id: host.feedId, version: 0, recurring: '[]', due_at: host.dueAt })
    .onConflict((c) =>
      c.column('host').doUpdateSet((e) => ({
        feed_id: host.feedId,
        due_at: e.fn.coalesce('host_memory.due_at', 'excluded.due_at'),
      })),
    )
    .execute()
}

/** Hosts with pages that were read since they were last learned, once no article of theirs is still to be read. */
export async function loadHostsToLearn(db: Kysely<Schema>, now: number, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('host_memory')
    .select('host')
    .where('due_at', 'is not', null)
    .where((e) => e.or([e('due_at', '<=', now - PATIENCE_MS), isAtRest(e)]))
    .orderBy('due_at')
    .orderBy('host')
    .limit(limit)
    .execute()
  return rows.map(({ host }) => host)
}

/** When `loadHostsToLearn` next has a host, as far as it does not wait for articles (epoch ms). */
export async function loadNextLearningAt(db: Kysely<Schema>): Promise<number | undefined> {
  const row = await db
    .selectFrom('host_memory')
    .select((e) =>
      e.fn
        .min(
          e
            .case()
            .when(isAtRest(e))
            .then(e.ref('due_at'))
            .else(e('due_at', '+', PATIENCE_MS))
            .end(),
        )
        .as('at'),
    )
    .where('due_at', 'is not', null)
    .executeTakeFirst()
  return row?.at == null ? undefined : Number(row.at)
}

/**
 * No article of the host's feed is to be read or matched: so the outcome hangs on no order, and nothing is read again while
 * it is matched. What failed once comes back in minutes or hours; it is not waited for.
 */
function isAtRest(e: ExpressionBuilder<Schema, 'host_memory'>) {
  return e(
    'feed_id',
    'not in',
    e
      .selectFrom('article')
      .select('article.feed_id')
      .where('article.next_attempt_at', 'is not', null)
      .where((a) => a.or([a('article.status', '!=', 'listed'), a('article.reason', 'is', null)])),
  )
}

/**
 * Learns from a host's newest pages which blocks recur, and makes those due for another reading that still hold one in
 * their text. What was learned is not forgotten while it stands on one of them.
 * @returns how many pages are to be read again
 */
export async function learnHost(db: Kysely<Schema>, host: string, now: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const memory = await trx
      .updateTable('host_memory')
      .set({ due_at: null })
      .where('host', '=', host)
      .returning(['version', 'recurring'])
      .executeTakeFirst()
    if (memory === undefined) return 0
    const version = memory.version + 1
    const pages = await loadWindow(trx, host)
    const learned = learn(JSON.parse(memory.recurring), pages, version)
    await trx
      .updateTable('host_memory')
      .set({ recurring: JSON.stringify(learned), version })
      .where('host', '=', host)
      .execute()
    const versions = new Map(learned)
    const outdated = pages.filter((page) => isOutdated(page, versions)).map(({ articleId }) => articleId)
    return makeDue(trx, outdated, { version, now })
  })
}

interface WindowPage {
  readonly articleId: string
  readonly marks: readonly BlockMark[]
  readonly memoryVersion: number
}

/** Loads the newest pages and forgets the marks of the others. */
async function loadWindow(db: Kysely<Schema>, host: string): Promise<readonly WindowPage[]> {
  const rows = await db
    .selectFrom('page_mark')
    .selectAll()
    .where('host', '=', host)
    .orderBy('first_seen_at', 'desc')
    .orderBy('article_id')
    .execute()
  const old = rows.slice(WINDOW_PAGES).map((row) => row.article_id)
  if (old.length > 0) await db.deleteFrom('page_mark').where('article_id', 'in', old).execute()
  const newest = rows.slice(0, WINDOW_PAGES)
  const marks = unpackMarks(newest.map((row) => row.marks))
  return newest.map((row, index) => ({
    articleId: row.article_id,
    marks: marks[index] ?? [],
    memoryVersion: row.memory_version,
  }))
}

function learn(known: Learned, pages: readonly WindowPage[], version: number): Learned {
  const standing = new Set(pages.flatMap(({ marks }) => marks.map(markKey)))
  const still = known.filter(([key]) => standing.has(key))
  const knownKeys = new Set(still.map(([key]) => key))
  const found = findRecurring(pages.map(({ marks }) => marks)).filter((key) => !knownKeys.has(key))
  return [...still, ...found.map((key) => [key, version] as const)]
}

/** Whether the page keeps a block that was learned to recur after it was read. */
function isOutdated(page: WindowPage, versions: ReadonlyMap<string, number>): boolean {
  return page.marks.some((mark) => mark.isKept && (versions.get(markKey(mark)) ?? 0) > page.memoryVersion)
}

/** Once for what was learned now: a reading that fails is not tried again at every page of the host. */
async function makeDue(
  db: Kysely<Schema>,
  articleIds: readonly string[],
  learned: { readonly version: number; readonly now: number },
): Promise<number> {
  if (articleIds.length === 0) return 0
  await db
    .updateTable('page_mark')
    .set({ memory_version: learned.version })
    .where('article_id', 'in', articleIds)
    .execute()
  const result = await db
    .updateTable('page')
    .set({ reread_at: learned.now, attempt_count: 0 })
    .where('article_id', 'in', articleIds)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
