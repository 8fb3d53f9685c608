import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import type { Listing } from '../article/article.ts'
import type { FeedState, FeedWishes } from '../feed/feed-state.ts'
import type { FetchFailure } from '../feed/fetch-outcome.ts'
import type { FeedMove } from '../feed/follow-move.ts'
import type { Rhythm } from '../feed/publishing-rhythm.ts'
import type { FeedStateTable, Schema } from './schema.ts'

/** What one poll of a feed found, to be stored in one piece. */
export interface Poll {
  readonly state: FeedState
  readonly listed: readonly ListedArticle[]
}

export interface ListedArticle {
  readonly itemKey: string
  readonly articleId: string
  readonly url: string
  readonly hasPage: boolean
  /** The feed whose poll found it, and the one whose outlet it belongs to. */
  readonly listedBy: string
  readonly feedId: string
  readonly outlet: string
  readonly listing: Listing
  readonly firstSeenAt: number
  /** `skipped`: older than what a first poll takes up. */
  readonly status: 'listed' | 'skipped'
  readonly reason?: string
}

export async function loadFeedState(db: Kysely<Schema>, feedId: string): Promise<FeedState | undefined> {
  const row = await db.selectFrom('feed_state').selectAll().where('feed_id', '=', feedId).executeTakeFirst()
  return row && feedStateOf(row)
}

export async function loadFeedStates(db: Kysely<Schema>): Promise<FeedState[]> {
  const rows = await db.selectFrom('feed_state').selectAll().orderBy('feed_id').execute()
  return rows.map(feedStateOf)
}

/** Stores a poll whole or not at all. @returns the ids of articles not seen before that are to be read */
export async function savePoll(db: Kysely<Schema>, poll: Poll): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    await saveFeedState(trx, poll.state)
    const added: string[] = []
    for (const listed of poll.listed) {
      const isNew = await saveListed(trx, listed)
      if (isNew && listed.status === 'listed') added.push(listed.articleId)
    }
    return added
  })
}

/** Puts off a feed's next poll before it is polled, so that a poll that dies with its process comes back later. */
export async function postponePoll(db: Kysely<Schema>, state: FeedState): Promise<void> {
  await saveFeedState(db, state)
}

async function saveFeedState(db: Kysely<Schema>, state: FeedState): Promise<void> {
  const row = feedStateRow(state)
  await db
    .insertInto('feed_state')
    .values(row)
    .onConflict((c) => c.column('feed_id').doUpdateSet(row))
    .execute()
}

/** @returns whether the article is new: an item seen before never brings back an article that was forgotten since. */
async function saveListed(trx: Transaction<Schema>, listed: ListedArticle): Promise<boolean> {
  const item = await trx
    .insertInto('item')
    .values({
      feed_id: listed.listedBy,
      item_key: listed.itemKey,
      article_id: listed.articleId,
      title: listed.listing.title,
      published_at: listed.listing.publishedAt ?? null,
      first_seen_at: listed.firstSeenAt,
      last_seen_at: listed.firstSeenAt,
    })
    .onConflict((c) =>
      c.columns(['feed_id', 'item_key']).doUpdateSet({ title: listed.listing.title, last_seen_at: listed.firstSeenAt }),
    )
    .returning('first_seen_at')
    .executeTakeFirstOrThrow()
  if (item.first_seen_at !== listed.firstSeenAt) return false
  const added = await trx
    .insertInto('article')
    .values({
      id: listed.articleId,
      url: listed.url,
      has_page: listed.hasPage ? 1 : 0,
      feed_id: listed.feedId,
      outlet: listed.outlet,
      listed: JSON.stringify(listed.listing),
      first_seen_at: listed.firstSeenAt,
      status: listed.status,
      reason: listed.reason ?? null,
      attempt_count: 0,
      next_attempt_at: listed.status === 'listed' ? listed.firstSeenAt : null,
    })
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

function feedStateRow(state: FeedState): Insertable<FeedStateTable> {
  return {
    feed_id: state.feedId,
    url: state.url,
    etag: state.validators.etag ?? null,
    last_modified: state.validators.lastModified ?? null,
    body_hash: state.bodyHash ?? null,
    last_body_at: state.lastBodyAt ?? null,
    next_poll_at: state.nextPollAt,
    next_poll_why: state.nextPollWhy ?? null,
    last_poll_at: state.lastPollAt ?? null,
    last_success_at: state.lastSuccessAt ?? null,
    failing_since_at: state.failingSinceAt ?? null,
    failure_count: state.failureCount,
    last_failure: state.lastFailure ? JSON.stringify(state.lastFailure) : null,
    gone_at: state.goneAt ?? null,
    move: state.move ? JSON.stringify(state.move) : null,
    rhythm: JSON.stringify(state.rhythm),
    wishes: JSON.stringify(state.wishes),
    item_count: state.itemCount,
  }
}

function feedStateOf(row: Selectable<FeedStateTable>): FeedState {
  const move: FeedMove | null = JSON.parse(row.move ?? 'null')
  const rhythm: Rhythm = JSON.parse(row.rhythm ?? '{}')
  const wishes: FeedWishes = JSON.parse(row.wishes ?? '{}')
  return {
    feedId: row.feed_id,
    url: row.url,
    validators: {
      ...(row.etag !== null && { etag: row.etag }),
      ...(row.last_modified !== null && { lastModified: row.last_modified }),
    },
    ...(row.body_hash !== null && { bodyHash: row.body_hash }),
    ...(row.last_body_at !== null && { lastBodyAt: row.last_body_at }),
    nextPollAt: row.next_poll_at,
    ...(row.next_poll_why !== null && { nextPollWhy: row.next_poll_why }),
    ...(row.last_poll_at !== null && { lastPollAt: row.last_poll_at }),
    ...(row.last_success_at !== null && { lastSuccessAt: row.last_success_at }),
    ...(row.failing_since_at !== null && { failingSinceAt: row.failing_since_at }),
    failureCount: row.failure_count,
    ...(row.last_failure !== null && { lastFailure: failureOf(row.last_failure) }),
    ...(row.gone_at !== null && { goneAt: row.gone_at }),
    ...(move !== null && { move }),
    rhythm,
    wishes,
    itemCount: row.item_count,
  }
}

function failureOf(json: string): FetchFailure {
  const failure: FetchFailure = JSON.parse(json)
  return failure
}
