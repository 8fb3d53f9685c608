import type { Enclosure, FeedSource } from './feed-record.ts'

/** What a feed lists, normalised: absolute links, dates as epoch ms, text without markup where it says text. */
export interface Item {
  /** guid or id; else link; else a hash of title and content. Stable across polls of one feed. */
  readonly key: string
  readonly url?: string
  readonly title: string
  readonly publishedAt?: number
  readonly updatedAt?: number
  readonly authors: readonly string[]
  readonly categories: readonly string[]
  /** Plain text. */
  readonly summary?: string
  /** HTML as the feed carries it, when it carries the article itself. */
  readonly contentHtml?: string
  readonly language?: string
  readonly enclosures?: readonly Enclosure[]
  /** The feed an aggregated item was taken from. */
  readonly source?: FeedSource
}

export interface ParsedFeed {
  readonly title?: string
  readonly url?: string
  readonly language?: string
  /** What the feed itself asks for between two polls (ttl, sy:update*), in milliseconds. */
  readonly intervalMs?: number
  readonly description?: string
  readonly updatedAt?: number
  /** WebSub hubs that would tell us of news. */
  readonly hubUrls?: readonly string[]
  /** Hours (UTC) and weekdays (English) in which it does not want to be asked. */
  readonly skipHours?: readonly number[]
  readonly skipDays?: readonly string[]
  readonly items: readonly Item[]
}

/** `reason` says what stood there instead, in one line for people. */
export type FeedReading =
  | { readonly kind: 'feed'; readonly feed: ParsedFeed }
  | { readonly kind: 'not-a-feed'; readonly reason: string; readonly feedUrls: readonly string[] }
