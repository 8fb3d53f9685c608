import type { Listing } from './article.ts'

/** A fetched page and what is known of it before it is read. */
export interface Page {
  /** The page as text, its charset already settled. */
  readonly html: string
  /** Where it was fetched from, after redirects. */
  readonly url: string
  readonly outlet: string
  /** IANA zone for dates printed without one. */
  readonly timezone: string
  /** Epoch ms; nothing is published after it. */
  readonly now: number
  readonly listed: Listing
  /** Keys of blocks that stand on other pages of the host with other articles, as `markKey` makes them. */
  readonly recurring?: readonly string[]
}

/** A page as bytes, its Content-Encoding undone: decoding a large one takes a thread's time. */
export interface ServedPage extends Omit<Page, 'html'> {
  readonly body: Uint8Array
  readonly contentType?: string
}
