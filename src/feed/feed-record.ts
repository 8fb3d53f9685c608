/** A feed as it says it itself: HTML kept as HTML, other links absolute, dates epoch ms. `ParsedFeed` is made from it. */
export interface FeedRecord {
  readonly id?: string | undefined
  readonly title?: string | undefined
  readonly description?: HtmlBody | undefined
  readonly link?: string | undefined
  readonly links: readonly string[]
  readonly language?: string | undefined
  readonly publishedAt?: number | undefined
  readonly updatedAt?: number | undefined
  readonly createdAt?: number | undefined
  readonly authors: readonly string[]
  readonly categories: readonly string[]
  /** What the feed asks for between two polls, in milliseconds. */
  readonly intervalMs?: number | undefined
  /** Hours (UTC) and weekdays (English) in which it does not want to be asked. */
  readonly skipHours: readonly number[]
  readonly skipDays: readonly string[]
  /** WebSub hubs that would tell us of news. */
  readonly hubUrls: readonly string[]
  readonly items: readonly ItemRecord[]
}

export interface ItemRecord {
  readonly id?: string | undefined
  /** Plain text, as rendered. */
  readonly title?: string | undefined
  readonly link?: string | undefined
  readonly links: readonly string[]
  readonly publishedAt?: number | undefined
  readonly updatedAt?: number | undefined
  readonly createdAt?: number | undefined
  readonly authors: readonly string[]
  readonly categories: readonly string[]
  readonly summary?: HtmlBody | undefined
  readonly content?: HtmlBody | undefined
  readonly language?: string | undefined
  readonly enclosures: readonly Enclosure[]
  readonly source?: FeedSource | undefined
}

/** HTML whose relative links still wait to be resolved: for the text in it alone, that work is not done. */
export interface HtmlBody {
  readonly html: string
  /** What they are relative to. */
  readonly base: string
}

export interface Enclosure {
  readonly url: string
  readonly type?: string | undefined
  readonly length?: string | undefined
}

/** Where an aggregated item comes from. */
export interface FeedSource {
  readonly title?: string | undefined
  readonly url?: string | undefined
}
