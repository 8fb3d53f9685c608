import { foldText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'
import type { PageFacts } from './read-page-facts.ts'

export interface PageKind {
  readonly kind: 'empty' | 'forwarding' | 'scripted' | 'list' | 'video' | 'gallery' | 'in-parts' | 'article'
  /** What the page is, for people; empty for an article. */
  readonly reason: string
}

/** Less than this is a note beside something else; code units. */
const SHORT_LENGTH = 600
const NEEDS_SCRIPT = /javascript|скрипт|java script/i
/** Headlines of other articles that make a list. */
const MIN_HEADLINES = 6
const MIN_HEADLINE_LENGTH = 20
const MIN_PROSE_LENGTH = 80
const LIST_TYPES = ['ItemList', 'CollectionPage', 'SearchResultsPage']
const GALLERY_TYPES = ['ImageGallery', 'MediaGallery']

/** What the page is, when it is something else than an article on one page. */
export function detectPageKind(facts: PageFacts, paragraphs: readonly string[]): PageKind {
  const length = paragraphs.join('').length
  const { metadata, types } = facts
  if (length < SHORT_LENGTH && metadata.refreshUrl !== undefined && facts.blocks.length < MIN_HEADLINES)
    return { kind: 'forwarding', reason: 'the page only leads on to another' }
  if (paragraphs.length === 0 && (NEEDS_SCRIPT.test(facts.noscript) || facts.states.length > 0))
    return { kind: 'scripted', reason: 'the page shows its text by script only' }
  if (facts.blocks.length === 0) return { kind: 'empty', reason: 'empty page' }
  if (isList(facts, paragraphs)) return { kind: 'list', reason: 'a list of articles, not one' }
  if (length < SHORT_LENGTH && (types.has('VideoObject') || /^video/.test(metadata.type ?? '')))
    return { kind: 'video', reason: 'a video with little text' }
  if (
    length < SHORT_LENGTH &&
    (GALLERY_TYPES.some((type) => types.has(type)) || captionsOf(facts.blocks) >= MIN_HEADLINES)
  )
    return { kind: 'gallery', reason: 'a gallery with little text' }
  if (metadata.nextUrl !== undefined) return { kind: 'in-parts', reason: 'the first of several pages' }
  return { kind: 'article', reason: '' }
}

/** Headlines that lead elsewhere, and hardly a paragraph more than one for each of them. */
function isList({ blocks, jsonLd, metadata, types }: PageFacts, paragraphs: readonly string[]): boolean {
  const saysArticle = jsonLd !== undefined || metadata.type === 'article' || metadata.publishedOn !== undefined
  if (saysArticle) return false
  const headlines = blocks.filter(isHeadline)
  if (headlines.length < MIN_HEADLINES) return false
  if (LIST_TYPES.some((type) => types.has(type)) && !types.has('NewsArticle')) return true
  const titled = new Set(headlines.map(({ text }) => foldText(text)))
  const prose = paragraphs.filter((text) => text.length >= MIN_PROSE_LENGTH && !titled.has(foldText(text)))
  return teasersOf(blocks, new Set(prose)) >= prose.length / 2
}

/** A headline is a heading made of a link. */
function isHeadline(block: PageBlock): boolean {
  return (
    block.level !== undefined && block.text.length >= MIN_HEADLINE_LENGTH && block.linkLength >= block.text.length * 0.8
  )
}

/** Paragraphs of the text that stand directly under a headline of something else. */
function teasersOf(blocks: readonly PageBlock[], prose: ReadonlySet<string>): number {
  return blocks.filter((block, index) => {
    const before = blocks.slice(Math.max(0, index - 2), index)
    return prose.has(block.text) && before.some(isHeadline)
  }).length
}

function captionsOf(blocks: readonly PageBlock[]): number {
  return blocks.filter(({ kind, text }) => kind === 'caption' && text.length >= MIN_HEADLINE_LENGTH).length
}
