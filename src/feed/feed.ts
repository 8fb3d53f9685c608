/** A feed the operator declared: where to look, and whose words it carries. What changes about it is `FeedState`. */
export interface Feed {
  readonly id: string
  readonly url: string
  /** The name a reader sees; several feeds may belong to one outlet. */
  readonly outlet: string
  /** The publisher that several outlets belong to: together they are one source. */
  readonly family?: string
  /** IANA zone for dates printed without one. */
  readonly timezone: string
  /** BCP 47 tag, when the feed is known to be in one language. */
  readonly language?: string
  /** Shortest time between two polls, in milliseconds. */
  readonly intervalMs: number
}
