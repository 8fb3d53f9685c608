import type { CleanHtml } from './clean-html.ts'
import { collectBlocks } from './collect-blocks.ts'
import { collectBylines } from './collect-bylines.ts'
import { collectLinks, type PageLink } from './collect-links.ts'
import { type Content, findContent } from './find-content.ts'
import type { LightDocument } from './light-document.ts'
import { foldText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'
import { parseJsonLd, typesOf } from './parse-json-ld.ts'
import { type JsonLdArticle, readJsonLd } from './read-json-ld.ts'
import { type Metadata, readMetadata } from './read-metadata.ts'

/** Everything that is read from the document itself; what follows works on these values. */
export interface PageFacts {
  readonly metadata: Metadata
  readonly jsonLd: JsonLdArticle | undefined
  /** Types of all that the page's JSON-LD describes, such as VideoObject and ItemList. */
  readonly types: ReadonlySet<string>
  /** All of the page's visible blocks. */
  readonly blocks: readonly PageBlock[]
  /** Texts of the h1 elements. */
  readonly headings: readonly string[]
  /** What elements marked as bylines say. */
  readonly bylines: readonly string[]
  /** Folded alternative texts of pictures, and captions. */
  readonly captions: ReadonlySet<string>
  readonly hasPasswordField: boolean
  /** Links in running text. */
  readonly links: readonly PageLink[]
  /** Sources of scripts with the page's state, and what the page says to readers without scripts. */
  readonly states: readonly string[]
  readonly noscript: string
  readonly content: Content
}

/** Pictures looked at. */
const MAX_PICTURES = 500

export function readPageFacts(document: LightDocument, clean: CleanHtml, page: { readonly url: string }): PageFacts {
  const blocks = collectBlocks(document.body)
  const metadata = readMetadata(document, page.url)
  const headings = [...document.getElementsByTagName('h1')].map((heading) => heading.textContent)
  const nodes = parseJsonLd(clean.jsonLd)
  const facts = {
    metadata,
    jsonLd: readJsonLd(nodes, {
      url: metadata.canonicalUrl ?? page.url,
      titles: [...headings, ...metadata.titles, metadata.documentTitle],
    }),
    types: new Set(nodes.flatMap(typesOf)),
    blocks,
    headings,
    bylines: collectBylines(document),
    captions: collectCaptions(document, blocks),
    hasPasswordField: clean.hasPasswordField,
    links: collectLinks(document),
    states: clean.states,
    noscript: clean.noscript,
  }
  return { ...facts, content: findContent(document) }
}

function collectCaptions(document: LightDocument, blocks: readonly PageBlock[]): ReadonlySet<string> {
  const pictures = [...document.getElementsByTagName('img')].slice(0, MAX_PICTURES)
  const alternatives = pictures.map((picture) => picture.getAttribute('alt') ?? '')
  const captions = blocks.filter(({ kind }) => kind === 'caption').map(({ text }) => text)
  return new Set([...alternatives, ...captions].map(foldText).filter((text) => text !== ''))
}
