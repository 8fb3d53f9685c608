import type { FeedRecord } from './feed-record.ts'
import { readAuthors } from './read-authors.ts'
import { readCategories } from './read-categories.ts'
import { readDates } from './read-dates.ts'
import { httpUrl, pageLink, readLinks } from './read-links.ts'
import { readPollWishes } from './read-poll-wishes.ts'
import { rssItemNode } from './rss-item-node.ts'
import { type RssNode, rssNode } from './rss-node.ts'
import type { XmlElement } from './xml-element.ts'
import { firstHtml, firstText, firstTitle, type XmlFields, xmlFields } from './xml-fields.ts'

export interface ChannelFields {
  readonly more: Omit<FeedRecord, 'title' | 'link' | 'items'>
}

/** A whole feed, whatever its dialect, in the one dialect that rss-parser is given. */
export interface RssTree {
  readonly rss: { readonly $: { readonly version: '2.0' }; readonly channel: readonly [RssNode] }
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
export function rssTree(top: readonly XmlElement[], now: number): RssTree | undefined {
  const root = top.find(({ name }) => rootNames.has(name))
  if (!root) return undefined
  const channel = elementsIn(root).find(({ name }) => name === 'channel') ?? root
  const fields = xmlFields(channel)
  const items = channel === root ? elementsIn(root) : [...elementsIn(channel), ...elementsIn(root)]
  const item = items
    .filter(isItem)
    .slice(0, maxItemCount)
    .map((element) => rssItemNode(element, now))
  const node = { ...channelNode(root, channel, fields, now), item }
  return { rss: { $: { version: '2.0' }, channel: [node] } }
}

function channelNode(root: XmlElement, channel: XmlElement, fields: XmlFields, now: number): RssNode {
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
  return rssNode({
    title: firstTitle(fields, titleNames),
    link: pageLink(links),
    more,
  })
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
