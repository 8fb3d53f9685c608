import type { Topic } from '../topic/topic.ts'
import type { MatchedArticle } from './digest.ts'
import type { DigestPlan } from './digest-plan.ts'

export interface TopicGroup {
  readonly topicId: string
  /** Best first. */
  readonly articles: readonly MatchedArticle[]
}

export interface Ranking {
  readonly plan: Pick<DigestPlan, 'topics'>
  readonly topicTraits?: ReadonlyMap<string, TopicTraits>
  readonly now: number
}

/** What a topic says about how it is shown. */
export type TopicTraits = Pick<Topic, 'priority' | 'show'>

/**
 * Puts every article once, under the topic it matches of the highest priority, of equals the first of the plan; what is
 * newest comes first. Topics stand in the order of the plan, empty ones are left out.
 */
export function groupByTopic({ plan, topicTraits, now }: Ranking, articles: readonly MatchedArticle[]) {
  const { topics } = plan
  const priorityOf = (topicId: string) => topicTraits?.get(topicId)?.priority ?? 0
  const byPriority = topics.toSorted((a, b) => priorityOf(b) - priorityOf(a))
  const groups = new Map(topics.map((id): [string, MatchedArticle[]] => [id, []]))
  const seen = new Set<string>()
  for (const article of articles.toSorted((a, b) => compareArticles(a, b, now))) {
    const matched = new Set(article.matches.map((match) => match.topicId))
    const topicId = byPriority.find((id) => matched.has(id))
    if (topicId === undefined || seen.has(article.articleId)) continue
    seen.add(article.articleId)
    groups.get(topicId)?.push(article)
  }
  return [...groups]
    .map(([topicId, grouped]): TopicGroup => ({ topicId, articles: grouped }))
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
