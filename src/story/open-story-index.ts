import { openCopyIndex } from './open-copy-index.ts'
import { openMemberIndex } from './open-member-index.ts'
import { openQuoteIndex, type SharedQuote } from './open-quote-index.ts'
import { addVector, type OpenMember, type OpenStory, openStory } from './open-story.ts'
import { isOtherOfRow, isOtherPlaceAndNumber } from './other-event.ts'
import { type Likeness, scoreLikeness, type Weighed } from './score-likeness.ts'
import type { ArticleTraits } from './story-article.ts'
import type { Copy, Placement, StoryIndex } from './story-index.ts'
import { whatIsNew } from './what-is-new.ts'
import { openWordSpace, type WordVector } from './word-space.ts'

/** How like an article must be to a story to join it. */
const LEAST_LIKENESS = 0.22
/** When it shares a quotation with it. */
const LEAST_WITH_QUOTE = 0.08
/** What an article must be more like when no date says that it is of these days. */
const UNDATED_EXTRA = 0.04
/** A story is open for so long after its last article; copies are looked for as far back. */
const OPEN_MS = 7 * 86_400_000
/** Newest members that an article is held against for conflicts and news. */
const MOST_COMPARED = 40

/** An article in the making of its placement. */
interface Choice {
  readonly story: OpenStory
  readonly likeness?: Likeness | undefined
  readonly quote?: SharedQuote | undefined
}

/** An index without members. One pass in the order of arrival; within a batch in the order of time. */
export function openStoryIndex(): StoryIndex {
  const stories = new Map<string, OpenStory>()
  const memberOf = new Map<string, OpenMember>()
  const wordSpace = openWordSpace()
  const nameSpace = openWordSpace()
  const members = openMemberIndex()
  const quotes = openQuoteIndex()
  const copies = openCopyIndex()

  function take(storyId: string, traits: ArticleTraits, weighed: Weighed): void {
    const story = stories.get(storyId) ?? openStory(storyId, traits.at)
    stories.set(storyId, story)
    const member: OpenMember = { traits, story, words: weighed.words, names: weighed.names }
    memberOf.set(traits.articleId, member)
    story.members.push(member)
    copies.add(traits)
    if (traits.isRoundUp) return
    story.firstAt = Math.min(story.firstAt, traits.at)
    story.lastAt = Math.max(story.lastAt, traits.at)
    wordSpace.learn(traits.words)
    nameSpace.learn(traits.names)
    addVector(story.words, weighed.words)
    addVector(story.names, weighed.names)
    members.add(member)
    quotes.add(traits, story)
  }

  function choose(traits: ArticleTraits, weighed: Weighed, copy: Copy | undefined): Choice | Likeness | undefined {
    const source = copy === undefined ? undefined : memberOf.get(copy.ofArticleId)
    if (source !== undefined) return { story: source.story }
    const near = Map.groupBy(members.candidates(weighed.words, weighed.names), ({ story }) => story)
    const shared = new Map(quotes.find(traits).map((quote) => [quote.story, quote]))
    for (const { story } of shared.values()) if (!near.has(story)) near.set(story, story.members.slice(-1))
    const likenesses = [...near].flatMap(([story, each]) => scoreLikeness(weighed, story, each) ?? [])
    const ranked = likenesses.sort((left, right) => right.score - left.score)
    const extra = traits.isDated ? 0 : UNDATED_EXTRA
    const fitting = ranked.find(({ story, score }) => {
      const least = shared.has(story) ? LEAST_WITH_QUOTE : LEAST_LIKENESS + extra
      return score >= least && !isVetoed(traits, story)
    })
    if (fitting === undefined) return ranked[0]
    return { story: fitting.story, likeness: fitting, quote: shared.get(fitting.story) }
  }

  /** Of an article of an open story. The same words about another event (a table of prices, a quake) are no copy. */
  function findCopy(traits: ArticleTraits): Copy | undefined {
    const copy = copies.find(traits)
    const source = copy === undefined ? undefined : memberOf.get(copy.ofArticleId)
    if (source === undefined) return undefined
    const isOther = isOtherOfRow(traits, [source.traits]) || isOtherPlaceAndNumber(traits, source.traits)
    return isOther ? undefined : copy
  }

  function placeOne(traits: ArticleTraits): Placement {
    const weighed = weigh(traits)
    const copy = findCopy(traits)
    const choice = choose(traits, weighed, copy)
    const joined = choice !== undefined && 'score' in choice ? undefined : choice
    const storyId = joined?.story.storyId ?? traits.articleId
    const newFacts = joined === undefined || copy !== undefined ? [] : whatIsNew(traits, newestTraits(joined.story))
    take(storyId, traits, weighed)
    const why = joined === undefined ? whyAlone(choice) : whyJoined(joined, copy)
    return {
      articleId: traits.articleId,
      storyId,
      isNewStory: joined === undefined,
      why,
      ...(copy && { copy }),
      newFacts,
    }
  }

  function weigh(traits: ArticleTraits): Weighed {
    const words = wordSpace.weigh(traits.words, traits.wordCounts)
    const names = nameSpace.weigh(traits.names, [])
    return { at: traits.at, words, names, wordWeights: asMap(words), nameWeights: asMap(names) }
  }

  function expire(now: number): void {
    const gone = new Set([...stories.values()].filter(({ lastAt }) => lastAt < now - OPEN_MS))
    copies.forgetBefore(now - OPEN_MS)
    if (gone.size === 0) return
    for (const story of gone) {
      stories.delete(story.storyId)
      for (const { traits } of story.members) {
        memberOf.delete(traits.articleId)
        if (traits.isRoundUp) continue
        wordSpace.forget(traits.words)
        nameSpace.forget(traits.names)
      }
    }
    members.drop(({ story }) => gone.has(story))
    quotes.drop((story) => gone.has(story))
  }

  return {
    add: ({ storyId, traits }) => take(storyId, traits, weigh(traits)),
    place: (batch) => batch.toSorted(byTime).map(placeOne),
    expire,
  }
}

function byTime(left: ArticleTraits, right: ArticleTraits): number {
  return left.at - right.at || (left.articleId < right.articleId ? -1 : 1)
}

function isVetoed(traits: ArticleTraits, story: OpenStory): boolean {
  const plain = newestTraits(story).filter(({ isRoundUp }) => !isRoundUp)
  return isOtherOfRow(traits, plain)
}

function newestTraits(story: OpenStory): readonly ArticleTraits[] {
  return story.members.slice(-MOST_COMPARED).map(({ traits }) => traits)
}

function asMap({ words, weights }: WordVector): ReadonlyMap<number, number> {
  const map = new Map<number, number>()
  for (let at = 0; at < words.length; at += 1) map.set(words[at] ?? 0, weights[at] ?? 0)
  return map
}

function whyAlone(nearest: Choice | Likeness | undefined): string {
  if (nearest === undefined || !('score' in nearest)) return 'nothing like it is open'
  return `the nearest, ${nearest.nearest.traits.articleId}, is ${nearest.score.toFixed(2)} like it`
}

function whyJoined({ likeness, quote }: Choice, copy: Copy | undefined): string {
  if (likeness === undefined) return copy === undefined ? 'joined' : `${copy.relation} of ${copy.ofArticleId}`
  const like = `${likeness.score.toFixed(2)} like the story and ${likeness.nearest.traits.articleId}`
  return quote === undefined ? like : `${like}; shares the quote “${quote.quote.words}…”`
}
