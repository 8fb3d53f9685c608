import { calendarDate } from './calendar-date.ts'
import { countItems } from './count-items.ts'
import { countNoun } from './count-noun.ts'
import { coverageWords } from './coverage-words.ts'
import type { Digest } from './digest.ts'
import { joinWords } from './join-words.ts'
import { localClock } from './local-clock.ts'
import { weekWords } from './week-words.ts'

/** A reader skips longer lists, and a mail must not grow with the number of topics. */
const NAMED_TOPICS = 8

/** The sentences about a digest, the same in every form it is drawn in. */
export interface DigestWords {
  /** "Friday 14 June 2024" */
  readonly date: string
  /** "12 new stories", "Nothing new" */
  readonly headline: string
  /** What stands where, when there is more than one place: "Peace proposals 9", "NATO statements 3". */
  readonly contents: readonly string[]
  /** What stands nowhere above: topics whose news is under others, without room or without any; what is held back. */
  readonly others: readonly string[]
  /** A week in numbers. */
  readonly week: readonly string[]
  /** What was read, what was not, and what has no room. */
  readonly coverage: readonly string[]
  /** Why the reader gets this, when the next comes, and how to change it. */
  readonly footer: readonly string[]
  readonly links: readonly DigestLink[]
}

export interface DigestLink {
  readonly label: string
  readonly url: string
}

export function digestWords(digest: Digest): DigestWords {
  return {
    date: dateWords(digest),
    headline: headline(digest),
    contents: contents(digest),
    others: [
      ...sharedWords(digest),
      ...cutTopicWords(digest),
      ...heldBackWords(digest),
      ...repeatWords(digest),
      ...quietWords(digest),
    ],
    week: weekWords(digest),
    coverage: coverageWords(digest),
    footer: [reasonWords(digest), ...nextWords(digest), changeWords(digest)],
    links: links(digest),
  }
}

function dateWords({ slotDate, slotTime, every }: Digest): string {
  const date = calendarDate(slotDate).long
  if (every === 'week') return `The week to ${date}`
  return slotTime === undefined ? date : `${date}, ${slotTime}`
}

function headline(digest: Digest): string {
  const count = countItems(digest.sections)
  const news = count === 0 ? 'Nothing new' : countNoun(count, 'new story', 'new stories')
  const { coveredDays, every } = digest
  return every === 'week' || coveredDays === undefined ? news : `${news} in ${countNoun(coveredDays, 'day')}`
}

function contents({ sections }: Digest): readonly string[] {
  const drawn = sections.filter((section) => section.items.length > 0)
  if (drawn.length < 2) return []
  const named = drawn.slice(0, NAMED_TOPICS)
  const rest = drawn.length - named.length
  const counts = named.map((section) => `${section.topicName} ${section.items.length + section.cutIds.length}`)
  return rest === 0 ? counts : [...counts, `${rest} more`]
}

function sharedWords({ sharedTopics }: Digest): readonly string[] {
  if (sharedTopics.length === 0) return []
  const topics = sharedTopics.map(
    ({ topicName, itemCount }) => `${topicName} (${countNoun(itemCount, 'story', 'stories')})`,
  )
  return [`Shown above under other topics: ${joinWords(topics, NAMED_TOPICS)}.`]
}

function cutTopicWords({ sections }: Digest): readonly string[] {
  const cut = sections.filter((section) => section.items.length === 0)
  if (cut.length === 0) return []
  const topics = cut.map(({ topicName, cutIds }) => `${topicName} (${countNoun(cutIds.length, 'story', 'stories')})`)
  return [`No room in this mail for ${joinWords(topics, NAMED_TOPICS)}.`]
}

function heldBackWords({ heldBack }: Digest): readonly string[] {
  if (heldBack === undefined) return []
  const { storyCount, minWeight } = heldBack
  const few = storyCount === 1 ? 'is held back, since it has' : 'are held back, since they have'
  return [
    `${countNoun(storyCount, 'story', 'stories')} ${few} fewer than ${minWeight} independent outlets (min-weight).`,
  ]
}

function repeatWords({ repeatCount = 0 }: Digest): readonly string[] {
  if (repeatCount === 0) return []
  return [`${countNoun(repeatCount, 'more report')} on stories told before, without news.`]
}

/** The numbers of a week tell it themselves, and who is told at once is told of what came. */
function quietWords({ quietTopics, week, every, sections }: Digest): readonly string[] {
  if (every === 'instant' && sections.length > 0) return []
  return quietTopics.length === 0 || week !== undefined
    ? []
    : [`Nothing new on ${joinWords(quietTopics, NAMED_TOPICS)}.`]
}

function reasonWords(digest: Digest): string {
  const { sections, sharedTopics, quietTopics } = digest
  const topics = [...[...sections, ...sharedTopics].map((topic) => topic.topicName), ...quietTopics]
  const watched = joinWords(topics, NAMED_TOPICS)
  return `You get this because your address is on the list of “${digest.name}”, which watches ${watched}.`
}

function nextWords({ every, nextAt, timezone }: Digest): readonly string[] {
  if (every === 'instant') return ['The next one comes as soon as there is something new.']
  if (nextAt === undefined) return []
  const { date, time } = localClock(timezone)(nextAt)
  return [`The next one is due on ${calendarDate(date).long} at ${time} (${timezone}).`]
}

function changeWords({ planId }: Digest): string {
  return `To change it, its topics or its readers, edit “${planId}” in config/digests.yaml of the desk, or ask who runs it.`
}

function links({ links }: Digest): readonly DigestLink[] {
  const { viewUrl, unsubscribeUrl } = links ?? {}
  return [
    ...(viewUrl === undefined ? [] : [{ label: 'View on the page', url: viewUrl }]),
    ...(unsubscribeUrl === undefined ? [] : [{ label: 'Unsubscribe', url: unsubscribeUrl }]),
  ]
}
