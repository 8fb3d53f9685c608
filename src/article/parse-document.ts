import { JSDOM, VirtualConsole } from 'jsdom'
import { HIDDEN_SPACE } from './clean-html.ts'
import { LightDocument } from './light-document.ts'
import { LightElement, type LightParent, LightText } from './light-node.ts'

/**
 * One window serves all pages: making one costs as much as parsing a page. Documents parsed into it run no script, load
 * nothing and are collected like any other value.
 */
const { DOMParser } = new JSDOM('', { virtualConsole: new VirtualConsole() }).window

/** Parses as browsers do, and takes over what the page says: elements, their attributes and texts. */
export function parseDocument(html: string): LightDocument {
  const document = new LightDocument()
  copyInto(document, new DOMParser().parseFromString(html, 'text/html'))
  return document
}

/** Walks without recursion: pages nest as deep as they like. */
function copyInto(target: LightParent, source: Node): void {
  let parent: LightParent | null = target
  let node = source.firstChild
  while (node !== null && parent !== null) {
    const copy = copyOf(node)
    if (copy !== undefined) parent.appendChild(copy)
    if (copy?.nodeType === 1 && node.firstChild !== null) {
      parent = copy
      node = node.firstChild
      continue
    }
    let outer: Node | null = node
    while (outer !== null && outer !== source && outer.nextSibling === null) {
      outer = outer.parentNode
      parent = parent?.parentNode ?? null
    }
    node = outer === null || outer === source ? null : outer.nextSibling
  }
}

function copyOf(node: Node): LightElement | LightText | undefined {
  if (node.nodeType === 3) return new LightText((node.nodeValue ?? '').replaceAll(HIDDEN_SPACE, ' '))
  if (!isElement(node)) return undefined
  const copy = new LightElement(node.localName)
  for (const name of node.getAttributeNames()) copy.setAttribute(name, node.getAttribute(name) ?? '')
  return copy
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
