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
}
