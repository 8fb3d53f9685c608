import { cleanLine } from './clean-line.ts'
import { composeReason } from './compose-reason.ts'
import { composeSnippet } from './compose-snippet.ts'
import { composeWhen } from './compose-when.ts'
import type { DigestItem, MatchedArticle } from './digest.ts'
import type { DigestPlan, Slot } from './digest-plan.ts'
import type { TopicTraits } from './group-by-topic.ts'
import { linkWithoutTracking } from './link-without-tracking.ts'
import type { LocalClock } from './local-clock.ts'
import { shortName } from './short-name.ts'
import { shorten } from './shorten.ts'

const TITLE_LENGTH = 200

/** What the words of an item take from the digest it stands in. */
export interface ItemContext {
  readonly plan: Pick<DigestPlan, 'topics'>
  readonly slot: Pick<Slot, 'date'>
  readonly topicNames: ReadonlyMap<string, string>
  readonly topicTraits?: ReadonlyMap<string, TopicTraits>
  readonly clock: LocalClock
}

/** One article as the section of a topic tells of it. */
export function composeItem(context: ItemContext, topicId: string, article: MatchedArticle): DigestItem {
  const matched = new Set(article.matches.map((match) => match.topicId))
  const others = context.plan.topics.filter((id) => id !== topicId && matched.has(id))
  const evidence = article.matches.filter((match) => match.topicId === topicId).flatMap((match) => match.evidence)
  return {
    articleId: article.articleId,
    url: linkWithoutTracking(article.url),
    title: shorten(cleanLine(article.title), TITLE_LENGTH) || 'Without a title',
    outlet: shortName(article.outlet),
    ...(article.language !== undefined && { language: article.language }),
    when: composeWhen(article, context.slot.date, context.clock),
    snippet: composeSnippet(article, evidence, context.topicTraits?.get(topicId)?.show),
    reason: composeReason(evidence),
    alsoTopics: others.map((id) => shortName(context.topicNames.get(id) ?? id)),
    labels: article.labels,
    quality: article.quality,
  }
}
