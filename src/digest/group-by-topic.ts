import type { MatchedArticle } from './digest.ts'

export interface TopicGroup {
  readonly topicId: string
  /** Best first. */
  readonly articles: readonly MatchedArticle[]
}

/** Puts every article under the first topic of the plan it matches, once, freshest first. Empty topics are left out. */
export function groupByTopic(
  topicIds: readonly string[],
  articles: readonly MatchedArticle[],
  now: number,
): readonly TopicGroup[] {
  const groups = new Map(topicIds.map((id): [string, MatchedArticle[]] => [id, []]))
  const seen = new Set<string>()
  for (const article of articles.toSorted((a, b) => compareArticles(a, b, now))) {
    const matched = new Set(article.matches.map((match) => match.topicId))
    const topicId = topicIds.find((id) => matched.has(id))
    if (topicId === undefined || seen.has(article.articleId)) continue
    seen.add(article.articleId)
    groups.get(topicId)?.push(article)
  }
  return [...groups]
    .map(([topicId, grouped]) => ({ topicId, articles: grouped }))
    .filter((group) => group.articles.length > 0)
}

function compareArticles(a: MatchedArticle, b: MatchedArticle, now: number): number {
  return freshAt(b, now) - freshAt(a, now) || compareText(a.title, b.title) || compareText(a.articleId, b.articleId)
}

/** A date in the future is a mistake of the page and must not keep an article on top. */
function freshAt(article: MatchedArticle, now: number): number {
  return Math.min(article.published?.at ?? article.firstSeenAt, now)
}

/** By code units: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
