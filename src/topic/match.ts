export type MatchField = 'title' | 'body' | 'author' | 'outlet' | 'lang' | 'url' | 'speaker'

/** How the words satisfy the phrase. `exact`: the same words, case and accents aside; `joined`: ceasefire for cease-fire. */
export type MatchRule = 'exact' | 'stem' | 'joined' | 'prefix' | 'regex' | 'alias' | 'person' | 'role'

/**
 * One run of words that satisfied one clause. Offsets are UTF-16 code units into the field's text; for `author` into the
 * author's name, for `speaker` those of the statement in the body.
 */
export interface Evidence {
  readonly clause: 'any' | 'all' | 'query' | 'score'
  /** As the topic has it. */
  readonly phrase: string
  readonly field: MatchField
  readonly start: number
  readonly end: number
  /** As the article prints it. */
  readonly words: string
  /** Absent in matches stored before rules were. */
  readonly rule?: MatchRule
  /** What led there: another spelling, or the person or office, with the days it was held. */
  readonly via?: string
  /** Words between what had to stand near each other. */
  readonly distance?: number
}

/** Topic x article, with the evidence that proves it. */
export interface Match {
  readonly topicId: string
  readonly evidence: readonly Evidence[]
  /** `summary`: the page could not be read, and title and summary were matched instead. */
  readonly source: 'full' | 'summary'
  /** What the weights added up to, for a topic with `score`. */
  readonly score?: number
}
