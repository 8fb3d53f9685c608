import type { Reading } from './reading.ts'

/** The page behind items; the same page listed by two feeds is one article. */
export interface Article {
  /** Derived from the page's URL by `articleId`. */
  readonly id: string
  readonly url: string
  /** False when the item had no link: what the feed carries is all there is. */
  readonly hasPage: boolean
  readonly feedId: string
  readonly outlet: string
  /** What the feed said, before the page was read. */
  readonly listed: Listing
  readonly firstSeenAt: number
  /** `failed`: the page could not be read and `reading` is made of the listing; `skipped`: too old when first seen. */
  readonly status: 'listed' | 'read' | 'failed' | 'skipped'
  /** Why it failed, was skipped, or is not read yet. */
  readonly reason?: string
  readonly attemptCount: number
  readonly reading?: Reading
}

/** What an item says of its page. */
export interface Listing {
  readonly title: string
  readonly publishedAt?: number
  readonly authors: readonly string[]
  readonly summary?: string
  readonly contentHtml?: string
  readonly language?: string
}
