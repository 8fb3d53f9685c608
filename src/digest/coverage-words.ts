import { countNoun } from './count-noun.ts'
import type { Coverage, Digest } from './digest.ts'
import { joinWords } from './join-words.ts'

const NAMED_FEEDS = 8

/** What was read, what was not, and what has no room: "no news" is told apart from "no data". */
export function coverageWords(digest: Digest): readonly string[] {
  const { coverage } = digest
  return [
    readingWords(digest),
    ...failingWords(coverage),
    ...silentWords(coverage),
    ...partlyWords(coverage),
    ...cutWords(digest),
  ]
}

function readingWords({ coverage, coveredDays }: Digest): string {
  const { feedCount, articleCount } = coverage
  const covers = coveredDays === undefined ? '' : `Covers ${countNoun(coveredDays, 'day')}. `
  return `${covers}Watched ${countNoun(feedCount, 'feed')} and read ${countNoun(articleCount, 'article')}.`
}

function failingWords({ failingFeeds, feedCount }: Coverage): readonly string[] {
  if (failingFeeds.length === 0) return feedCount > 0 ? ['Every feed answered.'] : []
  const rest = failingFeeds.length - NAMED_FEEDS
  return [
    ...failingFeeds.slice(0, NAMED_FEEDS).map((feed) => `Not answering: ${feed.name}, ${feed.reason}.`),
    ...(rest > 0 ? [`And ${countNoun(rest, 'more feed')}.`] : []),
    ...(failingFeeds.length >= feedCount ? ['No feed answered, so this mail cannot know what is new.'] : []),
  ]
}

function silentWords({ silentFeeds = [] }: Coverage): readonly string[] {
  return silentFeeds.length === 0 ? [] : [`Silent for longer than usual: ${joinWords(silentFeeds, NAMED_FEEDS)}.`]
}

function partlyWords({ partlyReadCount }: Coverage): readonly string[] {
  return partlyReadCount === 0 ? [] : [`${countNoun(partlyReadCount, 'article')} could be read only in part.`]
}

function cutWords({ sections }: Digest): readonly string[] {
  const count = sections.reduce((sum, section) => sum + section.cutIds.length, 0)
  return count === 0
    ? []
    : [`${countNoun(count, 'lower ranked story', 'lower ranked stories')} did not fit into this mail.`]
}
