import { hash } from 'node:crypto'
import { foldText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'

/** What is remembered of one block of a page, to know it again on other pages of its host. */
export interface BlockMark {
  /** The words: 16 hex digits of the SHA-256 of the folded text. */
  readonly text: string
  /** Where it stands: 8 hex digits for the names of the elements around it. */
  readonly place: string
  /** Code units of the text. */
  readonly length: number
  /** Whether it is the article's, judged by its own page alone. */
  readonly isKept: boolean
  readonly isQuote: boolean
}

/** Pages have more blocks than that only in menus and lists. */
const MAX_MARKS = 250
/** Elements that shape text; they hold it wherever it stands. */
const TEXT_ELEMENTS =
  /^(?:a|abbr|b|blockquote|br|cite|dd|dl|dt|em|h[1-6]|i|li|ol|p|q|small|span|strong|sub|sup|time|u|ul)$/
/** So many names, the nearest ones, tell a place; further out they tell the page. */
const MAX_NAMES = 2

/** Marks the article's own blocks first, then the rest of the page, each in its order. */
export function markBlocks(blocks: readonly PageBlock[], keptTexts: ReadonlySet<string>): readonly BlockMark[] {
  const folded = blocks.map((block) => ({ block, text: foldText(block.text) })).filter(({ text }) => text !== '')
  const isKept = ({ text }: { readonly text: string }) => keptTexts.has(text)
  const inOrder = [...folded.filter(isKept), ...folded.filter((each) => !isKept(each))].slice(0, MAX_MARKS)
  return inOrder.map(({ block, text }) => ({
    text: digest(text, 16),
    place: digest(placeOf(block), 8),
    length: block.text.length,
    isKept: keptTexts.has(text),
    isQuote: block.kind === 'quote',
  }))
}

/** What a mark is known by: the same words in the same place. */
export function markKey(mark: BlockMark): string {
  return mark.text + mark.place
}

/** The folded texts of the blocks whose marks are among the keys. */
export function textsOfKeys(blocks: readonly PageBlock[], keys: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(keys)
  const texts = wanted.size === 0 ? [] : blocks.filter((block) => wanted.has(keyOf(block)))
  return new Set(texts.map((block) => foldText(block.text)))
}

function keyOf(block: PageBlock): string {
  return digest(foldText(block.text), 16) + digest(placeOf(block), 8)
}

/** Names that carry a digit count or identify; they differ from page to page. */
function placeOf(block: PageBlock): string {
  const holder = block.path.findLast((tag) => !TEXT_ELEMENTS.test(tag)) ?? ''
  const names = block.names
    .map((each) =>
      each
        .split(/\s+/)
        .filter((name) => !/\d/.test(name))
        .join(' '),
    )
    .filter((name) => name !== '')
  return [holder, ...names.slice(-MAX_NAMES)].join('>')
}

function digest(text: string, digits: number): string {
  return hash('sha256', text, 'hex').slice(0, digits)
}
