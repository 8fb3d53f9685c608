import { addCounts } from './compare-counts.ts'
import { openCopyIndex } from './open-copy-index.ts'
import { openLikeness } from './open-likeness.ts'
import { openMemberIndex } from './open-member-index.ts'
import { openQuoteIndex, type SharedQuote } from './open-quote-index.ts'
import { addVector, type OpenMember, type OpenStory, openStory } from './open-story.ts'
import { isOtherOfRow, isOtherPlaceAndNumber } from './other-event.ts'
import { type Likeness, scoreLikeness } from './score-likeness.ts'
import type { ArticleTraits } from './story-article.ts'
import type { Copy } from './story-index.ts'
import { openWordSpace, type StoryVector } from './word-space.ts'

/** An article of an open story that has the same words. */
export interface FoundCopy {
  readonly copy: Copy
  readonly story: OpenStory
  /** The same words about another event (a table of prices, a quake): no copy, and not the same story. */
  readonly isOfOtherEvent: boolean
}

/** The stories that are open, and what finds them. */
export interface OpenStories {
  readonly weigh: (traits: ArticleTraits) => StoryVector
  readonly take: (storyId: string, traits: ArticleTraits, vector: StoryVector) => void
  readonly findCopy: (traits: ArticleTraits) => FoundCopy | undefined
  readonly findQuotes: (traits: ArticleTraits) => ReadonlyMap<OpenStory, SharedQuote>
  /** The stories an article is likest to, the likest first, and how like it is to some others. */
  readonly rank: (traits: ArticleTraits, vector: StoryVector, others: Iterable<OpenStory>) => readonly Likeness[]
  readonly articleCount: () => number
  readonly expire: (now: number) => void
}

/** A story is open for so long after its last article; copies are looked for as far back. */
const OPEN_MS = 7 * 86_400_000

export function openStories(): OpenStories {
  const stories = new Map<string, OpenStory>()
  const memberOf = new Map<string, OpenMember>()
  const space = openWordSpace()
  const likeness = openLikeness()
  const members = openMemberIndex()
  const quotes = openQuoteIndex()
  const copies = openCopyIndex()

  function take(storyId: string, traits: ArticleTraits, vector: StoryVector): void {
    const story = stories.get(storyId) ?? openStory(storyId, traits.at)
    stories.set(storyId, story)
    const member = { traits, story, vector }
    memberOf.set(traits.articleId, member)
    story.members.push(member)
    copies.add(traits)
    if (traits.isRoundUp) return
    story.firstAt = Math.min(story.firstAt, traits.at)
    story.lastAt = Math.max(story.lastAt, traits.at)
    space.learn(vector)
    addVector(story.sum, vector)
    addCounts(story.told, traits.counts)
    members.add(member)
    quotes.add(traits, story)
  }

  /** What a page of many events has in common with others says nothing of where they belong. */
  function findCopy(traits: ArticleTraits): FoundCopy | undefined {
    const copy = copies.find(traits)
    const source = copy === undefined ? undefined : memberOf.get(copy.ofArticleId)
    if (copy === undefined || source === undefined || source.traits.isRoundUp !== traits.isRoundUp) return undefined
    const isOfOtherEvent = isOtherOfRow(traits, [source.traits]) || isOtherPlaceAndNumber(traits, source.traits)
    return { copy, story: source.story, isOfOtherEvent }
  }

  function rank(traits: ArticleTraits, vector: StoryVector, others: Iterable<OpenStory>): readonly Likeness[] {
    const near = members.candidates(vector)
    const known = new Set(near.map(({ story }) => story))
    const added = [...others].filter((story) => !known.has(story)).flatMap((story) => story.members.slice(-1))
    return scoreLikeness({ traits, vector }, [...near, ...added], likeness)
  }

  function expire(now: number): void {
    copies.forgetBefore(now - OPEN_MS)
    const gone = new Set(stories.values().filter(({ lastAt }) => lastAt < now - OPEN_MS))
    if (gone.size === 0) return
    for (const { storyId, members: theirs } of gone) {
      stories.delete(storyId)
      for (const { traits, vector } of theirs) {
        memberOf.delete(traits.articleId)
        if (!traits.isRoundUp) space.forget(vector)
      }
    }
    members.drop(({ story }) => gone.has(story))
    quotes.drop((story) => gone.has(story))
  }

  const findQuotes = (traits: ArticleTraits): ReadonlyMap<OpenStory, SharedQuote> =>
    new Map(quotes.find(traits).map((quote) => [quote.story, quote]))
  return { weigh: space.weigh, take, findCopy, findQuotes, rank, expire, articleCount: () => memberOf.size }
}
