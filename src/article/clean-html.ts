import { Tokenizer } from 'htmlparser2'
import { cleanAttribute } from './clean-attribute.ts'
import { ELEMENTS } from './html-elements.ts'

export interface CleanHtml {
  /** The page without what never is text: scripts, styles, drawings, comments, and attributes nobody reads. */
  readonly html: string
  /** The sources of the page's JSON-LD scripts. */
  readonly jsonLd: readonly string[]
  readonly elementCount: number
  readonly hasPasswordField: boolean
}

/** Browsers stop nesting at 512; deeper markup is an attack or a mistake, and costs a tree builder quadratic time. */
const MAX_DEPTH = 250

interface Cleaning {
  readonly source: string
  readonly parts: string[]
  readonly jsonLd: string[]
  readonly lastEndTags: Map<string, number>
  tag: string
  tagStart: number
  attributes: string
  attributeName: string
  attributeStart: number
  attributeEnd: number
  /** The dropped element that we are inside of. */
  dropped: string | undefined
  isJsonLd: boolean
  depth: number
  elementCount: number
  hasPasswordField: boolean
  /** After a block's tag white space shows nothing, and each piece of it would cost a node. */
  isAfterBlock: boolean
}

/** Reads the source once, in linear time, and writes it again without what costs a tree builder time and is no text. */
export function cleanHtml(source: string): CleanHtml {
  const cleaning: Cleaning = {
    source,
    parts: [],
    jsonLd: [],
    lastEndTags: new Map(),
    tag: '',
    tagStart: 0,
    attributes: '',
    attributeName: '',
    attributeStart: 0,
    attributeEnd: 0,
    dropped: undefined,
    isJsonLd: false,
    depth: 0,
    elementCount: 0,
    hasPasswordField: false,
    isAfterBlock: true,
  }
  const tokenizer = new Tokenizer({ decodeEntities: false }, listenerOf(cleaning))
  tokenizer.write(source)
  tokenizer.end()
  const { parts, jsonLd, elementCount, hasPasswordField } = cleaning
  return { html: parts.join(''), jsonLd, elementCount, hasPasswordField }
}

function listenerOf(cleaning: Cleaning): ConstructorParameters<typeof Tokenizer>[1] {
  const { source } = cleaning
  return {
    onopentagname: (start, end) => openTag(cleaning, start, end),
    onattribname: (start, end) => openAttribute(cleaning, source.slice(start, end).toLowerCase(), end),
    onattribdata: (start, end) => extendAttribute(cleaning, start, end),
    onattribend: () => closeAttribute(cleaning),
    onopentagend: () => finishTag(cleaning),
    onselfclosingtag: () => finishTag(cleaning),
    onclosetag: (start, end) => closeTag(cleaning, source.slice(start, end).toLowerCase()),
    ontext: (start, end) => writeText(cleaning, start, end),
    oncdata: () => undefined,
    oncomment: () => undefined,
    ondeclaration: () => undefined,
    onprocessinginstruction: () => undefined,
    onattribentity: () => undefined,
    ontextentity: () => undefined,
    onend: () => undefined,
  }
}

function openTag(cleaning: Cleaning, start: number, end: number): void {
  if (cleaning.dropped !== undefined) return
  cleaning.tag = cleaning.source.slice(start, end).toLowerCase()
  cleaning.tagStart = start
  cleaning.attributes = ''
  cleaning.isJsonLd = false
}

function openAttribute(cleaning: Cleaning, name: string, end: number): void {
  cleaning.attributeName = name
  cleaning.attributeStart = end
  cleaning.attributeEnd = end
}

function extendAttribute(cleaning: Cleaning, start: number, end: number): void {
  if (cleaning.attributeStart === cleaning.attributeEnd) cleaning.attributeStart = start
  cleaning.attributeEnd = end
}

function closeAttribute(cleaning: Cleaning): void {
  if (cleaning.dropped !== undefined) return
  const value = cleaning.source.slice(cleaning.attributeStart, cleaning.attributeEnd)
  if (cleaning.tag === 'script') {
    if (cleaning.attributeName === 'type' && /^\s*application\/ld\+json/i.test(value)) cleaning.isJsonLd = true
    return
  }
  if (cleaning.tag === 'input' && cleaning.attributeName === 'type' && value.toLowerCase() === 'password')
    cleaning.hasPasswordField = true
  cleaning.attributes += cleanAttribute(cleaning.attributeName, value) ?? ''
}

function finishTag(cleaning: Cleaning): void {
  if (cleaning.dropped !== undefined || ELEMENTS.useless.has(cleaning.tag)) return
  const { tag } = cleaning
  if (ELEMENTS.dropped.has(tag)) {
    if (isClosedLater(cleaning)) cleaning.dropped = tag
    if (cleaning.isJsonLd) cleaning.jsonLd.push('')
    return
  }
  if (isUselessHeadTag(cleaning)) return
  if (!ELEMENTS.void.has(tag) && !ELEMENTS.endOptional.has(tag)) {
    cleaning.depth += 1
    if (cleaning.depth > MAX_DEPTH) return
  }
  cleaning.elementCount += 1
  cleaning.isAfterBlock = ELEMENTS.block.has(tag)
  cleaning.parts.push('<', tag, cleaning.attributes, '>')
}

function isUselessHeadTag(cleaning: Cleaning): boolean {
  if (cleaning.tag === 'link') return !/ rel="[^"]*(?:canonical|amphtml)/i.test(cleaning.attributes)
  return cleaning.tag === 'meta' && !cleaning.attributes.includes(' content="')
}

/** Whether an end tag follows, so that an element never closed does not swallow the rest of the page. */
function isClosedLater(cleaning: Cleaning): boolean {
  // The tokenizer itself runs to the end of these.
  if (cleaning.tag === 'script' || cleaning.tag === 'style' || cleaning.tag === 'iframe') return true
  let last = cleaning.lastEndTags.get(cleaning.tag)
  if (last === undefined) {
    last = Math.max(
      cleaning.source.lastIndexOf(`</${cleaning.tag}`),
      cleaning.source.lastIndexOf(`</${cleaning.tag.toUpperCase()}`),
    )
    cleaning.lastEndTags.set(cleaning.tag, last)
  }
  return last > cleaning.tagStart
}

function closeTag(cleaning: Cleaning, tag: string): void {
  if (cleaning.dropped !== undefined) {
    if (cleaning.dropped === tag) cleaning.dropped = undefined
    return
  }
  if (ELEMENTS.dropped.has(tag) || ELEMENTS.useless.has(tag)) return
  if (!ELEMENTS.void.has(tag) && !ELEMENTS.endOptional.has(tag)) {
    cleaning.depth = Math.max(0, cleaning.depth - 1)
    if (cleaning.depth >= MAX_DEPTH) return
  }
  cleaning.isAfterBlock = ELEMENTS.block.has(tag)
  cleaning.parts.push('</', tag, '>')
}

function writeText(cleaning: Cleaning, start: number, end: number): void {
  const text = cleaning.source.slice(start, end)
  if (cleaning.isJsonLd && cleaning.dropped !== undefined) cleaning.jsonLd.push((cleaning.jsonLd.pop() ?? '') + text)
  if (cleaning.dropped !== undefined || (cleaning.isAfterBlock && /^\s*$/.test(text))) return
  cleaning.parts.push(text)
  cleaning.isAfterBlock = false
}
