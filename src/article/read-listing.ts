import type { Listing } from './article.ts'
import { cleanHtml } from './clean-html.ts'
import { collectBlocks } from './collect-blocks.ts'
import { composeText } from './compose-text.ts'
import { detectLanguage } from './detect-language.ts'
import { findAuthors } from './find-authors.ts'
import { judgeBlocks } from './judge-blocks.ts'
import { normalizeText } from './normalize-text.ts'
import { parseDocument } from './parse-document.ts'
import type { Block, Reading } from './reading.ts'
import { splitPassages } from './split-passages.ts'

export interface ListingContext {
  readonly outlet: string
  /** IANA zone. */
  readonly timezone: string
  /** Epoch ms. */
  readonly now: number
  /** Why the page itself could not be read, for people. */
  readonly reason: string
}

export interface TextBlock {
  readonly kind: Block['kind']
  readonly text: string
}

/** The reading made of what the feed said, for a page that could not be read. */
export function readListing(listing: Listing, context: ListingContext): Reading {
  const { text, blocks } = composeText(listingBlocks(listing))
  const language = detectLanguage(`${listing.title} ${text}`, listing.language)
  const at = listing.publishedAt
  return {
    title: normalizeText(listing.title),
    outlet: context.outlet,
    authors: findAuthors({ jsonLd: [], meta: [], bylines: [], listed: listing.authors, siteNames: [context.outlet] }),
    ...(at !== undefined &&
      at <= context.now && {
        published: { at, precision: 'minute', zone: 'stated', source: 'feed', printed: new Date(at).toISOString() },
      }),
    ...(language !== undefined && { language }),
    text,
    blocks,
    passages: splitPassages(text, blocks),
    labels: [],
    quality: 'summary-only',
    qualityReason: context.reason,
    furniture: [],
  }
}

/** The feed's own text of the article: its content when it carries one, else its summary. */
export function listingBlocks(listing: Listing): readonly TextBlock[] {
  const content = listing.contentHtml === undefined ? [] : htmlBlocks(listing.contentHtml, listing)
  const summary = normalizeText(listing.summary ?? '')
  const length = content.reduce((sum, { text }) => sum + text.length, 0)
  if (length >= summary.length && length > 0) return content
  return summary === '' ? [] : [{ kind: 'paragraph', text: summary }]
}

/** The article's blocks in HTML that holds no page around it. */
export function htmlBlocks(html: string, listing: Pick<Listing, 'title' | 'authors'>): readonly TextBlock[] {
  const blocks = collectBlocks(parseDocument(cleanHtml(html).html).body)
  const context = { title: listing.title, authors: listing.authors, captions: new Set<string>() }
  return judgeBlocks(blocks, context).flatMap(({ block, why }) =>
    why === undefined ? [{ kind: textKind(block.kind), text: block.text }] : [],
  )
}

/** Tables and captions have no kind of their own in the text. */
export function textKind(kind: Block['kind'] | 'caption' | 'table-row'): Block['kind'] {
  return kind === 'caption' || kind === 'table-row' ? 'paragraph' : kind
}
