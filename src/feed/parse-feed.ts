import { absoluteLinks } from './absolute-links.ts'
import { discoverFeeds } from './discover-feeds.ts'
import type { FeedRecord, ItemRecord } from './feed-record.ts'
import { htmlText } from './html-text.ts'
import type { FeedReading, Item, ParsedFeed } from './item.ts'
import { itemKey } from './item-key.ts'
import { readFeed } from './read-feed.ts'

export interface ParseContext {
  /** Where the text was found. */
  readonly url: string
  /** Epoch ms; a date over a day later is not believed. */
  readonly now: number
  readonly contentType?: string
}

/** Reads RSS, RDF, Atom and JSON Feed. Never throws: what is no feed says what stood there instead. */
export async function parseFeed(text: string, context: ParseContext): Promise<FeedReading> {
  try {
    const record = await readFeed(text, context)
    if (record) return { kind: 'feed', feed: parsedFeed(record) }
    return { kind: 'not-a-feed', reason: whatElse(text, context.contentType), feedUrls: feedUrlsIn(text, context.url) }
  } catch (error) {
    const reason = `something that could not be read: ${error instanceof Error ? error.message : error}`
    return { kind: 'not-a-feed', reason, feedUrls: [] }
  }
}

function parsedFeed(record: FeedRecord): ParsedFeed {
  const { title, link, language, intervalMs, description, updatedAt, hubUrls, skipHours, skipDays } = record
  return {
    ...(title && { title }),
    ...(link && { url: link }),
    ...(language && { language }),
    ...(intervalMs !== undefined && { intervalMs }),
    ...(description && { description: htmlText(description.html) }),
    ...(updatedAt !== undefined && { updatedAt }),
    hubUrls,
    skipHours,
    skipDays,
    items: withoutRepeats(record.items.map(itemOf)),
  }
}

function itemOf(record: ItemRecord): Item {
  const { id, link, authors, categories, language, content, enclosures, source, updatedAt } = record
  const summary = htmlText(record.summary?.html ?? '')
  const title = record.title ?? ''
  const publishedAt = record.publishedAt ?? record.createdAt ?? updatedAt
  return {
    key: itemKey({ id, link, title, content: (record.summary ?? content)?.html }),
    title,
    authors,
    categories,
    enclosures,
    ...(link && { url: link }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...(summary && { summary }),
    ...(content && { contentHtml: absoluteLinks(content) }),
    ...(language && { language }),
    ...(source && { source }),
  }
}

/** A feed that lists an item twice means the first. */
function withoutRepeats(items: readonly Item[]): Item[] {
  const seen = new Set<string>()
  return items.filter(({ key }) => !seen.has(key) && seen.add(key))
}

function whatElse(text: string, contentType = ''): string {
  const start = text.slice(0, 2000).trimStart()
  if (start === '') return 'nothing'
  if (/^(?:<!--[^>]{0,500}>\s*)*<(?:!doctype html|html|head|body)\b/i.test(start)) return 'an HTML page'
  if (start.startsWith('{') || start.startsWith('[')) return 'JSON that is no JSON Feed'
  if (/<\/?[a-z]/i.test(start)) return 'XML that is no feed'
  return contentType ? `something of type ${contentType.split(';', 1)[0]}` : 'something else'
}

function feedUrlsIn(text: string, url: string): string[] {
  return /<link\b/i.test(text) ? discoverFeeds(text, url) : []
}
