import type { Article } from '../article/article.ts'
import type { Feed } from '../feed/feed.ts'

/** The IANA zone of the outlet's dates that name none. */
export function timezoneOf(article: Article, feeds: readonly Feed[]): string {
  return feeds.find((feed) => feed.id === article.feedId)?.timezone ?? 'UTC'
}
