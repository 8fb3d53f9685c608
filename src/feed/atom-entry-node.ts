import { type AtomNode, atomNode } from './atom-node.ts'
import type { Enclosure, FeedSource, HtmlBody, ItemRecord } from './feed-record.ts'
import { readAuthors } from './read-authors.ts'
import { readCategories } from './read-categories.ts'
import { readDates } from './read-dates.ts'
import { type FeedLink, httpUrl, pageLink, readLinks } from './read-links.ts'
import type { XmlElement } from './xml-element.ts'
import { all, first, firstHtml, firstText, firstTitle, type XmlFields, xmlFields } from './xml-fields.ts'

const titleNames = ['title', 'atom:title', 'dc:title', 'itunes:title', 'media:title']
const summaryNames = ['summary', 'atom:summary']
const descriptionNames = ['description', 'dc:description']
/** What stands in for a description where there is none. */
const spareNames = ['itunes:summary', 'itunes:subtitle', 'media:description']
const idNames = ['guid']
const atomIdNames = ['atom:id']
const originalNames = ['feedburner:origlink']
const languageNames = ['dc:language']
const enclosureNames = ['enclosure', 'media:content']
const sourceNames = ['source']
const contentNames = ['content:encoded', 'atom:content', 'xhtml:body', 'body', 'fullitem', 'xhtml:div']

export interface ItemFields {
  /** rss-parser reads it, but its types do not say so. */
  readonly id?: string
  readonly more: Omit<ItemRecord, 'id' | 'title' | 'link'>
}

interface Bodies {
  readonly summary: HtmlBody | undefined
  readonly content: HtmlBody | undefined
}

/** One item or entry of any dialect as the Atom entry that rss-parser reads. */
export function atomEntryNode(element: XmlElement, now: number): AtomNode {
  const fields = xmlFields(element)
  const links = readLinks(fields)
  const { publishedAt, updatedAt, createdAt } = readDates(fields, now)
  const { summary, content } = bodies(fields)
  const more: ItemFields['more'] = {
    links: links.map(({ url }) => url),
    publishedAt,
    updatedAt,
    createdAt,
    authors: readAuthors(fields),
    categories: readCategories(fields),
    summary,
    content,
    language: firstText(fields, languageNames) ?? element.attributes.get('xml:lang'),
    enclosures: enclosures(fields, links),
    source: source(fields),
  }
  return atomNode({
    id: itemId(element, fields),
    title: firstTitle(fields, titleNames),
    link: itemLink(element, fields, links),
    more,
  })
}

function itemId(element: XmlElement, fields: XmlFields): string | undefined {
  const atomId = firstText(fields, atomIdNames)
  // RFC 4287 wants an absolute IRI; where a feed writes a path, it means one of its own site.
  if (atomId?.startsWith('/')) return httpUrl(atomId, element.base) ?? atomId
  return firstText(fields, idNames) ?? atomId ?? (element.attributes.get('rdf:about')?.trim() || undefined)
}

function itemLink(element: XmlElement, fields: XmlFields, links: readonly FeedLink[]): string | undefined {
  const { attributes, base } = element
  return (
    httpUrl(firstText(fields, originalNames) ?? '', base) ??
    pageLink(links) ??
    permalink(fields, base) ??
    httpUrl(first(fields, 'atom:content')?.attributes.get('src') ?? '', base) ??
    httpUrl(attributes.get('rdf:about') ?? '', base)
  )
}

/** A guid that is no URL must not become one by being resolved. */
function permalink(fields: XmlFields, base: string): string | undefined {
  const guid = first(fields, 'guid')
  if (!guid || guid.attributes.get('ispermalink')?.trim().toLowerCase() === 'false') return undefined
  const written = firstText(fields, idNames) ?? ''
  return /^https?:/i.test(written) ? httpUrl(written, base) : undefined
}

/** RSS has one element for both; where an item has its own summary, the description is the content. */
function bodies(fields: XmlFields): Bodies {
  const content = firstHtml(fields, contentNames)
  const own = firstHtml(fields, summaryNames)
  const description = firstHtml(fields, descriptionNames)
  if (own !== undefined) return { summary: own, content: content ?? description }
  const spare = firstHtml(fields, spareNames)
  return { summary: description ?? spare, content }
}

function enclosures(fields: XmlFields, links: readonly FeedLink[]): Enclosure[] {
  const found: Enclosure[] = []
  for (const { rel, url, type, length } of links) {
    if (rel === 'enclosure') found.push(enclosure(url, type, length))
  }
  for (const { attributes, base } of all(fields, enclosureNames)) {
    const url = httpUrl(attributes.get('url') ?? attributes.get('href') ?? '', base)
    if (url === undefined) continue
    found.push(enclosure(url, attributes.get('type'), attributes.get('length') ?? attributes.get('filesize')))
  }
  return found
}

function enclosure(url: string, type: string | undefined, length: string | undefined): Enclosure {
  return { url, ...(type && { type }), ...(length !== undefined && { length }) }
}

/** RSS 2.0: `<source url="…">Title</source>`; Atom repeats the head of the feed an entry was taken from. */
function source(fields: XmlFields): FeedSource | undefined {
  const element = first(fields, 'source') ?? first(fields, 'atom:source')
  if (!element) return undefined
  const inner = xmlFields(element)
  const title = firstText(fields, sourceNames) ?? firstTitle(inner, ['atom:title'])
  const url = httpUrl(element.attributes.get('url') ?? '', element.base) ?? pageLink(readLinks(inner))
  return { ...(title !== undefined && { title }), ...(url !== undefined && { url }) }
}
