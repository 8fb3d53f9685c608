/**
 * The tables. Times are epoch ms, documents are JSON text, absence is NULL; both SQLite and PostgreSQL hold the same
 * columns, so one set of queries serves both.
 */
export interface Schema {
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
  readonly statement: StatementTable
  readonly story: StoryTable
  readonly story_article: StoryArticleTable
  readonly story_due: StoryDueTable
  readonly story_log: StoryLogTable
  readonly story_decision: StoryDecisionTable
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

/** What was said, in articles that matched. */
export interface StatementTable {
  article_id: string
  /** In the article: 0, 1, 2 … */
  position: number
  /** When the article was published, else first seen. */
  at: number
  speaker: string
  person_id: string | null
  /** JSON of `Statement`. */
  content: string
}

export interface StoryTable {
  id: string
  /** As a person named it. */
  title: string | null
  /** The story a person put its articles into. */
  merged_into: string | null
  /** When an article last came to it, by the desk's clock. */
  last_at: number
}

export interface StoryArticleTable {
  article_id: string
  /** Of `story_log`: the order in which articles were placed. */
  sequence: number
  story_id: string
  title: string
  /** When the article was published, else first seen. */
  at: number
  /** JSON of `ArticleTraits`; NULL when none could be made. */
  traits: string | null
  /** JSON of `PlacementRecord`. */
  placement: string
  /** 1 when the article was read again since its traits were made. */
  is_outdated: number
}

/** Articles that are to be placed in a story, or whose traits are to be made again. */
export interface StoryDueTable {
  article_id: string
  attempt_count: number
  next_attempt_at: number
}

/** One row: how many placements and edits there were, and which was the last edit. Who writes compares it first. */
export interface StoryLogTable {
  id: number
  sequence: number
  /** The last decision or renewal of traits: what was folded before it is to be folded anew. */
  last_edit: number
}

export interface StoryDecisionTable {
  sequence: number
  at: number
  /** JSON of `StoryDecision`. */
  decision: string
}
