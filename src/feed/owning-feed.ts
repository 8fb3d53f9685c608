import type { Feed } from './feed.ts'

/**
 * Whose article a page is: the feed that listed it when page and feed share a host, else the first configured feed that
 * lives on the page's host, else the feed that listed it. So an aggregator's link to an outlet that is watched too is
 * that outlet's article, whichever feed was polled first.
 */
export function owningFeed(pageUrl: string, listedBy: Feed, feeds: readonly Feed[]): Feed {
  const host = hostOf(pageUrl)
  if (host === undefined || host === hostOf(listedBy.url)) return listedBy
  return feeds.find((feed) => hostOf(feed.url) === host) ?? listedBy
}

function hostOf(url: string): string | undefined {
  return URL.parse(url)?.hostname.replace(/^www\./, '')
}
