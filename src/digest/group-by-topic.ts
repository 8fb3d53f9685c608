import type { Topic } from '../topic/topic.ts'
import { chooseLead } from './choose-lead.ts'
import { compareText } from './compare-text.ts'
import type { MatchedArticle } from './digest.ts'
import type { DigestPlan } from './digest-plan.ts'
import { freshAt } from './fresh-at.ts'
import type { ToldStory } from './group-into-stories.ts'

export interface TopicGroup {
  readonly topicId: string
  /** Best first. */
  readonly stories: readonly RankedStory[]
}

export interface RankedStory {
  readonly story: ToldStory
  /** The best of its articles that match the topic. */
  readonly lead: MatchedArticle
}

export interface Ranking {
  readonly plan: Pick<DigestPlan, 'topics' | 'order' | 'every'>
  readonly topicTraits?: ReadonlyMap<string, TopicTraits>
  readonly now: number
}

/** What a topic says about how it is shown. */
export type TopicTraits = Pick<Topic, 'priority' | 'show'>

/**
 * Puts every story once, under the topic of the highest priority that one of its articles matches, of equals the first of
 * the plan. Topics stand in the order of the plan, empty ones are left out.
 */
export function groupByTopic(ranking: Ranking, stories: readonly ToldStory[]): readonly TopicGroup[] {
  const { topics } = ranking.plan
  const byPriority = topics.toSorted((a, b) => priorityOf(ranking, b) - priorityOf(ranking, a))
  const groups = new Map(topics.map((id): [string, RankedStory[]] => [id, []]))
  for (const story of stories) {
    const matched = topicsOf(story)
    const topicId = byPriority.find((id) => matched.has(id))
    const lead = topicId === undefined ? undefined : chooseLead(matching(story, topicId), ranking.now)
    if (topicId !== undefined && lead !== undefined) groups.get(topicId)?.push({ story, lead })
  }
  return [...groups]
    .filter(([, grouped]) => grouped.length > 0)
    .map(([topicId, grouped]) => ({ topicId, stories: grouped.toSorted((a, b) => compareStories(a, b, ranking)) }))
}

export function topicsOf(story: Pick<ToldStory, 'articles'>): ReadonlySet<string> {
  return new Set(story.articles.flatMap((article) => article.matches.map((match) => match.topicId)))
}

/** Its articles that match a topic. */
export function matching(story: Pick<ToldStory, 'articles'>, topicId: string): readonly MatchedArticle[] {
  return story.articles.filter((article) => article.matches.some((match) => match.topicId === topicId))
}

/** A roll-up is about what was largest. */
function compareStories(a: RankedStory, b: RankedStory, ranking: Ranking): number {
  const { plan, now } = ranking
  const byWeight = plan.order !== 'time' || plan.every === 'week'
  return (
    (byWeight ? b.story.weight - a.story.weight || highestPriority(ranking, b) - highestPriority(ranking, a) : 0) ||
    freshest(b, now) - freshest(a, now) ||
    compareText(a.lead.title, b.lead.title) ||
    compareText(a.lead.articleId, b.lead.articleId)
  )
}

function priorityOf({ topicTraits }: Ranking, topicId: string): number {
  return topicTraits?.get(topicId)?.priority ?? 0
}

function highestPriority(ranking: Ranking, { story }: RankedStory): number {
  return Math.max(...[...topicsOf(story)].map((id) => priorityOf(ranking, id)))
}

function freshest({ story }: RankedStory, now: number): number {
  return Math.max(...story.articles.map((article) => freshAt(article, now)))
}
