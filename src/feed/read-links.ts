import { absoluteUrl } from './absolute-url.ts'
import { plainHttpUrl } from './plain-http-url.ts'
import { writtenText } from './read-wording.ts'
import type { XmlElement } from './xml-element.ts'
import { all, type XmlFields } from './xml-fields.ts'

export interface FeedLink {
  readonly url: string
  readonly rel: string
  readonly type: string
  readonly length?: string
}

const linkNames = ['link', 'atom:link']
/** Longer is no address. */
const maxLength = 4096

/** The links of a feed or an item: RSS writes them as text, Atom as attributes (RFC 4287, 4.2.7). */
export function readLinks(fields: XmlFields): FeedLink[] {
  const links: FeedLink[] = []
  for (const element of all(fields, linkNames)) {
    const link = readLink(element)
    if (link) links.push(link)
  }
  return links
}

/** The page itself: `alternate`, which is also what no `rel` means, an HTML one first. */
export function pageLink(links: readonly FeedLink[]): string | undefined {
  const pages = links.filter(({ rel }) => rel === 'alternate')
  return (pages.find(({ type }) => type === '' || /html/.test(type)) ?? pages[0])?.url
}

/** An http URL as written, made absolute where it is not; undefined for all else. */
export function httpUrl(written: string, base: string): string | undefined {
  const text = written.trim()
  if (text === '' || text.length > maxLength) return undefined
  if (plainHttpUrl.test(text)) return text
  const full = /^www\./i.test(text) ? `https://${text}` : (absoluteUrl(text, base) ?? text)
  const parsed = URL.parse(full)
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined
  return /\s/.test(full) ? parsed.href : full
}

function readLink(element: XmlElement): FeedLink | undefined {
  const { attributes, base } = element
  const url = httpUrl(attributes.get('href') ?? attributes.get('rdf:resource') ?? writtenText(element), base)
  if (url === undefined) return undefined
  const rel = attributes.get('rel')?.trim().toLowerCase() || 'alternate'
  const length = attributes.get('length')
  const type = attributes.get('type')?.trim().toLowerCase() ?? ''
  return { url, rel, type, ...(length !== undefined && { length }) }
}
