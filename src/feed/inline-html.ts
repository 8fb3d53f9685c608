import { escapeAttribute, escapeText } from 'entities'
import { absoluteUrl } from './absolute-url.ts'
import { isLinkAttribute } from './is-link-attribute.ts'
import type { XmlElement } from './xml-element.ts'

const voidNames = new Set('area br col embed hr img input link meta param source track wbr'.split(' '))

/** The HTML that stands unescaped in an element (XHTML, or plain carelessness), in order, its links absolute. */
export function inlineHtml({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? escapeText(child) : markup(child))).join('')
}

function markup(element: XmlElement): string {
  const name = element.name.slice(element.name.indexOf(':') + 1)
  const start = `<${name}${attributes(element)}>`
  return voidNames.has(name) ? start : `${start}${inlineHtml(element)}</${name}>`
}

function attributes({ attributes, base }: XmlElement): string {
  let written = ''
  for (const [name, value] of attributes) {
    if (name.startsWith('xml')) continue
    const meant = isLinkAttribute(name) ? (absoluteUrl(value, base) ?? value) : value
    written += ` ${name}="${escapeAttribute(meant)}"`
  }
  return written
}
