import type { Listing } from './article.ts'
import { detectRefusal } from './detect-refusal.ts'
import { normalizeText } from './normalize-text.ts'
import type { ArticleArea } from './read-area.ts'
import { listingBlocks, type TextBlock, textKind } from './read-listing.ts'
import type { PageFacts } from './read-page-facts.ts'
import type { Quality } from './reading.ts'

export interface Verdict {
  readonly quality: Quality
  /** Empty for `full`. */
  readonly reason: string
  readonly blocks: readonly TextBlock[]
}

interface Signs {
  readonly facts: PageFacts
  readonly area: ArticleArea
  readonly listed: Listing
  readonly elementCount: number
}

/** Less than a short paragraph is hardly the article; code units. */
const MIN_LENGTH = 140
/** A teaser before a paywall is seldom longer; code units. */
const MAX_TEASER_LENGTH = 1500
/** Another source of the text is taken when ours has less than this share of it. */
const ENOUGH_SHARE = 0.6

/** Which text the article has, and how whole it is: the page's own, else what its JSON-LD or the feed carries. */
export function judgeQuality(signs: Signs): Verdict {
  const own = signs.area.judged.flatMap(({ block, why }) =>
    why === undefined ? [{ kind: textKind(block.kind), text: block.text }] : [],
  )
  const refusal = detectRefusal({
    title: signs.area.title,
    text: own.map(({ text }) => text).join('\n\n'),
    pageText: signs.facts.blocks.map(({ text }) => text).join('\n'),
    hasPasswordField: signs.facts.hasPasswordField,
    elementCount: signs.elementCount,
  })
  if (refusal !== undefined) return { quality: 'failed', reason: refusal, blocks: [] }
  const embedded = bodyBlocks(signs.facts.jsonLd?.articleBody)
  const listed = listingBlocks(signs.listed)
  if (isRicher(embedded, own)) return { quality: 'full', reason: '', blocks: embedded }
  if (signs.listed.contentHtml !== undefined && isRicher(listed, own))
    return { quality: 'full', reason: '', blocks: listed }
  return judgeLength(own, listed, signs.facts.jsonLd?.isFree === false)
}

function judgeLength(own: readonly TextBlock[], listed: readonly TextBlock[], isPaid: boolean): Verdict {
  const length = lengthOf(own)
  if (length < MIN_LENGTH && lengthOf(listed) >= length) {
    if (lengthOf(listed) === 0) return { quality: 'failed', reason: 'no article text on the page', blocks: [] }
    return {
      quality: 'summary-only',
      reason: `the page has ${length} characters of text; the feed has more`,
      blocks: listed,
    }
  }
  if (length < MIN_LENGTH) return { quality: 'partial', reason: `only ${length} characters of text`, blocks: own }
  if (isPaid && length <= MAX_TEASER_LENGTH)
    return { quality: 'partial', reason: 'the rest is behind a paywall', blocks: own }
  return { quality: 'full', reason: '', blocks: own }
}

function isRicher(other: readonly TextBlock[], own: readonly TextBlock[]): boolean {
  const length = lengthOf(other)
  return length >= 2 * MIN_LENGTH && lengthOf(own) < length * ENOUGH_SHARE
}

function lengthOf(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}

function bodyBlocks(articleBody: string | undefined): readonly TextBlock[] {
  const bare = (articleBody ?? '').replace(/<(?:br|\/p|\/div|\/h\d)[^>]{0,200}>/gi, '\n').replace(/<[^>]{0,500}>/g, '')
  const lines = bare.split(/\r?\n+/).map(normalizeText)
  return lines.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text }))
}
