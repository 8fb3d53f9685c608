export type MatchField = 'title' | 'body'

/** One place that satisfied one clause. Offsets are UTF-16 code units into the field's text. */
export interface Evidence {
  readonly clause: 'any' | 'all'
  /** As the topic has it. */
  readonly phrase: string
  readonly field: MatchField
  readonly start: number
  readonly end: number
  /** As the article prints it. */
  readonly words: string
}

/** Topic x article, with the evidence that proves it. */
export interface Match {
  readonly topicId: string
  readonly evidence: readonly Evidence[]
  /** `summary`: the page could not be read, and title and summary were matched instead. */
  readonly source: 'full' | 'summary'
}
