import type { Listing } from './article.ts'
import { detectPageKind, type PageKind } from './detect-page-kind.ts'
import { detectRefusal } from './detect-refusal.ts'
import { detectTeaser } from './detect-teaser.ts'
import { findStateBody } from './find-state-body.ts'
import { plainTitle } from './plain-title.ts'
import type { ArticleArea } from './read-area.ts'
import { htmlBlocks, listingBlocks, type TextBlock, textKind } from './read-listing.ts'
import type { PageFacts } from './read-page-facts.ts'
import type { Quality } from './reading.ts'

export interface Verdict {
  readonly quality: Quality
  /** Empty for `full`. */
  readonly reason: string
  readonly blocks: readonly TextBlock[]
  /** Whether what the page says of itself is the article's: not what a wall or a list says. */
  readonly isArticle: boolean
  /** Whether the text ends where a paywall begins. */
  readonly isTeaser: boolean
  /** Where the same site may have more of the article. */
  readonly alternateUrl?: string
}

interface Signs {
  readonly facts: PageFacts
  readonly area: ArticleArea
  readonly listed: Listing
}

/** Less than a short paragraph is hardly the article; code units. */
const MIN_LENGTH = 140
/** Another source of the text is taken when ours has less than this share of it. */
const ENOUGH_SHARE = 0.6
/** With more text of its own, a page's state is not looked into; code units. */
const AMPLE_LENGTH = 2500
const NO_ARTICLE: ReadonlySet<PageKind['kind']> = new Set(['empty', 'forwarding', 'list'])

/** Which text the article has, and how whole it is: the page's own, else what its data or the feed carry. */
export function judgeQuality(signs: Signs): Verdict {
  const own = ownBlocks(signs)
  const paragraphs = own.map(({ text }) => text)
  const refusal = detectRefusal({
    title: signs.area.title,
    paragraphs,
    pageText: signs.facts.blocks.map(({ text }) => text).join('\n'),
    hasPasswordField: signs.facts.hasPasswordField,
  })
  if (refusal !== undefined)
    return { quality: 'failed', reason: refusal, blocks: [], isArticle: false, isTeaser: false }
  const richer = richerBlocks(signs, own)
  if (richer !== undefined) return { quality: 'full', reason: '', blocks: richer, isArticle: true, isTeaser: false }
  const kind = detectPageKind(signs.facts, paragraphs)
  const isTeaser = detectTeaser(signs.facts, paragraphs)
  const verdict = judgeLength({ own, listed: listingBlocks(signs.listed), kind, isTeaser })
  const alternateUrl = signs.facts.metadata.refreshUrl ?? signs.facts.metadata.alternateUrls[0]
  return {
    ...verdict,
    isArticle: !NO_ARTICLE.has(kind.kind),
    isTeaser,
    ...(verdict.quality !== 'full' && alternateUrl !== undefined && { alternateUrl }),
  }
}

/** What is the article's; a live blog keeps the times of its entries. */
function ownBlocks({ facts, area }: Signs): readonly TextBlock[] {
  const isLive = facts.jsonLd?.types.includes('LiveBlogPosting') === true
  return area.judged.flatMap(({ block, why }, index) => {
    const isEntryTime = isLive && why === 'counter or time' && area.judged[index + 1]?.why === undefined
    return why === undefined || isEntryTime ? [{ kind: textKind(block.kind), text: block.text }] : []
  })
}

/** The first other source with much more text: the page's own data before the feed's content. */
function richerBlocks({ facts, area, listed }: Signs, own: readonly TextBlock[]): readonly TextBlock[] | undefined {
  const stated = bodyBlocks(facts.jsonLd?.articleBody, area.title)
  if (isRicher(stated, own)) return stated
  if (lengthOf(own) < AMPLE_LENGTH && facts.states.length > 0) {
    const { description } = facts.metadata
    const body = findStateBody(facts.states, { title: area.title, description, listed })
    if (isRicher(body, own)) return body
  }
  if (listed.contentHtml === undefined) return undefined
  const content = listingBlocks(listed)
  return isRicher(content, own) ? content : undefined
}

interface Texts {
  readonly own: readonly TextBlock[]
  readonly listed: readonly TextBlock[]
  readonly kind: PageKind
  readonly isTeaser: boolean
}

function judgeLength({ own, listed, kind, isTeaser }: Texts): Pick<Verdict, 'quality' | 'reason' | 'blocks'> {
  const length = lengthOf(own)
  const isBare = length < MIN_LENGTH && lengthOf(listed) >= length
  if (NO_ARTICLE.has(kind.kind) || (isBare && listed.length === 0))
    return { quality: 'failed', reason: kind.reason === '' ? 'no article text on the page' : kind.reason, blocks: [] }
  if (isBare) {
    const reason = kind.reason === '' ? `the page has ${length} characters of text` : kind.reason
    return { quality: 'summary-only', reason: `${reason}; the feed has more`, blocks: listed }
  }
  if (isTeaser) return { quality: 'partial', reason: 'the rest is behind a paywall', blocks: own }
  if (kind.kind !== 'article') return { quality: 'partial', reason: kind.reason, blocks: own }
  if (length < MIN_LENGTH) return { quality: 'partial', reason: `only ${length} characters of text`, blocks: own }
  return { quality: 'full', reason: '', blocks: own }
}

function isRicher(other: readonly TextBlock[], own: readonly TextBlock[]): boolean {
  const length = lengthOf(other)
  return length >= 2 * MIN_LENGTH && lengthOf(own) < length * ENOUGH_SHARE
}

const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** Code units; Chinese and Japanese say in one what others say in two or more. */
function lengthOf(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length + (text.match(IDEOGRAPHS)?.length ?? 0), 0)
}

/** A body stated for machines: plain text with line breaks, or HTML. */
function bodyBlocks(articleBody: string | undefined, title: string): readonly TextBlock[] {
  if (articleBody === undefined) return []
  if (/<(?:p|br|div|h\d|li)\b/i.test(articleBody)) return htmlBlocks(articleBody, { title, authors: [] })
  const lines = articleBody.split(/\r?\n+/).map(plainTitle)
  return lines.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text }))
}
