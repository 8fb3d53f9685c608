import { escapeText } from 'entities'
import type { Enclosure, FeedRecord, HtmlBody, ItemRecord } from './feed-record.ts'
import { foldSpace } from './fold-space.ts'
import { parseDate } from './parse-date.ts'
import { httpUrl } from './read-links.ts'

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). @returns undefined when the text is none */
export function readJsonFeed(text: string, url: string, now: number): FeedRecord | undefined {
  const feed = parsed(text)
  if (!/jsonfeed\.org\/version/.test(textIn(feed, 'version') ?? '') && !Array.isArray(valueIn(feed, 'items')))
    return undefined
  const link = httpUrl(textIn(feed, 'home_page_url') ?? '', url)
  const hubs = listIn(feed, 'hubs').flatMap((hub) => httpUrl(textIn(hub, 'url') ?? '', url) ?? [])
  return {
    id: textIn(feed, 'feed_url'),
    title: folded(textIn(feed, 'title')),
    description: body(textIn(feed, 'description'), url),
    link,
    links: link === undefined ? [] : [link],
    language: textIn(feed, 'language'),
    authors: authorsIn(feed),
    categories: [],
    skipHours: [],
    skipDays: [],
    hubUrls: hubs,
    items: listIn(feed, 'items').map((item) => itemOf(item, url, now)),
  }
}

function itemOf(item: unknown, base: string, now: number): ItemRecord {
  const id = valueIn(item, 'id')
  const link = httpUrl(textIn(item, 'url') ?? textIn(item, 'external_url') ?? '', base)
  const plain = textIn(item, 'content_text')
  const html = textIn(item, 'content_html')
  return {
    id: typeof id === 'number' ? String(id) : textIn(item, 'id'),
    title: folded(textIn(item, 'title')),
    link,
    links: link === undefined ? [] : [link],
    publishedAt: parseDate(textIn(item, 'date_published') ?? '', now),
    updatedAt: parseDate(textIn(item, 'date_modified') ?? '', now),
    authors: authorsIn(item),
    categories: listIn(item, 'tags').filter((tag) => typeof tag === 'string'),
    summary: body(escaped(textIn(item, 'summary')), base),
    content: body(html ?? escaped(plain), link ?? base),
    language: textIn(item, 'language'),
    enclosures: listIn(item, 'attachments').flatMap((attachment) => enclosureOf(attachment, base)),
  }
}

/** 1.0 has one author, 1.1 several. */
function authorsIn(value: unknown): string[] {
  const authors = [...listIn(value, 'authors'), valueIn(value, 'author')]
  return [...new Set(authors.flatMap((author) => folded(textIn(author, 'name')) ?? []))]
}

function enclosureOf(attachment: unknown, base: string): Enclosure[] {
  const url = httpUrl(textIn(attachment, 'url') ?? '', base)
  const length = valueIn(attachment, 'size_in_bytes')
  if (url === undefined) return []
  return [
    { url, type: textIn(attachment, 'mime_type'), length: typeof length === 'number' ? String(length) : undefined },
  ]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function valueIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

function textIn(value: unknown, name: string): string | undefined {
  const text = valueIn(value, name)
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = valueIn(value, name)
  return Array.isArray(list) ? list : []
}

function folded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : foldSpace(text)
}

function escaped(text: string | undefined): string | undefined {
  return text === undefined ? undefined : escapeText(text)
}

function body(html: string | undefined, base: string): HtmlBody | undefined {
  return html === undefined ? undefined : { html, base }
}
