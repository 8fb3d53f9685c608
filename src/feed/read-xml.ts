import { decodeHTMLStrict } from 'entities'
import { scanMarkup } from './scan-markup.ts'
import type { XmlElement } from './xml-element.ts'
import { innerScope, rootScope, type XmlScope, xmlName } from './xml-scope.ts'

/** Deeper elements are left out and their text kept: no feed nests so, and a hostile one must not cost more. */
const maxDepth = 200
/** HTML that stands unescaped in a feed does not close these. `link` and `source` are elements of feeds. */
const voidNames = new Set(['br', 'hr', 'img', 'wbr', 'input', 'embed', 'area', 'col', 'param'])
/** These do not nest: where one opens inside another, the end tag was forgotten. */
const flatNames = new Set(['item', 'entry', 'atom:entry'])
/** Between the elements of these stands only white space. */
const listNames = new Set(['rss', 'rdf:rdf', 'channel', 'item', 'atom:feed', 'atom:entry'])
const noAttributes: ReadonlyMap<string, string> = new Map()
const nothing: (XmlElement | string)[] = []

interface OpenElement extends XmlElement {
  readonly written: string
  children: (XmlElement | string)[]
  readonly scope: XmlScope
  readonly holdsText: boolean
}

interface Reading {
  readonly url: string
  readonly top: XmlElement[]
  readonly open: OpenElement[]
  innermost: OpenElement | undefined
  /** Open elements too deep to be kept. */
  tooDeep: number
  /** Of the start tag that is being read. */
  name: string
  attributes: Map<string, string> | undefined
}

/**
 * Reads XML as tolerantly as a browser reads HTML: junk before the root, bare `&`, HTML's named entities, names in
 * any case, missing or crossed end tags, a document that stops in the middle. No entity is expanded and nothing is
 * loaded; time is linear in the input. @returns the elements at the top
 */
export function readXml(text: string, url: string): readonly XmlElement[] {
  const reading: Reading = {
    url,
    top: [],
    open: [],
    innermost: undefined,
    tooDeep: 0,
    name: '',
    attributes: undefined,
  }
  scanMarkup(text, 'xml', {
    open: (start, end) => {
      reading.name = text.slice(start, end)
      reading.attributes = undefined
    },
    attribute: (start, end, valueStart, valueEnd) => {
      const name = text.slice(start, end).toLowerCase()
      reading.attributes ??= new Map()
      if (!reading.attributes.has(name)) reading.attributes.set(name, decode(text.slice(valueStart, valueEnd)))
    },
    opened: (isEmpty) => openElement(reading, isEmpty),
    close: (start, end) => {
      const expected = reading.innermost?.written
      const isUsual = reading.tooDeep === 0 && expected?.length === end - start && text.startsWith(expected, start)
      if (isUsual) closeInnermost(reading)
      else closeElement(reading, text.slice(start, end).toLowerCase())
    },
    text: (start, end) => {
      if (reading.innermost?.holdsText) addChild(reading.innermost, decode(text.slice(start, end)))
    },
    cdata: (start, end) => {
      if (reading.innermost) addChild(reading.innermost, text.slice(start, end))
    },
  })
  return reading.top
}

/** Escaped HTML is full of three entities, which are replaced much faster one by one; `&amp;` is not among them. */
function decode(raw: string): string {
  if (!raw.includes('&')) return raw
  const text = raw.includes('&lt;')
    ? raw
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
    : raw
  return text.includes('&') ? decodeHTMLStrict(text) : text
}

function openElement(reading: Reading, isEmpty: boolean): void {
  const { innermost } = reading
  if (innermost && reading.open.length >= maxDepth) {
    openTooDeep(reading, innermost, isEmpty)
    return
  }
  const element = elementIn(reading, innermost)
  if (closesOuter(reading, element.name)) {
    closeElement(reading, element.written)
    openElement(reading, isEmpty)
    return
  }
  if (innermost) addChild(innermost, element)
  else reading.top.push(element)
  if (isEmpty || voidNames.has(element.written)) return
  reading.open.push(element)
  reading.innermost = element
}

function openTooDeep(reading: Reading, innermost: OpenElement, isEmpty: boolean): void {
  const { usual, written } = xmlName(reading.name, innermost.scope)
  if (closesOuter(reading, usual)) {
    reading.tooDeep = 0
    closeElement(reading, written)
    openElement(reading, isEmpty)
  } else if (!isEmpty && !voidNames.has(written)) reading.tooDeep++
}

function closesOuter({ open }: Reading, name: string): boolean {
  return flatNames.has(name) && open.some((outer) => outer.name === name)
}

/** Most elements hold one text: a list that grows would take room for many. */
function addChild(element: OpenElement, child: XmlElement | string): void {
  if (element.children === nothing) element.children = [child]
  else element.children.push(child)
}

function elementIn({ name: inText, attributes, url }: Reading, parent: OpenElement | undefined): OpenElement {
  const outerBase = parent?.base ?? url
  const own = attributes ?? noAttributes
  const scope = parent ? innerScope(parent.scope, own) : rootScope(inText, own)
  const { usual, written } = xmlName(inText, scope)
  const ownBase = attributes?.get('xml:base')
  const base = ownBase === undefined ? outerBase : (URL.parse(ownBase.trim(), outerBase)?.href ?? outerBase)
  return { name: usual, attributes: own, children: nothing, base, written, scope, holdsText: !listNames.has(usual) }
}

/** Closes the innermost element of that name, and all that was left open inside it. A stray end tag closes nothing. */
function closeElement(reading: Reading, name: string): void {
  if (reading.tooDeep > 0) {
    reading.tooDeep--
    return
  }
  const { open } = reading
  let depth = open.length - 1
  while (depth >= 0 && open[depth]?.written !== name) depth--
  if (depth < 0) return
  while (open.length > depth) closeInnermost(reading)
}

function closeInnermost(reading: Reading): void {
  reading.open.pop()
  reading.innermost = reading.open.at(-1)
}
