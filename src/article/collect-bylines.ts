import type { LightDocument } from './light-document.ts'
import type { LightChild, LightElement, LightParent } from './light-node.ts'
import { normalizeText } from './normalize-text.ts'

const BYLINE = /(?:^|[\s_-])(?:byline|authors?(?:[_-]?names?)?)(?:$|[\s_-])/i
const CAMEL_HUMP = /(\p{Ll})(\p{Lu})/gu
/** Readers' names, form fields and photographers are no authors. */
const FOREIGN =
  /(?:^|[\s_-])(?:comments?|disqus|respond|replies|related|sidebar|teaser|footer|caption|gallery)(?:$|[\s_-])/i
const FOREIGN_ELEMENTS = new Set(['form', 'label', 'figure', 'figcaption', 'aside', 'nav', 'blockquote', 'footer'])
const MIN_LENGTH = 4
const MAX_LENGTH = 120
/** Elements looked at; bylines stand before a page's end. */
const MAX_ELEMENTS = 20_000
const MAX_BYLINES = 12
const MAX_MARKED = 200
/** Of a byline. */
const MAX_NODES = 60

/** What elements say that are marked as the author or byline, in the place where the first of them stands. */
export function collectBylines(document: LightDocument): readonly string[] {
  const found: LightElement[] = []
  const elements = document.getElementsByTagName('*')
  const count = Math.min(elements.length, MAX_ELEMENTS)
  for (let index = 0, marked = 0; index < count && marked < MAX_MARKED && found.length < MAX_BYLINES; index += 1) {
    const element = elements[index]
    if (element === undefined || !isMarked(element)) continue
    marked += 1
    if (hasFitText(element) && !isForeign(element) && !found.some((outer) => outer.contains(element)))
      found.push(element)
  }
  const first = found[0]
  return found.filter((element) => first !== undefined && standTogether(first, element)).map(textOf)
}

function isMarked(element: LightElement): boolean {
  const name = element.localName
  if (name === 'meta' || name === 'link' || name === 'body' || name === 'html') return false
  return (
    element.getAttribute('itemprop') === 'author' ||
    /\bauthor\b/.test(element.getAttribute('rel') ?? '') ||
    BYLINE.test((element.getAttribute('class') ?? '').replace(CAMEL_HUMP, '$1-$2'))
  )
}

function hasFitText(element: LightElement): boolean {
  if (isLarge(element)) return false
  const { length } = textOf(element)
  return length >= MIN_LENGTH && length <= MAX_LENGTH
}

/** Whether an element holds more than a line, told without reading all of it. */
function isLarge(element: LightElement): boolean {
  const waiting: LightChild[] = [element]
  for (let seen = 0; seen < waiting.length; seen += 1) {
    for (let child = waiting[seen]?.firstChild ?? null; child !== null; child = child.nextSibling) {
      waiting.push(child)
      if (waiting.length > MAX_NODES) return true
    }
  }
  return false
}

function textOf(element: LightElement): string {
  return normalizeText(element.textContent)
}

function isForeign(element: LightElement): boolean {
  for (
    let outer: LightParent | null = element;
    isElement(outer) && outer.localName !== 'body';
    outer = outer.parentNode
  ) {
    if (FOREIGN_ELEMENTS.has(outer.localName)) return true
    if (FOREIGN.test(`${outer.getAttribute('id') ?? ''} ${outer.getAttribute('class') ?? ''}`)) return true
  }
  return false
}

function isElement(node: LightParent | null): node is LightElement {
  return node !== null && node.nodeType === 1
}

/** In one line or list of names. */
function standTogether(first: LightElement, other: LightElement): boolean {
  const line = first.parentNode
  return first === other || line?.contains(other) === true || line?.parentNode?.contains(other) === true
}
