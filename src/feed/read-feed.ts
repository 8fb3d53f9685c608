import Parser from 'rss-parser'
import { cleanText } from './clean-text.ts'
import type { Enclosure, FeedRecord, FeedSource, ItemRecord } from './feed-record.ts'
import { readJsonFeed } from './read-json-feed.ts'
import type { PollWishes } from './read-poll-wishes.ts'
import { readXml } from './read-xml.ts'
import { type RssTree, rssTree } from './rss-tree.ts'

export interface FeedContext {
  /** Where the text was found: what relative links are relative to. */
  readonly url: string
  /** Epoch ms. */
  readonly now: number
}

interface ChannelFields {
  readonly id?: string
  readonly links: readonly string[]
  readonly hubUrls: readonly string[]
  readonly language?: string
  readonly publishedAt?: number
  readonly updatedAt?: number
  readonly createdAt?: number
  readonly authors: readonly string[]
  readonly topics: readonly string[]
  readonly wishes: PollWishes
}

interface ItemFields {
  readonly links: readonly string[]
  readonly publishedAt?: number
  readonly updatedAt?: number
  readonly createdAt?: number
  readonly authors: readonly string[]
  readonly topics: readonly string[]
  readonly summaryHtml?: string
  readonly contentHtml?: string
  readonly language?: string
  readonly enclosures: readonly Enclosure[]
  readonly source?: FeedSource
}

const channelFields: (keyof ChannelFields)[] = [
  'id',
  'links',
  'hubUrls',
  'language',
  'publishedAt',
  'updatedAt',
  'createdAt',
  'authors',
  'topics',
  'wishes',
]
const itemFields: (keyof ItemFields)[] = [
  'links',
  'publishedAt',
  'updatedAt',
  'createdAt',
  'authors',
  'topics',
  'summaryHtml',
  'contentHtml',
  'language',
  'enclosures',
  'source',
]

/** Reads a feed of any dialect. @returns undefined when the text is none */
export async function readFeed(text: string, { url, now }: FeedContext): Promise<FeedRecord | undefined> {
  const clean = cleanText(text)
  if (/^\s*\{/.test(clean)) return readJsonFeed(clean, url, now)
  const tree = rssTree(readXml(clean, url), now)
  return tree && recordOf(await parserOf(tree).parseString(''))
}

/** rss-parser asks its `xmlParser` for what xml2js would have read; it is given what was read tolerantly instead. */
function parserOf(tree: RssTree): Parser<ChannelFields, ItemFields> {
  const parser = new Parser<ChannelFields, ItemFields>({ customFields: { feed: channelFields, item: itemFields } })
  const parseString = (_xml: string, done: (error: null, tree: RssTree) => void) => done(null, tree)
  return Object.assign(parser, { xmlParser: { parseString } })
}

type Output = Awaited<ReturnType<Parser<ChannelFields, ItemFields>['parseString']>>

function recordOf(output: Output): FeedRecord {
  const { id, title, link, links, description, language, updatedAt, createdAt, authors, hubUrls } = output
  return {
    id,
    title,
    link,
    links,
    description,
    language,
    publishedAt: output.publishedAt,
    updatedAt,
    createdAt,
    authors,
    categories: output.topics,
    hubUrls,
    ...output.wishes,
    items: output.items.map(itemRecordOf),
  }
}

function itemRecordOf(item: Output['items'][number]): ItemRecord {
  const { title, link, links, updatedAt, createdAt, authors, language, enclosures, source } = item
  return {
    id: item.guid,
    title,
    link,
    links,
    publishedAt: item.publishedAt,
    updatedAt,
    createdAt,
    authors,
    categories: item.topics,
    summary: item.summaryHtml,
    content: item.contentHtml,
    language,
    enclosures,
    source,
  }
}
