import { escapeText } from 'entities'
import type { HtmlBody } from './feed-record.ts'
import { foldSpace } from './fold-space.ts'
import { htmlText } from './html-text.ts'
import { inlineHtml } from './inline-html.ts'
import type { XmlElement } from './xml-element.ts'

/** These hold HTML by definition or by the use everybody makes of them. */
const htmlNames = new Set(['description', 'content:encoded', 'xhtml:body', 'body', 'fullitem'])

type Wording = { readonly kind: 'html' | 'plain'; readonly written: string }

/** What a summary or content says, as HTML. */
export function readHtml(element: XmlElement): HtmlBody | undefined {
  const { kind, written } = readWording(element)
  const html = kind === 'html' ? written.trim() : escapeText(foldSpace(written))
  return html === '' ? undefined : { html, base: element.base }
}

/** What a title says, as rendered, white space folded. */
export function readText(element: XmlElement): string | undefined {
  const { kind, written } = readWording(element)
  return (kind === 'html' ? htmlText(written) : foldSpace(written)) || undefined
}

/**
 * Reads an element by its type: Atom's `text`, `html` and `xhtml` (RFC 4287, 3.1), Atom 0.3's media types and `mode`,
 * or none, where feeds mean HTML as often as text and the wording itself must tell.
 */
function readWording(element: XmlElement): Wording {
  if (element.children.some((child) => typeof child !== 'string')) return { kind: 'html', written: inlineHtml(element) }
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? ''
  const written = writtenText(element)
  if (isBase64(element, type)) return { kind: 'html', written: fromBase64(written) }
  if (type === 'text' || type === 'text/plain' || type.startsWith('xhtml') || type.endsWith('xhtml+xml')) {
    return { kind: 'plain', written }
  }
  const isHtml = htmlNames.has(element.name) || type !== '' || looksLikeHtml(written)
  return { kind: isHtml ? 'html' : 'plain', written }
}

/** The element's own text, as it stands. */
export function writtenText({ children }: XmlElement): string {
  const [only] = children
  if (children.length === 1 && typeof only === 'string') return only
  return children.filter((child) => typeof child === 'string').join('')
}

/** Atom 0.3's mode; in Atom 1.0 every media type that is not text or XML (RFC 4287, 4.1.3.3). */
function isBase64({ attributes }: XmlElement, type: string): boolean {
  const mode = attributes.get('mode')
  if (mode !== undefined) return mode.trim().toLowerCase() === 'base64'
  return /^[a-z]+\/./.test(type) && !type.startsWith('text/') && !/[+/]xml$/.test(type)
}

function fromBase64(text: string): string {
  const digits = text.replace(/[^A-Za-z0-9+/]/g, '')
  // A single digit at the end is a piece of nothing.
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits
  return new TextDecoder().decode(Uint8Array.from(atob(whole), (character) => character.charCodeAt(0)))
}

/** An end tag, an empty element or an entity: hardly anybody writes these into plain text. */
function looksLikeHtml(text: string): boolean {
  if (!text.includes('<') && !text.includes('&')) return false
  return /<\/[a-z][a-z0-9]*\s*>|<(?:br|hr|p|img|a)\b[^<>]{0,500}>|&(?:#\d|#x[0-9a-f]|[a-z]+\d{0,2};)/i.test(text)
}
