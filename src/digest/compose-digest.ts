import { cleanLine } from './clean-line.ts'
import { composePreheader } from './compose-preheader.ts'
import { composeReason } from './compose-reason.ts'
import { composeSnippet } from './compose-snippet.ts'
import { composeSubject } from './compose-subject.ts'
import { composeWhen } from './compose-when.ts'
import { countItems } from './count-items.ts'
import type { Coverage, Digest, DigestItem, DigestSection, MatchedArticle, SharedTopic } from './digest.ts'
import type { DigestPlan, Slot } from './digest-plan.ts'
import { groupByTopic, type TopicGroup } from './group-by-topic.ts'
import { linkWithoutTracking } from './link-without-tracking.ts'
import { type LocalClock, localClock } from './local-clock.ts'
import { shareOut } from './share-out.ts'
import { shorten } from './shorten.ts'

/** More than a reader reads, and about what a mail client shows without cutting it off. */
const ITEM_LIMIT = 60
const TITLE_LENGTH = 200
const NAME_LENGTH = 60

export interface DigestInput {
  readonly plan: DigestPlan
  readonly slot: Slot
  readonly topicNames: ReadonlyMap<string, string>
  readonly articles: readonly MatchedArticle[]
  readonly coverage: Coverage
  readonly now: number
  readonly nextAt?: number
}

/** One mail's content from what was matched. The same input in any order gives the same digest. */
export function composeDigest(input: DigestInput): Digest {
  const { plan, slot } = input
  const sections = composeSections(input)
  const coverage = composeCoverage(input.coverage)
  const name = cleanName(plan.name)
  const sharedTopics = composeSharedTopics(input, sections)
  const hasNews = new Set(input.articles.flatMap((article) => article.matches.map((match) => match.topicId)))
  const newsNames = [...sections, ...sharedTopics].map((topic) => topic.topicName)
  return {
    planId: plan.id,
    name,
    slotDate: slot.date,
    timezone: plan.timezone,
    subject: composeSubject({ name, slotDate: slot.date, newCount: countItems(sections), topicNames: newsNames }),
    preheader: composePreheader(sections, coverage),
    sections,
    sharedTopics,
    quietTopics: plan.topics.filter((id) => !hasNews.has(id)).map((id) => topicName(input, id)),
    coverage,
    ...(input.nextAt !== undefined && { nextAt: input.nextAt }),
  }
}

function composeSections(input: DigestInput): readonly DigestSection[] {
  const groups = groupByTopic(input.plan.topics, input.articles, input.now)
  const clock = localClock(input.plan.timezone)
  const shares = shareOut(
    groups.map((group) => group.articles.length),
    ITEM_LIMIT,
  )
  return groups.map((group, index) => {
    const kept = group.articles.slice(0, shares[index])
    return {
      topicId: group.topicId,
      topicName: topicName(input, group.topicId),
      items: kept.map((article) => composeItem(input, { group, article, clock })),
      moreCount: group.articles.length - kept.length,
    }
  })
}

function composeSharedTopics(input: DigestInput, sections: readonly DigestSection[]): readonly SharedTopic[] {
  const filled = new Set(sections.map((section) => section.topicId))
  return input.plan.topics
    .filter((id) => !filled.has(id))
    .map((id) => ({
      topicName: topicName(input, id),
      itemCount: input.articles.filter((article) => article.matches.some((match) => match.topicId === id)).length,
    }))
    .filter((topic) => topic.itemCount > 0)
}

function composeItem(
  input: DigestInput,
  place: { readonly group: TopicGroup; readonly article: MatchedArticle; readonly clock: LocalClock },
): DigestItem {
  const { article, group } = place
  const matched = new Set(article.matches.map((match) => match.topicId))
  const others = input.plan.topics.filter((id) => id !== group.topicId && matched.has(id))
  const evidence = article.matches.filter((match) => match.topicId === group.topicId).flatMap((match) => match.evidence)
  return {
    articleId: article.articleId,
    url: linkWithoutTracking(article.url),
    title: shorten(cleanLine(article.title), TITLE_LENGTH) || 'Without a title',
    outlet: cleanName(article.outlet),
    ...(article.language !== undefined && { language: article.language }),
    when: composeWhen(article, input.slot.date, place.clock),
    snippet: composeSnippet(article, evidence),
    reason: composeReason(evidence),
    alsoTopics: others.map((id) => topicName(input, id)),
    labels: article.labels,
    quality: article.quality,
  }
}

function topicName(input: DigestInput, topicId: string): string {
  return cleanName(input.topicNames.get(topicId) ?? topicId)
}

/** Reasons carry what servers said, which may be anything. */
function composeCoverage(coverage: Coverage): Coverage {
  const failingFeeds = coverage.failingFeeds.map((feed) => ({
    name: cleanName(feed.name),
    reason: shorten(cleanLine(feed.reason), NAME_LENGTH),
  }))
  return { ...coverage, failingFeeds }
}

function cleanName(name: string): string {
  return shorten(cleanLine(name), NAME_LENGTH)
}
