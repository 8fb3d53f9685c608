import { atomEntryNode } from './atom-entry-node.ts'
import { type AtomNode, atomNode } from './atom-node.ts'
import type { FeedRecord } from './feed-record.ts'
import { readAuthors } from './read-authors.ts'
import { readCategories } from './read-categories.ts'
import { readDates } from './read-dates.ts'
import { httpUrl, pageLink, readLinks } from './read-links.ts'
import { readPollWishes } from './read-poll-wishes.ts'
import type { XmlElement } from './xml-element.ts'
import { firstHtml, firstText, firstTitle, type XmlFields, xmlFields } from './xml-fields.ts'

export interface ChannelFields {
  readonly more: Omit<FeedRecord, 'title' | 'link' | 'items'>
}

/** A whole feed, whatever its dialect, in the one dialect that rss-parser is given. */
export interface AtomTree {
  readonly feed: AtomNode & { readonly entry: readonly AtomNode[] }
}

const rootNames = new Set(['rss', 'rdf:rdf', 'atom:feed', 'channel'])
/** Longer lists are archives or attacks; the newest items come first. */
const maxItemCount = 3000
const titleNames = ['title', 'atom:title', 'dc:title']
const descriptionNames = [
  'description',
  'atom:subtitle',
  'atom:tagline',
  'itunes:summary',
  'itunes:subtitle',
  'dc:description',
]
const itemNames = new Set(['item', 'atom:entry'])

/** @returns undefined when there is no feed among the elements */
export function atomTree(top: readonly XmlElement[], now: number): AtomTree | undefined {
  const root = top.find(({ name }) => rootNames.has(name))
  if (!root) return undefined
  const channel = elementsIn(root).find(({ name }) => name === 'channel') ?? root
  const fields = xmlFields(channel)
  const items = channel === root ? elementsIn(root) : [...elementsIn(channel), ...elementsIn(root)]
  const entry = items
    .filter(isItem)
    .slice(0, maxItemCount)
    .map((element) => atomEntryNode(element, now))
  return { feed: { ...feedNode(root, channel, fields, now), entry } }
}

function feedNode(root: XmlElement, channel: XmlElement, fields: XmlFields, now: number): AtomNode {
  const links = readLinks(fields)
  const more: ChannelFields['more'] = {
    id: channelId(channel, fields),
    description: firstHtml(fields, descriptionNames),
    links: links.map(({ url }) => url),
    hubUrls: links.filter(({ rel }) => rel === 'hub').map(({ url }) => url),
    language: firstText(fields, ['language', 'dc:language']) ?? root.attributes.get('xml:lang'),
    ...readDates(fields, now),
    authors: readAuthors(fields),
    categories: readCategories(fields),
    ...readPollWishes(fields),
  }
  return atomNode({ title: firstTitle(fields, titleNames), link: pageLink(links), more })
}

function channelId(channel: XmlElement, fields: XmlFields): string | undefined {
  const id = firstText(fields, ['atom:id'])
  return id?.startsWith('/') ? (httpUrl(id, channel.base) ?? id) : (id ?? channel.attributes.get('rdf:about'))
}

/** An item that holds nothing is none. */
function isItem({ name, children, attributes }: XmlElement): boolean {
  return itemNames.has(name) && (children.length > 0 || attributes.size > 0)
}

function elementsIn({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string')
}
