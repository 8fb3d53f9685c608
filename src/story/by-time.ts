import type { ArticleTraits } from './story-article.ts'

/** The order in which the articles of a batch are placed. */
export function byTime(left: ArticleTraits, right: ArticleTraits): number {
  return left.at - right.at || (left.articleId < right.articleId ? -1 : 1)
}
