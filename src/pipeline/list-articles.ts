import type { Listing } from '../article/article.ts'
import { articleId } from '../article/article-id.ts'
import { canonicalUrl } from '../feed/canonical-url.ts'
import type { Feed } from '../feed/feed.ts'
import type { Item, ParsedFeed } from '../feed/item.ts'
import { owningFeed } from '../feed/owning-feed.ts'

/** More than any feed lists in earnest; the rest is noise or an attack. */
const ITEM_LIMIT = 1_000

/** What a poll knows of an article before its page is read. */
export interface ListedArticle {
  readonly itemKey: string
  readonly articleId: string
  readonly url: string
  readonly hasPage: boolean
  readonly listedBy: string
  readonly feedId: string
  readonly outlet: string
  readonly listing: Listing
  readonly firstSeenAt: number
  readonly status: 'listed' | 'skipped'
  readonly reason?: string
}

interface ListingContext {
  readonly feed: Feed
  readonly feeds: readonly Feed[]
  readonly now: number
  /** On a first poll: items published before this are only remembered. */
  readonly takeSince?: number
}

export function listArticles(parsed: ParsedFeed, context: ListingContext): ListedArticle[] {
  return parsed.items.slice(0, ITEM_LIMIT).map((item) => listArticle(item, parsed, context))
}

function listArticle(item: Item, parsed: ParsedFeed, context: ListingContext): ListedArticle {
  const { feed, now, takeSince } = context
  const identity = item.url === undefined ? `${feed.id}#${item.key}` : canonicalUrl(item.url)
  const url = item.url ?? parsed.url ?? feed.url
  const owner = owningFeed(url, feed, context.feeds)
  const isOld = takeSince !== undefined && item.publishedAt !== undefined && item.publishedAt < takeSince
  return {
    itemKey: item.key,
    articleId: articleId(identity),
    url,
    hasPage: item.url !== undefined,
    listedBy: feed.id,
    feedId: owner.id,
    outlet: owner.outlet,
    listing: listingOf(item, parsed, feed),
    firstSeenAt: now,
    status: isOld ? 'skipped' : 'listed',
    ...(isOld && { reason: 'older than the backlog when the feed was first polled' }),
  }
}

function listingOf(item: Item, parsed: ParsedFeed, feed: Feed): Listing {
  const language = item.language ?? parsed.language ?? feed.language
  return {
    title: item.title,
    authors: item.authors,
    ...(item.publishedAt !== undefined && { publishedAt: item.publishedAt }),
    ...(item.summary !== undefined && { summary: item.summary }),
    ...(item.contentHtml !== undefined && { contentHtml: item.contentHtml }),
    ...(language !== undefined && { language }),
  }
}
