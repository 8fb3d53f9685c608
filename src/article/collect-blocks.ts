import { normalizeText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'

const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'nobr',
  'q',
  'rb',
  'rp',
  'rt',
  'rtc',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'td',
  'th',
  'img',
])
const IGNORED = new Set(['rt', 'rtc', 'rp', 'head', 'script', 'style', 'textarea', 'button', 'progress', 'meter'])
const CELL = new Set(['td', 'th'])
/** Classes of what is said to screen readers alone. */
const SPOKEN =
  /(?:^|\s)(?:u-|is-)?(?:visually-?hidden|sr-only|screen-?reader(?:-?text|-?only)|visually-?hide|a11y-hidden)(?:\s|$)/i
/** Classes of a card that shows over a word of the text when it is pointed at. */
const HOVERED =
  /(?:^|\s)(?:tooltip|popover|rollover|hover-?card)-(?:[a-z]+-)?(?:text|content|block|box|body|inner|panel)(?:\s|$)/i
const NAMING = ['id', 'class', 'role', 'itemprop', 'data-testid', 'data-component']
const CAMEL_HUMP = /(\p{Ll})(\p{Lu})/gu
const SENTENCE_END = /[.!?…:;”"»)]\s*$/
/** Shorter lines were broken on purpose, not for want of room; code units. */
const SHORT_LINE = 60
/** A page with more is no article; the rest is not looked at. */
const MAX_BLOCKS = 20_000

interface Walk {
  readonly blocks: PageBlock[]
  readonly path: Frame[]
  text: string
  linkLength: number
  linkCount: number
  linkDepth: number
  datetime: string | undefined
  holder: readonly Frame[]
  elementCount: number
}

/** What is asked of a document's nodes here; jsdom's answer too. */
export interface BlockNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly parentNode: BlockNode | null
  readonly firstChild: BlockNode | null
  readonly nextSibling: BlockNode | null
}

export interface BlockElement extends BlockNode {
  readonly localName: string
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
}

/** An element we are inside of; its names are read when a block needs them, once. */
interface Frame {
  readonly element: BlockElement
  readonly id: number
  names?: string
}

/** The text below an element as a list of blocks, in document order. Walks without recursion: pages nest as deep as they like. */
export function collectBlocks(root: BlockElement): readonly PageBlock[] {
  const walk: Walk = {
    blocks: [],
    path: [],
    text: '',
    linkLength: 0,
    linkCount: 0,
    linkDepth: 0,
    datetime: undefined,
    holder: [],
    elementCount: 0,
  }
  let node: BlockNode | null = root.firstChild
  while (node !== null && walk.blocks.length < MAX_BLOCKS) {
    const inside: BlockNode | null = visit(walk, node)
    if (inside !== null) {
      node = inside
      continue
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null && node !== root) leave(walk)
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  endBlock(walk)
  return walk.blocks
}

/** Enters an element and returns its first child, or takes a leaf and returns null. */
function visit(walk: Walk, node: BlockNode): BlockNode | null {
  if (node.nodeType === 3) {
    addText(walk, node.nodeValue ?? '')
    return null
  }
  if (!isElement(node) || isHidden(node)) return null
  if (node.localName === 'br') {
    breakLine(walk)
    return null
  }
  if (node.firstChild === null) return null
  enter(walk, node)
  return node.firstChild
}

/** A line break ends a block after a sentence or a short line; in the middle of a wrapped sentence it is a space. */
function breakLine(walk: Walk): void {
  if (walk.text.length < SHORT_LINE || SENTENCE_END.test(walk.text)) endBlock(walk)
  else walk.text += ' '
}

function enter(walk: Walk, element: BlockElement): void {
  if (!INLINE.has(element.localName)) endBlock(walk)
  if (CELL.has(element.localName)) walk.text += ' '
  walk.elementCount += 1
  walk.path.push({ element, id: walk.elementCount })
  if (element.localName === 'a') {
    walk.linkDepth += 1
    walk.linkCount += 1
  }
  if (element.localName === 'time') walk.datetime ??= element.getAttribute('datetime') ?? undefined
}

function leave(walk: Walk): void {
  const element = walk.path.at(-1)?.element
  if (element?.localName === 'a') walk.linkDepth -= 1
  if (element !== undefined && !INLINE.has(element.localName)) endBlock(walk)
  walk.path.pop()
}

function addText(walk: Walk, text: string): void {
  if (walk.text.trim() === '' && text.trim() !== '') walk.holder = [...walk.path]
  walk.text += text
  if (walk.linkDepth > 0) walk.linkLength += text.trim().length
}

function endBlock(walk: Walk): void {
  const text = normalizeText(walk.text)
  if (text !== '') walk.blocks.push(blockOf(walk, text))
  walk.text = ''
  walk.linkLength = 0
  walk.linkCount = 0
  walk.datetime = undefined
}

function blockOf(walk: Walk, text: string): PageBlock {
  const path = walk.holder.map(({ element }) => element.localName)
  const level = path.map((name) => /^h([1-6])$/.exec(name)?.[1]).find((digit) => digit !== undefined)
  return {
    kind: kindOf(path, level !== undefined),
    text,
    linkLength: Math.min(text.length, walk.linkLength),
    linkCount: walk.linkCount,
    path,
    names: walk.holder.map(namesOf),
    ids: walk.holder.map(({ id }) => id),
    ...(level !== undefined && { level: Number(level) }),
    ...(walk.datetime !== undefined && { datetime: walk.datetime }),
  }
}

function kindOf(path: readonly string[], isHeading: boolean): PageBlock['kind'] {
  if (path.includes('figcaption') || path.includes('caption')) return 'caption'
  if (isHeading) return 'heading'
  if (path.includes('blockquote')) return 'quote'
  if (path.includes('li') || path.includes('dd') || path.includes('dt')) return 'list-item'
  return path.includes('tr') ? 'table-row' : 'paragraph'
}

function namesOf(frame: Frame): string {
  // A heading's id is its own text made into an anchor.
  const naming = /^h[1-6]$/.test(frame.element.localName) ? NAMING.slice(1) : NAMING
  frame.names ??= naming
    .map((name) => frame.element.getAttribute(name) ?? '')
    .filter((name) => name !== '')
    .join(' ')
    .replace(CAMEL_HUMP, '$1-$2')
  return frame.names
}

function isElement(node: BlockNode): node is BlockElement {
  return node.nodeType === 1
}

function isHidden(element: BlockElement): boolean {
  if (
    IGNORED.has(element.localName) ||
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true'
  )
    return true
  const classes = element.getAttribute('class')
  return classes !== null && (SPOKEN.test(classes) || HOVERED.test(classes))
}
