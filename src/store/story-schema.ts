/** The tables of what was said and of stories; conventions as in `Schema`. */
export interface StorySchema {
  readonly statement: StatementTable
  readonly story: StoryTable
  readonly story_article: StoryArticleTable
  readonly story_due: StoryDueTable
  readonly story_log: StoryLogTable
  readonly story_decision: StoryDecisionTable
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
