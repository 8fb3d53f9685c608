import type { StorySchema } from './story-schema.ts'

/**
 * The tables. Times are epoch ms, documents are JSON text, absence is NULL; both SQLite and PostgreSQL hold the same
 * columns, so one set of queries serves both.
 */
export interface Schema extends StorySchema {
  readonly feed_state: FeedStateTable
  readonly item: ItemTable
  readonly article: ArticleTable
  readonly match: MatchTable
  readonly recipient: RecipientTable
  readonly slot: SlotTable
  readonly mailed: MailedTable
  readonly outbox: OutboxTable
  readonly outbox_content: OutboxContentTable
  readonly host: HostTable
  readonly host_visit: HostVisitTable
  readonly robots: RobotsTable
  readonly heartbeat: HeartbeatTable
  readonly page: PageTable
  readonly page_mark: PageMarkTable
  readonly host_memory: HostMemoryTable
  readonly unsubscription: UnsubscriptionTable
  readonly secret: SecretTable
}

export interface FeedStateTable {
  feed_id: string
  url: string
  etag: string | null
  last_modified: string | null
  body_hash: string | null
  last_body_at: number | null
  next_poll_at: number
  next_poll_why: string | null
  last_poll_at: number | null
  last_success_at: number | null
  failing_since_at: number | null
  failure_count: number
  /** JSON of `FetchFailure`. */
  last_failure: string | null
  gone_at: number | null
  /** JSON of `FeedMove`, `Rhythm` and `FeedWishes`. */
  move: string | null
  rhythm: string | null
  wishes: string | null
  item_count: number
}

export interface ItemTable {
  feed_id: string
  item_key: string
  article_id: string
  title: string
  published_at: number | null
  first_seen_at: number
  /** When a poll last found it in the feed's body. */
  last_seen_at: number
}

export interface ArticleTable {
  id: string
  url: string
  has_page: number
  feed_id: string
  outlet: string
  /** JSON of `Listing`. */
  listed: string
  first_seen_at: number
  status: string
  reason: string | null
  /** Attempts at what comes next (reading, then matching), and when the next one is due; NULL when nothing is. */
  attempt_count: number
  next_attempt_at: number | null
  read_at: number | null
  /** JSON of `Reading`. */
  reading: string | null
  /** Version of the topics that last judged the article. */
  matched_version: string | null
}

export interface MatchTable {
  article_id: string
  topic_id: string
  matched_at: number
  source: string
  /** JSON of `Evidence[]`. */
  evidence: string
  /** 0 for matches found by judging stored articles again after an edit of the topics: they are not mailed. */
  is_mailable: number
  /** Of the topic's definition; NULL in matches from before versions were kept. */
  topic_version: string | null
}

export interface RecipientTable {
  plan_id: string
  address: string
  started_at: number
  /** Where the next mail has to begin, when the last one came too late. */
  news_since: number | null
}

export interface SlotTable {
  plan_id: string
  slot_date: string
  due_at: number
  attempt_count: number
  next_attempt_at: number
  composed_at: number | null
  item_count: number
}

export interface MailedTable {
  plan_id: string
  address: string
  article_id: string
  slot_date: string
}

export interface OutboxTable {
  id: string
  plan_id: string
  address: string
  slot_date: string
  subject: string
  sender: string
  message_id: string
  status: string
  /** How far the running attempt has come: NULL, connected, data. */
  phase: string | null
  attempt_count: number
  resend_count: number
  created_at: number
  next_attempt_at: number
  lease_until: number | null
  last_reason: string | null
  sent_at: number | null
  /** How far back its news reaches. */
  news_since: number
  /** When it is too late to be sent. */
  expires_at: number
}

/** What never changes about a mail. */
export interface OutboxContentTable {
  id: string
  /** JSON of `Digest`: what the mail says, for the page, the report and another look. Both packed by `packBytes`. */
  content: Uint8Array
  eml: Uint8Array
}

export interface HostTable {
  host: string
  next_start_at: number
}

/** Requests that last, of all workers. */
export interface HostVisitTable {
  id: string
  host: string
  until_at: number
}

export interface RobotsTable {
  origin: string
  body: string
  status: number
  fetched_at: number
}

export interface HeartbeatTable {
  name: string
  beat_at: number
}

/** Pages as they were served, for another reading. */
export interface PageTable {
  article_id: string
  url: string
  content_type: string | null
  /** Packed by zstd. */
  body: Uint8Array
  packed_size: number
  kept_at: number
  /** When another reading is due; NULL when none is. */
  reread_at: number | null
  attempt_count: number
}

/** The blocks of a page, to know them again on other pages of its host. */
export interface PageMarkTable {
  article_id: string
  host: string
  first_seen_at: number
  /** `packMarks` of `BlockMark[]`. */
  marks: Uint8Array
  /** Of the host's memory the page was read with. */
  memory_version: number
}

export interface HostMemoryTable {
  host: string
  /** The feed of the page read last. */
  feed_id: string
  version: number
  /** JSON of keys, each with the version that learned it. */
  recurring: string
  /** Since when pages wait to be learned from; NULL when none does. */
  due_at: number | null
}

/** Readers who want no more of a digest; config goes on to list them. */
export interface UnsubscriptionTable {
  plan_id: string
  /** In lower case. */
  address: string
  since_at: number
}

export interface SecretTable {
  name: string
  value: string
}
