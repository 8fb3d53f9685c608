import { cleanLine } from './clean-line.ts'
import { composeItem } from './compose-item.ts'
import { composePreheader } from './compose-preheader.ts'
import { composeSubject } from './compose-subject.ts'
import { countItems } from './count-items.ts'
import type { Coverage, Digest, DigestSection, MatchedArticle, SharedTopic } from './digest.ts'
import type { DigestPlan, Slot } from './digest-plan.ts'
import { groupByTopic, type TopicTraits } from './group-by-topic.ts'
import { localClock } from './local-clock.ts'
import { shareOut } from './share-out.ts'
import { shortName } from './short-name.ts'
import { shorten } from './shorten.ts'

const REASON_LENGTH = 60

export interface DigestInput {
  readonly plan: DigestPlan
  readonly slot: Slot
  readonly topicNames: ReadonlyMap<string, string>
  readonly topicTraits?: ReadonlyMap<string, TopicTraits>
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
  const sharedTopics = composeSharedTopics(input, sections)
  const hasNews = new Set(input.articles.flatMap((article) => article.matches.map((match) => match.topicId)))
  const frame = {
    name: shortName(plan.name),
    slotDate: slot.date,
    every: plan.every,
    ...(plan.every === 'instant' && { slotTime: localClock(plan.timezone)(slot.dueAt).time }),
  }
  const topicNames = [...sections, ...sharedTopics].map((topic) => topic.topicName)
  const title = sections[0]?.items[0]?.title ?? ''
  const subject = composeSubject({ ...frame, newCount: countItems(sections), topicNames, title })
  return {
    ...frame,
    planId: plan.id,
    timezone: plan.timezone,
    subject,
    preheader: composePreheader(sections, coverage, subject),
    sections,
    sharedTopics,
    quietTopics: plan.topics.filter((id) => !hasNews.has(id)).map((id) => topicName(input, id)),
    coverage,
    ...(input.nextAt !== undefined && { nextAt: input.nextAt }),
  }
}

function composeSections(input: DigestInput): readonly DigestSection[] {
  const groups = groupByTopic(input, input.articles)
  const context = { ...input, clock: localClock(input.plan.timezone) }
  const shares = shareOut(
    groups.map((group) => group.articles.length),
    input.plan.itemLimit,
  )
  return groups.map(({ topicId, articles }, index) => ({
    topicId,
    topicName: topicName(input, topicId),
    items: articles.slice(0, shares[index]).map((article) => composeItem(context, topicId, article)),
    cutIds: articles.slice(shares[index]).map((article) => article.articleId),
  }))
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

function topicName({ topicNames }: DigestInput, topicId: string): string {
  return shortName(topicNames.get(topicId) ?? topicId)
}

/** Reasons carry what servers said, which may be anything. After a semicolon comes advice, which `feeds list` shows whole. */
function composeCoverage(coverage: Coverage): Coverage {
  const failingFeeds = coverage.failingFeeds.map((feed) => ({
    name: shortName(feed.name),
    reason: shorten(cleanLine(feed.reason.split('; ', 1)[0] ?? ''), REASON_LENGTH),
  }))
  return { ...coverage, failingFeeds, silentFeeds: (coverage.silentFeeds ?? []).map(shortName) }
}
