import type { CountAgreement } from './compare-counts.ts'
import type { SharedQuote } from './open-quote-index.ts'
import { newestTraits, type OpenStory } from './open-story.ts'
import { isOtherOfRow } from './other-event.ts'
import type { Likeness } from './score-likeness.ts'
import type { ArticleTraits } from './story-article.ts'
import type { Copy } from './story-index.ts'

/** How like an article must be to a story to join it: the best of both halves of the labelled articles' topics. */
const LEAST_LIKENESS = 0.2
/** When it shares a quotation with it. */
const LEAST_WITH_QUOTE = 0.08
/** What the first articles of a stream must be more like, fading: it does not yet show which words all of its articles have. */
const EARLY_EXTRA = 0.05
const EARLY_ARTICLES = 10
/** What an article must be more like when no date says that it is of these days. */
const UNDATED_EXTRA = 0.04

/** Where an article goes, and why. */
export type StoryChoice =
  | { readonly kind: 'copy'; readonly story: OpenStory; readonly copy: Copy }
  | { readonly kind: 'like'; readonly story: OpenStory; readonly likeness: Likeness; readonly quote?: SharedQuote }
  | { readonly kind: 'alone'; readonly nearest?: Likeness }

/** What is known of an article that is to be placed. */
export interface StoryChances {
  readonly traits: ArticleTraits
  /** The likest first. */
  readonly ranked: readonly Likeness[]
  readonly shared: ReadonlyMap<OpenStory, SharedQuote>
  /** Articles in the open stories. */
  readonly articleCount: number
}

/** The likest story that the article is like enough and not kept from. */
export function chooseStory({ traits, ranked, shared, articleCount }: StoryChances): StoryChoice {
  const early = EARLY_EXTRA * Math.max(0, 1 - articleCount / EARLY_ARTICLES)
  const least = LEAST_LIKENESS + early + (traits.isDated ? 0 : UNDATED_EXTRA)
  const likeness = ranked.find(
    ({ story, score }) => score >= (shared.has(story) ? LEAST_WITH_QUOTE : least) && !isVetoed(traits, story),
  )
  const [nearest] = ranked
  if (likeness === undefined) return { kind: 'alone', ...(nearest && { nearest }) }
  const quote = shared.get(likeness.story)
  return { kind: 'like', story: likeness.story, likeness, ...(quote && { quote }) }
}

/** For people. */
export function explainChoice(choice: StoryChoice): string {
  if (choice.kind === 'copy') return `${choice.copy.relation} of ${choice.copy.ofArticleId}`
  if (choice.kind === 'alone') {
    if (choice.nearest === undefined) return 'nothing like it is open'
    const { nearest, score, agreement } = choice.nearest
    return `the nearest, ${nearest.traits.articleId}, is ${score.toFixed(2)} like it${explainAgreement(agreement)}`
  }
  const { likeness, quote } = choice
  const { score, nearest, agreement } = likeness
  const like = `${score.toFixed(2)} like the story and ${nearest.traits.articleId}${explainAgreement(agreement)}`
  return quote === undefined ? like : `${like}; shares the quote “${quote.quote.words}…”`
}

function explainAgreement({ sameCount, otherCount }: CountAgreement): string {
  return sameCount + otherCount === 0 ? '' : `, of its numbers and dates ${sameCount} the same and ${otherCount} others`
}

function isVetoed(traits: ArticleTraits, story: OpenStory): boolean {
  return isOtherOfRow(
    traits,
    newestTraits(story).filter(({ isRoundUp }) => !isRoundUp),
  )
}
