import type { CleanHtml } from './clean-html.ts'
import { collectBlocks } from './collect-blocks.ts'
import { type Content, findContent } from './find-content.ts'
import { foldText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'
import { type JsonLdArticle, readJsonLd } from './read-json-ld.ts'
import { type Metadata, readMetadata } from './read-metadata.ts'

/** Everything that is read from the document itself; what follows works on these values. */
export interface PageFacts {
  readonly metadata: Metadata
  readonly jsonLd: JsonLdArticle | undefined
  /** All of the page's visible blocks. */
  readonly blocks: readonly PageBlock[]
  /** Texts of the h1 elements. */
  readonly headings: readonly string[]
  /** What elements marked as bylines say. */
  readonly bylines: readonly string[]
  /** Folded alternative texts of pictures, and captions. */
  readonly captions: ReadonlySet<string>
  readonly hasPasswordField: boolean
  readonly content: Content
}

/** Pictures looked at. */
const MAX_PICTURES = 500
const BYLINE = /(?:^|[\s_-])(?:byline|author|authors|author-?names?)(?:$|[\s_-])/i
const MAX_BYLINE_LENGTH = 120

export function readPageFacts(document: Document, clean: CleanHtml, page: { readonly url: string }): PageFacts {
  const blocks = collectBlocks(document.body)
  const facts = {
    metadata: readMetadata(document, page.url),
    jsonLd: readJsonLd(clean.jsonLd),
    blocks,
    headings: [...document.getElementsByTagName('h1')].map((heading) => heading.textContent ?? ''),
    bylines: blocks.filter(isNamedByline).map(({ text }) => text),
    captions: collectCaptions(document, blocks),
    hasPasswordField: clean.hasPasswordField,
  }
  return { ...facts, content: findContent(document) }
}

function isNamedByline(block: PageBlock): boolean {
  return block.text.length <= MAX_BYLINE_LENGTH && BYLINE.test(block.names.slice(-2).join(' '))
}

function collectCaptions(document: Document, blocks: readonly PageBlock[]): ReadonlySet<string> {
  const pictures = [...document.getElementsByTagName('img')].slice(0, MAX_PICTURES)
  const alternatives = pictures.map((picture) => picture.getAttribute('alt') ?? '')
  const captions = blocks.filter(({ kind }) => kind === 'caption').map(({ text }) => text)
  return new Set([...alternatives, ...captions].map(foldText).filter((text) => text !== ''))
}
