import { type Carrier, independentOutlets } from '../story/independent-outlets.ts'
import { compareText } from './compare-text.ts'
import type { MatchedArticle, StoryBefore } from './digest.ts'
import type { DigestPlan } from './digest-plan.ts'
import { reportedAt } from './reported-at.ts'

/** One event, as far as a mail has to tell of it. */
export interface ToldStory {
  /** An analyst's name for it. */
  readonly title?: string
  /** What the mail shows, in the order in which it came out; of a follow-up what has something new. */
  readonly articles: readonly MatchedArticle[]
  /** Whether the reader was told of it before. */
  readonly isFollowUp: boolean
  /** New articles of a follow-up without anything new. */
  readonly repeatCount: number
  /** Independent outlets that carry it, those included that an earlier mail told of. */
  readonly weight: number
}

export interface StoriesOfMail {
  readonly shown: readonly ToldStory[]
  /** Too few outlets carry them: not told, so that they are looked at again. */
  readonly heldBack: readonly ToldStory[]
  /** Articles of told stories that are not shown, since they bring nothing new. */
  readonly repeats: readonly MatchedArticle[]
}

/** Sorts out what a mail has to tell: every event once, and of those told before only what is new. */
export function groupIntoStories(
  plan: Pick<DigestPlan, 'minWeight'>,
  articles: readonly MatchedArticle[],
  before: readonly StoryBefore[] = [],
): StoriesOfMail {
  const byStory = new Map(before.map((story) => [story.storyId, story]))
  const stories = storiesOf(articles).map((members) => tellStory(members, byStory.get(members[0]?.storyId ?? '')))
  const withNews = stories.filter((story) => story.articles.length > 0)
  const isHeavy = (story: ToldStory) => story.isFollowUp || story.weight >= plan.minWeight
  return {
    shown: withNews.filter(isHeavy),
    heldBack: withNews.filter((story) => !isHeavy(story)),
    repeats: stories.filter((story) => story.articles.length === 0).flatMap((story) => story.members),
  }
}

/** The members of every story in the order in which they came out, each once. */
export function storiesOf(articles: readonly MatchedArticle[]): readonly (readonly MatchedArticle[])[] {
  const once = new Map(articles.map((article) => [article.articleId, article]))
  const ordered = [...once.values()].toSorted(
    (a, b) => reportedAt(a) - reportedAt(b) || a.firstSeenAt - b.firstSeenAt || compareText(a.articleId, b.articleId),
  )
  return [...Map.groupBy(ordered, (article) => article.storyId ?? article.articleId).values()]
}

/** @param isFollowUp whether only what is new is shown */
export function newsOf(members: readonly MatchedArticle[], isFollowUp: boolean): readonly MatchedArticle[] {
  return isFollowUp ? members.filter((article) => (article.newFacts ?? []).length > 0) : members
}

export function carrierOf(article: MatchedArticle): Carrier {
  return {
    articleId: article.articleId,
    outlet: article.outlet,
    ...(article.family !== undefined && { family: article.family }),
    ...(article.copy !== undefined && { copyOfId: article.copy.ofArticleId }),
    agencies: article.agencies ?? [],
  }
}

function tellStory(members: readonly MatchedArticle[], before: StoryBefore | undefined) {
  const told = before?.told ?? []
  const isFollowUp = told.length > 0
  const articles = newsOf(members, isFollowUp)
  return {
    ...(before?.title !== undefined && { title: before.title }),
    members,
    articles,
    isFollowUp,
    repeatCount: members.length - articles.length,
    weight: independentOutlets([...told, ...members.map(carrierOf)]).length,
  }
}
