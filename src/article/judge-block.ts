import { isByline } from './find-authors.ts'
import { isAiNotice, isKicker } from './find-labels.ts'
import { FURNITURE_PHRASES } from './furniture-phrases.ts'
import { foldText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'
import { parsePrintedDate } from './parse-printed-date.ts'

export interface BlockContext {
  readonly title: string
  readonly authors: readonly string[]
  /** Folded alternative texts and captions of the page's pictures. */
  readonly captions: ReadonlySet<string>
  /** Reasons that elements' names give for much of the page's prose, and that therefore are no reasons here. */
  readonly distrusted?: ReadonlySet<string>
  /** Folded texts of the blocks that the host's other pages have too. */
  readonly recurring?: ReadonlySet<string>
}

const NAMED: readonly (readonly [RegExp, string, number])[] = [
  [
    /(?:^|[\s_-])(?:caption|credits?|wp-caption-text|figcaption|photo-?credit|image-?(?:source|credit|caption))(?:$|[\s_-])/i,
    'caption',
    800,
  ],
  [
    /(?:^|[\s_-])(?:byline|author-?(?:name|info|box|bio|card)?|contributors?|dateline|timestamp|published-?date|post-?meta|article-?meta)(?:$|[\s_-])/i,
    'byline',
    160,
  ],
  [/(?:^|[\s_-])(?:share|sharing|social|addtoany|follow)(?:$|[\s_-])/i, 'share buttons', 160],
  [
    /(?:^|[\s_-])(?:related|recommended|read-?more|read-?also|more-?news|also-?read|most-?read|trending|recirc|outbrain|taboola)(?:$|[\s_-])/i,
    'related headlines',
    300,
  ],
  [
    /(?:^|[\s_-])(?:newsletter|subscribe|signup|sign-up|donat(?:e|ion)|paywall|piano)(?:$|[\s_-])/i,
    'newsletter box',
    300,
  ],
  [/(?:^|[\s_-])(?:tags?|tag-?list|keywords|topics)(?:$|[\s_-])/i, 'tag list', 160],
  [/(?:^|[\s_-])(?:breadcrumbs?)(?:$|[\s_-])/i, 'breadcrumb', 300],
  [/(?:^|[\s_-])(?:ad|ads|advert|advertisement|sponsor(?:ed)?|promo)(?:$|[\s_-])/i, 'advertisement', 300],
  [/(?:^|[\s_-])(?:comments?|disqus)(?:$|[\s_-])/i, 'comments', 400],
]
/** A class that hides, and classes that show again on wider screens. */
const HIDING = /(?:^|\s)(?:hidden|d-none|is-hidden|u-hidden|hide|display-none|js-hidden)(?:\s|$)/
const SHOWN_AGAIN = /(?:^|[\s:-])(?:sm|md|lg|xl|xxl|tablet|desktop)[:-]/
/** Names further out than this describe the page's regions, not the block. */
const NAMES_LOOKED_AT = 3

/** Why one block, looked at alone, is not the article's; undefined when it may be. */
export function judgeBlock(block: PageBlock, context: BlockContext): string | undefined {
  const folded = foldText(block.text)
  if (folded === '') return 'ornament'
  if (block.kind !== 'table-row' && /^[\d\s.,:/-]+$/.test(block.text) && block.text.length <= 24)
    return 'counter or time'
  if (isAiNotice(block.text)) return 'notice: generated with AI'
  if (isKicker(block.text)) return 'label of the page'
  if (block.kind === 'caption') return 'caption'
  return (
    breadcrumb(block.text, context.title) ??
    repeatedTitle(block.text, folded, context) ??
    (block.kind === 'quote' ? undefined : dateline(block.text, context)) ??
    phrase(block.text) ??
    named(block, context.distrusted) ??
    (context.recurring?.has(folded) ? 'stands on other pages of this site' : undefined) ??
    (block.kind !== 'heading' && block.text.length <= 300 && context.captions.has(folded) ? 'caption' : undefined)
  )
}

function repeatedTitle(text: string, folded: string, context: BlockContext): string | undefined {
  const title = foldText(context.title)
  if (title === '') return undefined
  if (folded === title) return 'the title repeated'
  const extra = text.length - context.title.length
  return context.title.length >= 20 && extra > 0 && extra <= 30 && folded.endsWith(title)
    ? 'the title repeated'
    : undefined
}

function breadcrumb(text: string, title: string): string | undefined {
  const parts = text.split(/\s+[/>»›→|]\s+/)
  if (parts.length < 3 || text.length > title.length + 120) return undefined
  const last = foldText(parts.at(-1) ?? '')
  const endsWithTitle = last.length >= 8 && foldText(title).startsWith(last.slice(0, 60))
  const startsAtHome =
    /^(?:home|main|homepage|start(?:seite)?|головна|главная|accueil|strona główna|inicio|početna)$/i.test(
      parts[0] ?? '',
    )
  return endsWithTitle || startsAtHome ? 'breadcrumb' : undefined
}

/** A line that is little more than a date, a byline, or both glued together. */
function dateline(text: string, context: BlockContext): string | undefined {
  if (text.length > 160) return undefined
  if (isByline(text)) return 'byline'
  const folded = foldText(text)
  const authors = context.authors.map(foldText).filter((author) => author.includes(' '))
  const withoutNames = authors.reduce((rest, author) => rest.replace(author, ''), folded)
  if (
    withoutNames.length < folded.length &&
    withoutNames.replace(/\b(?:by|von|par|and|und|et|та|и|і)\b/g, '').trim().length <= 20
  )
    return 'byline'
  const date = parsePrintedDate(text, { monthFirst: false })
  if (date === undefined) return undefined
  const rest = foldText(text.slice(0, date.start) + text.slice(date.end)).length - (folded.length - withoutNames.length)
  return rest <= 30 || (rest <= 70 && !/[.!?]["”»]?$/.test(text)) ? 'dateline' : undefined
}

function phrase(text: string): string | undefined {
  return FURNITURE_PHRASES.find(({ pattern, maxLength }) => text.length <= maxLength && pattern.test(text))?.why
}

function named(block: PageBlock, distrusted: ReadonlySet<string> = new Set()): string | undefined {
  const reason = nameReason(block)
  return reason === undefined || block.text.length > reason.maxLength || distrusted.has(reason.why)
    ? undefined
    : reason.why
}

/** What the names of the elements around a block say it is, however long it is. */
export function nameReason(block: PageBlock): { readonly why: string; readonly maxLength: number } | undefined {
  if (block.names.some((name) => HIDING.test(name) && !SHOWN_AGAIN.test(name)))
    return { why: 'not shown', maxLength: Number.POSITIVE_INFINITY }
  const names = block.names.slice(-NAMES_LOOKED_AT).join(' ')
  const found = names === '' ? undefined : NAMED.find(([pattern]) => pattern.test(names))
  return found && { why: found[1], maxLength: found[2] }
}
