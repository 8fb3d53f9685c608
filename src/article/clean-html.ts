import { Tokenizer } from 'htmlparser2'
import { cleanAttribute } from './clean-attribute.ts'
import { ELEMENTS } from './html-elements.ts'
import { flightPiece } from './read-flight.ts'

export interface CleanHtml {
  /** The page without what never is text: scripts, styles, drawings, comments, and attributes nobody reads. */
  readonly html: string
  /** The sources of the page's JSON-LD scripts. */
  readonly jsonLd: readonly string[]
  /** The sources of the scripts that carry a page's state as data, from which its own code would build the page. */
  readonly states: readonly string[]
  /** What the page says to readers without scripts. */
  readonly noscript: string
  readonly elementCount: number
  readonly hasPasswordField: boolean
}

/** Browsers stop nesting at 512; deeper markup is an attack or a mistake, and costs a tree builder quadratic time. */
const MAX_DEPTH = 250

/** What the first words of a script with the page's state look like: data as JSON, or set under a name of its framework. */
const STATE = /^[\s;(]*(?:[{[]|(?:window|self|globalThis)\b[^;]{0,60}?__|(?:var|let|const)?\s*__[A-Z])/
/** Scripts shorter than an article are none; code units. */
const MIN_STATE_LENGTH = 500
/** Of all states together, and of what is said without scripts; code units. */
const MAX_STATES_LENGTH = 4_000_000
const MAX_NOSCRIPT_LENGTH = 2000
/** React sends what comes late in hidden elements of these names, and shows it when it has come. */
const STREAMED = / id="S:[\da-f]+"/

/**
 * Stands for the white space inside a text until the document is built: parse5 hands texts over word by word, and jsdom keeps
 * a record of each change. A code point that no text has.
 */
export const HIDDEN_SPACE = '\uFDD0'
const SPACES = /[ \t\n\f\r]+/g

interface Cleaning {
  readonly source: string
  readonly parts: string[]
  readonly jsonLd: string[]
  readonly states: string[]
  statesLength: number
  /** Shadow trees that we are inside of. */
  shadowCount: number
  noscript: string
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
    states: [],
    statesLength: 0,
    shadowCount: 0,
    noscript: '',
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
  const { parts, jsonLd, states, noscript, elementCount, hasPasswordField } = cleaning
  return { html: parts.join(''), jsonLd, states, noscript, elementCount, hasPasswordField }
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
  openShadow(cleaning)
  if (STREAMED.test(cleaning.attributes)) cleaning.attributes = cleaning.attributes.replace(/ hidden="[^"]*"/, '')
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

/** A template that declares a shadow tree is shown; it becomes an element that is. */
function openShadow(cleaning: Cleaning): void {
  if (cleaning.tag !== 'template' || !cleaning.attributes.includes(' shadowrootmode="')) return
  cleaning.tag = 'div'
  cleaning.shadowCount += 1
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
  if (tag === 'template' && cleaning.shadowCount > 0) {
    cleaning.shadowCount -= 1
    closeTag(cleaning, 'div')
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
  if (cleaning.dropped === 'script') keepScript(cleaning, text)
  if (cleaning.dropped === 'noscript' && cleaning.noscript.length < MAX_NOSCRIPT_LENGTH)
    cleaning.noscript += text.slice(0, MAX_NOSCRIPT_LENGTH)
  if (cleaning.dropped !== undefined || (cleaning.isAfterBlock && /^\s*$/.test(text))) return
  cleaning.parts.push(hideSpaces(text))
  cleaning.isAfterBlock = false
}

/** White space at the ends stays, since the tree builder asks for it there. */
function hideSpaces(text: string): string {
  const start = text.search(/[^ \t\n\f\r]/)
  const end = text.trimEnd().length
  if (start < 0 || end <= start) return text
  return text.slice(0, start) + text.slice(start, end).replace(SPACES, HIDDEN_SPACE) + text.slice(end)
}

function keepScript(cleaning: Cleaning, text: string): void {
  if (cleaning.isJsonLd) cleaning.jsonLd.push((cleaning.jsonLd.pop() ?? '') + text)
  else if (cleaning.statesLength < MAX_STATES_LENGTH && mayBeState(text)) {
    cleaning.states.push(text.slice(0, MAX_STATES_LENGTH))
    cleaning.statesLength += text.length
  }
}

/** A piece of a stream is one however short: without it the pieces after it mean nothing. */
function mayBeState(text: string): boolean {
  return STATE.test(text) && (text.length >= MIN_STATE_LENGTH || flightPiece(text) !== undefined)
}
