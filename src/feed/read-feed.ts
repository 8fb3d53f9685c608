import Parser from 'rss-parser'
import type { ItemFields } from './atom-entry-node.ts'
import { type AtomTree, atomTree, type ChannelFields } from './atom-tree.ts'
import { cleanText } from './clean-text.ts'
import type { FeedRecord, ItemRecord } from './feed-record.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { readXml } from './read-xml.ts'

export interface FeedContext {
  /** Where the text was found: what relative links are relative to. */
  readonly url: string
  /** Epoch ms. */
  readonly now: number
}

/** What rss-parser has no name for travels through it under this one. */
const customFields: { feed: (keyof ChannelFields)[]; item: (keyof ItemFields)[] } = { feed: ['more'], item: ['more'] }
const rssParser = new Parser<ChannelFields, ItemFields>({ customFields })

/** Reads a feed of any dialect. @returns undefined when the text is none */
export async function readFeed(text: string, { url, now }: FeedContext): Promise<FeedRecord | undefined> {
  const clean = cleanText(text)
  if (/^\s*\{/.test(clean)) return readJsonFeed(clean, url, now)
  const tree = atomTree(readXml(clean, url), now)
  return tree && recordOf(await parserOf(tree).parseString(''))
}

/** rss-parser asks its `xmlParser` for what xml2js would have read; it is given what was read tolerantly instead. */
function parserOf(tree: AtomTree): typeof rssParser {
  const parseString = (_xml: string, done: (error: null, tree: AtomTree) => void) => done(null, tree)
  return Object.assign(Object.create(rssParser), { xmlParser: { parseString } })
}

type Output = Awaited<ReturnType<typeof rssParser.parseString>>

function recordOf({ title, link, more, items }: Output): FeedRecord {
  return { ...more, title, link, items: items.map(itemRecordOf) }
}

function itemRecordOf({ id, title, link, more }: Output['items'][number]): ItemRecord {
  return { ...more, id, title, link }
}
