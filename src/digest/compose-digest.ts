import { cleanLine } from './clean-line.ts'
import { composeItem } from './compose-item.ts'
import { composePreheader } from './compose-preheader.ts'
import { composeSubject } from './compose-subject.ts'
import { countItems } from './count-items.ts'
import type { Coverage, Digest, DigestSection, MatchedArticle, SharedTopic, StoryBefore } from './digest.ts'
import type { DigestPlan, Slot } from './digest-plan.ts'
import { groupByTopic, type TopicTraits, topicsOf } from './group-by-topic.ts'
import { groupIntoStories, type StoriesOfMail, type ToldStory } from './group-into-stories.ts'
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
  /** Office id -> what a reader calls it. */
  readonly roleNames?: ReadonlyMap<string, string>
  readonly articles: readonly MatchedArticle[]
  /** What the reader was told of their stories. */
  readonly before?: readonly StoryBefore[]
  readonly coverage: Coverage
  readonly now: number
  readonly nextAt?: number
}

/** One mail's content from what was matched. The same input in any order gives the same digest. */
export function composeDigest(input: DigestInput): Digest {
  const { plan, slot } = input
  const stories = groupIntoStories(plan, input.articles, input.before)
  const sections = composeSections(input, stories.shown)
  const coverage = composeCoverage(input.coverage)
  const sharedTopics = composeSharedTopics(input, sections, stories.shown)
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
    quietTopics: quietTopics(input, stories),
    ...unshownCounts(input, stories),
    coverage,
    ...(input.nextAt !== undefined && { nextAt: input.nextAt }),
  }
}

function composeSections(input: DigestInput, stories: readonly ToldStory[]): readonly DigestSection[] {
  const groups = groupByTopic(input, stories)
  const context = { ...input, clock: localClock(input.plan.timezone) }
  const shares = shareOut(
    groups.map((group) => group.stories.length),
    input.plan.itemLimit,
  )
  return groups.map(({ topicId, stories: ranked }, index) => {
    const cut = ranked.slice(shares[index])
    const followUps = cut.filter(({ story }) => story.isFollowUp)
    return {
      topicId,
      topicName: topicName(input, topicId),
      items: ranked.slice(0, shares[index]).map((each) => composeItem(context, topicId, each)),
      cutIds: cut.map(({ lead }) => lead.articleId),
      ...(followUps.length > 0 && { cutFollowUpIds: followUps.map(({ lead }) => lead.articleId) }),
    }
  })
}

function composeSharedTopics(
  input: DigestInput,
  sections: readonly DigestSection[],
  stories: readonly ToldStory[],
): readonly SharedTopic[] {
  const filled = new Set(sections.map((section) => section.topicId))
  return input.plan.topics
    .filter((id) => !filled.has(id))
    .map((id) => ({
      topicName: topicName(input, id),
      itemCount: stories.filter((story) => topicsOf(story).has(id)).length,
    }))
    .filter((topic) => topic.itemCount > 0)
}

/** What is held back is news all the same. */
function quietTopics(input: DigestInput, { shown, heldBack }: StoriesOfMail): readonly string[] {
  const hasNews = new Set([...shown, ...heldBack].flatMap((story) => [...topicsOf(story)]))
  return input.plan.topics.filter((id) => !hasNews.has(id)).map((id) => topicName(input, id))
}

function unshownCounts({ plan }: DigestInput, { heldBack, repeats }: StoriesOfMail) {
  const known = heldBack.filter((story) => plan.topics.some((id) => topicsOf(story).has(id)))
  return {
    ...(known.length > 0 && { heldBack: { storyCount: known.length, minWeight: plan.minWeight } }),
    ...(repeats.length > 0 && { repeatCount: repeats.length }),
  }
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
