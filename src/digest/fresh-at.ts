import type { MatchedArticle } from './digest.ts'

/** A date in the future is a mistake of the page and must not keep an article on top. */
export function freshAt(article: Pick<MatchedArticle, 'published' | 'firstSeenAt'>, now: number): number {
  return Math.min(article.published?.at ?? article.firstSeenAt, now)
}
