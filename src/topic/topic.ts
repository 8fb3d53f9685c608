/**
 * What the operator tracks. Its clauses are ANDed: one of `any`, all of `all`, none of `none`, `query` true, `score`
 * reached; and the article is in one of `languages`, from one of `feeds` or `outlets`, where these are given.
 */
export interface Topic {
  readonly id: string
  readonly name: string
  readonly any: readonly string[]
  readonly all: readonly string[]
  readonly none: readonly string[]
  readonly query?: string
  readonly score?: TopicScore
  /** ISO 639-1. */
  readonly languages?: readonly string[]
  readonly feeds?: readonly string[]
  readonly outlets?: readonly string[]
  readonly priority?: number
  /** The phrase that the snippet prefers. */
  readonly show?: string
}

/** The weights of the terms that are true must add up to `atLeast`. */
export interface TopicScore {
  readonly atLeast: number
  readonly terms: readonly ScoreTerm[]
}

export interface ScoreTerm {
  readonly query: string
  readonly weight: number
}
