import type { Enclosure, FeedSource } from './feed-record.ts'
import { readAuthors } from './read-authors.ts'
import { readCategories } from './read-categories.ts'
import { readDates } from './read-dates.ts'
import { type FeedLink, httpUrl, pageLink, readLinks } from './read-links.ts'
import { type RssNode, rssNode } from './rss-node.ts'
import type { XmlElement } from './xml-element.ts'
import { all, first, firstHtml, firstText, firstTitle, type XmlFields, xmlFields } from './xml-fields.ts'

const titleNames = ['title', 'atom:title', 'dc:title', 'itunes:title', 'media:title']
const summaryNames = ['summary', 'atom:summary']
const descriptionNames = ['description', 'dc:description']
/** What stands in for a description where there is none. */
const spareNames = ['itunes:summary', 'itunes:subtitle', 'media:description']
const contentNames = ['content:encoded', 'atom:content', 'xhtml:body', 'body', 'fullitem', 'xhtml:div']

/** One item or entry of any dialect as the RSS 2.0 item that rss-parser reads. */
export function rssItemNode(element: XmlElement, now: number): RssNode {
  const fields = xmlFields(element)
  const links = readLinks(fields)
  const { summary, content } = bodies(fields)
  return rssNode({
    guid: itemId(element, fields),
    title: firstTitle(fields, titleNames),
    link: itemLink(element, fields, links),
    links: links.map(({ url }) => url),
    ...readDates(fields, now),
    authors: readAuthors(fields),
    topics: readCategories(fields),
    summaryHtml: summary,
    contentHtml: content,
    language: firstText(fields, ['dc:language']) ?? element.attributes.get('xml:lang'),
    enclosures: enclosures(fields, links),
    source: source(fields),
  })
}

function itemId(element: XmlElement, fields: XmlFields): string | undefined {
  const atomId = firstText(fields, ['atom:id'])
  // RFC 4287 wants an absolute IRI; where a feed writes a path, it means one of its own site.
  if (atomId?.startsWith('/')) return httpUrl(atomId, element.base) ?? atomId
  return firstText(fields, ['guid']) ?? atomId ?? (element.attributes.get('rdf:about')?.trim() || undefined)
}

function itemLink(element: XmlElement, fields: XmlFields, links: readonly FeedLink[]): string | undefined {
  const original = firstText(fields, ['feedburner:origlink'])
  const guid = first(fields, 'guid')
  const isPermalink = guid?.attributes.get('ispermalink')?.trim().toLowerCase() !== 'false'
  const permalink = isPermalink ? firstText(fields, ['guid']) : undefined
  const elsewhere = first(fields, 'atom:content')?.attributes.get('src')
  const candidates = [original, pageLink(links), permalink, elsewhere, element.attributes.get('rdf:about')]
  for (const candidate of candidates) {
    // A guid that is no URL must not become one by being resolved.
    const url =
      candidate === permalink && !/^https?:/i.test(candidate ?? '') ? undefined : httpUrl(candidate ?? '', element.base)
    if (url !== undefined) return url
  }
  return undefined
}

/** RSS has one element for both; where an item has its own summary, the description is the content. */
function bodies(fields: XmlFields): { readonly summary: string | undefined; readonly content: string | undefined } {
  const content = firstHtml(fields, contentNames)
  const own = firstHtml(fields, summaryNames)
  const description = firstHtml(fields, descriptionNames)
  if (own !== undefined) return { summary: own, content: content ?? description }
  const spare = firstHtml(fields, spareNames)
  return { summary: description ?? spare, content }
}

function enclosures(fields: XmlFields, links: readonly FeedLink[]): Enclosure[] {
  const linked = links.filter(({ rel }) => rel === 'enclosure')
  const elements = all(fields, ['enclosure', 'media:content']).flatMap(({ attributes, base }) => {
    const url = httpUrl(attributes.get('url') ?? attributes.get('href') ?? '', base)
    const length = attributes.get('length') ?? attributes.get('filesize')
    return url === undefined
      ? []
      : [{ url, type: attributes.get('type') ?? '', ...(length !== undefined && { length }) }]
  })
  return [...linked, ...elements].map(({ url, type, length }) => ({
    url,
    ...(type !== '' && { type }),
    ...(length !== undefined && { length }),
  }))
}

/** RSS 2.0: `<source url="…">Title</source>`; Atom repeats the head of the feed an entry was taken from. */
function source(fields: XmlFields): FeedSource | undefined {
  const element = first(fields, 'source') ?? first(fields, 'atom:source')
  if (!element) return undefined
  const inner = xmlFields(element)
  const title = firstText(fields, ['source']) ?? firstTitle(inner, ['atom:title'])
  const url = httpUrl(element.attributes.get('url') ?? '', element.base) ?? pageLink(readLinks(inner))
  return { ...(title !== undefined && { title }), ...(url !== undefined && { url }) }
}
