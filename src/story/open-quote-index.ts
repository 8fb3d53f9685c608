import type { OpenStory } from './open-story.ts'
import type { ArticleTraits, QuoteTrait } from './story-article.ts'

/** A quotation that an article has in common with a story. */
export interface SharedQuote {
  readonly story: OpenStory
  readonly quote: QuoteTrait
}

export interface QuoteIndex {
  readonly add: (traits: ArticleTraits, story: OpenStory) => void
  readonly find: (traits: ArticleTraits) => readonly SharedQuote[]
  readonly drop: (isGone: (story: OpenStory) => boolean) => void
}

/** Words that so many stories quote are a saying, and prove nothing. */
const MOST_STORIES = 4

/** Which stories quote the same six words in a row. */
export function openQuoteIndex(): QuoteIndex {
  const storiesByRun = new Map<number, readonly OpenStory[]>()
  return {
    add: ({ quotes }, story) => {
      for (const run of quotes.flatMap(({ runs }) => runs)) {
        const stories = storiesByRun.get(run) ?? []
        if (!stories.includes(story) && stories.length <= MOST_STORIES) storiesByRun.set(run, [...stories, story])
      }
    },
    find: ({ quotes }) => {
      const found = new Map<OpenStory, SharedQuote>()
      for (const quote of quotes) {
        for (const story of quote.runs.flatMap((run) => knownStories(storiesByRun.get(run)))) {
          if (!found.has(story)) found.set(story, { story, quote })
        }
      }
      return [...found.values()]
    },
    drop: (isGone) => {
      for (const [run, stories] of storiesByRun) {
        const left = stories.filter((story) => !isGone(story))
        if (left.length === 0) storiesByRun.delete(run)
        else if (left.length < stories.length) storiesByRun.set(run, left)
      }
    },
  }
}

function knownStories(stories: readonly OpenStory[] = []): readonly OpenStory[] {
  return stories.length > MOST_STORIES ? [] : stories
}
