import { decodeHTMLStrict } from 'entities'
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { XmlElement } from './xml-element.ts'
import { innerScope, rootScope, usualName, type XmlScope } from './xml-scope.ts'

/** Deeper elements are left out and their text kept: no feed nests so, and a hostile one must not cost more. */
const maxDepth = 200
/** HTML that stands unescaped in a feed does not close these. `link` and `source` are elements of feeds. */
const voidNames = new Set(['br', 'hr', 'img', 'wbr', 'input', 'embed', 'area', 'col', 'param'])
/** These do not nest: where one opens inside another, the end tag was forgotten. */
const flatNames = new Set(['item', 'entry'])
const noAttributes: ReadonlyMap<string, string> = new Map()

interface OpenElement extends XmlElement {
  readonly written: string
  readonly children: (XmlElement | string)[]
  readonly scope: XmlScope
}

interface Reading {
  readonly text: string
  readonly url: string
  readonly top: XmlElement[]
  readonly open: OpenElement[]
  /** How many elements of a name are open, so that a stray end tag costs nothing. */
  readonly openCount: Map<string, number>
  /** Open elements too deep to be kept. */
  tooDeep: number
  name: string
  attributes: Map<string, string> | undefined
  attribute: string
  value: string
}

/**
 * Reads XML as tolerantly as a browser reads HTML: junk before the root, bare `&`, HTML's named entities, names in
 * any case, missing or crossed end tags, a document that stops in the middle. No entity is expanded and nothing is
 * loaded; time is linear in the input. @returns the elements at the top
 */
export function readXml(text: string, url: string): readonly XmlElement[] {
  const reading: Reading = {
    text: withoutProlog(text),
    url,
    top: [],
    open: [],
    openCount: new Map(),
    tooDeep: 0,
    name: '',
    attributes: undefined,
    attribute: '',
    value: '',
  }
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, callbacks(reading))
  tokenizer.write(reading.text)
  tokenizer.end()
  return reading.top
}

/** A prolog that lacks its `?` would take the whole document with it. */
function withoutProlog(text: string): string {
  const start = text.search(/\S/)
  if (!text.startsWith('<?xml ', start)) return text
  const end = text.indexOf('>', start)
  return end === -1 ? text : text.slice(end + 1)
}

function callbacks(reading: Reading): TokenizerCallbacks {
  const { text } = reading
  return {
    onopentagname(start, end) {
      reading.name = text.slice(start, end).toLowerCase()
      reading.attributes = undefined
    },
    onattribname(start, end) {
      reading.attribute = text.slice(start, end).toLowerCase()
      reading.value = ''
    },
    onattribdata(start, end) {
      reading.value += text.slice(start, end)
    },
    onattribend() {
      reading.attributes ??= new Map()
      if (!reading.attributes.has(reading.attribute)) reading.attributes.set(reading.attribute, decode(reading.value))
    },
    onopentagend: () => openElement(reading, voidNames.has(reading.name)),
    onselfclosingtag: () => openElement(reading, true),
    onclosetag: (start, end) => closeElement(reading, text.slice(start, end).toLowerCase()),
    ontext: (start, end) => addText(reading, decode(text.slice(start, end))),
    oncdata: (start, end, offset) => addText(reading, text.slice(start, end - offset)),
    onattribentity: ignore,
    ontextentity: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend: ignore,
  }
}

function ignore(): void {}

function decode(raw: string): string {
  return raw.includes('&') ? decodeHTMLStrict(raw) : raw
}

function openElement(reading: Reading, isEmpty: boolean): void {
  const { open, name } = reading
  if (flatNames.has(name) && reading.openCount.get(name)) closeElement(reading, name)
  if (open.length >= maxDepth) {
    if (!isEmpty) reading.tooDeep++
    return
  }
  const element = elementIn(reading, open.at(-1))
  const siblings = open.at(-1)?.children ?? reading.top
  siblings.push(element)
  if (isEmpty) return
  open.push(element)
  reading.openCount.set(name, (reading.openCount.get(name) ?? 0) + 1)
}

function elementIn(reading: Reading, parent: OpenElement | undefined): OpenElement {
  const { name, url } = reading
  const attributes = reading.attributes ?? noAttributes
  const outer = parent?.scope
  const scope = outer ? innerScope(outer, attributes) : rootScope(name, attributes)
  const outerBase = parent?.base ?? url
  const ownBase = attributes.get('xml:base')
  const base = ownBase === undefined ? outerBase : (URL.parse(ownBase.trim(), outerBase)?.href ?? outerBase)
  return { name: usualName(name, scope), written: name, attributes, children: [], base, scope }
}

/** Closes the innermost element of that name, and all that was left open inside it. */
function closeElement(reading: Reading, name: string): void {
  const { open, openCount } = reading
  if (reading.tooDeep > 0) {
    reading.tooDeep--
    return
  }
  if (!openCount.get(name)) return
  for (let closed = open.pop(); closed; closed = open.pop()) {
    openCount.set(closed.written, (openCount.get(closed.written) ?? 1) - 1)
    if (closed.written === name) return
  }
}

function addText({ open }: Reading, text: string): void {
  open.at(-1)?.children.push(text)
}
