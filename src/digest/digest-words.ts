import { calendarDate } from './calendar-date.ts'
import { countItems } from './count-items.ts'
import { countNoun } from './count-noun.ts'
import type { Coverage, Digest, SharedTopic } from './digest.ts'
import { joinWords } from './join-words.ts'
import { localClock } from './local-clock.ts'

const NAMED_FEEDS = 8

/** The sentences about a digest, the same in every form it is drawn in. */
export interface DigestWords {
  /** "Friday 14 June 2024" */
  readonly date: string
  /** "12 new items in 2 topics" */
  readonly headline: string
  /** Topics without a section of their own: those whose news stands above, and those without any. */
  readonly others: readonly string[]
  /** What was read, what was not, and what has no room. */
  readonly coverage: readonly string[]
  /** Why the reader gets this, and when the next comes. */
  readonly footer: readonly string[]
}

export function digestWords(digest: Digest): DigestWords {
  return {
    date: calendarDate(digest.slotDate).long,
    headline: headline(digest),
    others: [...digest.sharedTopics.map(sharedWords), ...quietWords(digest)],
    coverage: [...readingWords(digest.coverage), ...cutWords(digest)],
    footer: [reasonWords(digest), ...nextWords(digest)],
  }
}

function headline({ sections, sharedTopics }: Digest): string {
  const count = countItems(sections)
  if (count === 0) return 'Nothing new'
  return `${countNoun(count, 'new item')} in ${countNoun(sections.length + sharedTopics.length, 'topic')}`
}

function sharedWords({ topicName, itemCount }: SharedTopic): string {
  return `${topicName}: ${countNoun(itemCount, 'item')}, shown above under other topics.`
}

function quietWords({ quietTopics }: Digest): readonly string[] {
  return quietTopics.length === 0 ? [] : [`Nothing new on ${joinWords(quietTopics)}.`]
}

function readingWords(coverage: Coverage): readonly string[] {
  const { feedCount, articleCount, failingFeeds, partlyReadCount } = coverage
  const watched = `Watched ${countNoun(feedCount, 'feed')} and read ${countNoun(articleCount, 'article')}.`
  const partly = `${countNoun(partlyReadCount, 'article')} could be read only in part.`
  return [watched, ...failingWords(failingFeeds, feedCount), ...(partlyReadCount > 0 ? [partly] : [])]
}

function failingWords(failing: Coverage['failingFeeds'], feedCount: number): readonly string[] {
  if (failing.length === 0) return feedCount > 0 ? ['Every feed answered.'] : []
  const named = failing.slice(0, NAMED_FEEDS).map((feed) => `${feed.name} (${feed.reason})`)
  const rest = failing.length - named.length
  const list = joinWords(rest > 0 ? [...named, `${rest} more`] : named)
  const nothing = failing.length >= feedCount ? ' No feed answered, so this mail cannot know what is new.' : ''
  return [`Not answering: ${list}.${nothing}`]
}

function cutWords({ sections }: Digest): readonly string[] {
  const count = sections.reduce((sum, section) => sum + section.moreCount, 0)
  return count === 0 ? [] : [`${countNoun(count, 'older item')} did not fit into this mail.`]
}

function reasonWords(digest: Digest): string {
  const { sections, sharedTopics, quietTopics } = digest
  const topics = [...[...sections, ...sharedTopics].map((topic) => topic.topicName), ...quietTopics]
  return `You get this because your address is on the list of “${digest.name}”, which watches ${joinWords(topics)}.`
}

function nextWords(digest: Digest): readonly string[] {
  if (digest.nextAt === undefined) return []
  const { date, time } = localClock(digest.timezone)(digest.nextAt)
  return [`The next one is due on ${calendarDate(date).long} at ${time} (${digest.timezone}).`]
}
