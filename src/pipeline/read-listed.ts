import type { Article, Listing } from '../article/article.ts'
import type { ListingContext } from '../article/read-listing.ts'
import type { Reading } from '../article/reading.ts'
import type { Feed } from '../feed/feed.ts'
import type { ReadOutcome } from './read-raw-page.ts'
import { timezoneOf } from './timezone-of.ts'

export interface ReadListedPorts {
  readonly now: () => number
  readonly feeds: () => readonly Feed[]
  readonly readListing: (listing: Listing, context: ListingContext) => Promise<ReadOutcome>
}

/**
 * What the feed said for an article whose page says nothing, and why it is taken. What a feed carries is HTML too, and may
 * be as bad as its page: then the title is all there is.
 */
export async function readListed(ports: ReadListedPorts, article: Article, reason: string): Promise<Reading> {
  const context = { outlet: article.outlet, timezone: timezoneOf(article, ports.feeds()), now: ports.now(), reason }
  const { contentHtml: _content, summary: _summary, ...bare } = article.listed
  for (const listing of [article.listed, bare]) {
    const outcome = await ports.readListing(listing, context)
    if (outcome.kind === 'read') return outcome.reading
  }
  throw new Error('expected a reading of the title alone, got none')
}
