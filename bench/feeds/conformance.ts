import { existsSync, readFileSync } from 'node:fs'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import StockParser from 'rss-parser'
import { decodeText } from '../../src/article/decode-text.ts'
import { absoluteLinks } from '../../src/feed/absolute-links.ts'
import type { FeedRecord, HtmlBody, ItemRecord } from '../../src/feed/feed-record.ts'
import { readFeed } from '../../src/feed/read-feed.ts'
import { type Check, type Found, holds, type Reading } from './case-checks.ts'
import { fromFeedsmith } from './from-feedsmith.ts'
import { fromRssParser } from './from-rss-parser.ts'

interface Case {
  readonly file: string
  readonly about: string
  readonly contentType?: string
  readonly url?: string
  readonly checks: readonly Check[]
}

type Reader = (text: string, url: string) => Promise<Reading | undefined>

const readers: Readonly<Record<string, Reader>> = {
  nightdesk: async (text, url) => {
    const feed = await readFeed(text, { url, now: Date.now() })
    return feed && { feed: withHtml(feed), items: feed.items.map(withHtml) }
  },
  feedsmith: async (text) => fromFeedsmith(parseWithFeedsmith(text)),
  'rss-parser as it comes': async (text) => fromRssParser(await new StockParser().parseString(text)),
}

/** The corpus lies beside the tree where it is given; it is not part of it. */
const corpus = new URL('../../../shared/corpora/feeds/', import.meta.url)
const isVerbose = process.argv.includes('--failures')

if (existsSync(corpus)) await main()
else process.stdout.write('no corpus of feed cases beside this tree: nothing to measure\n')

async function main(): Promise<void> {
  const lines = readFileSync(new URL('cases.jsonl', corpus), 'utf8').trim().split('\n')
  const cases = lines.map((line): Case => JSON.parse(line))
  for (const [name, reader] of Object.entries(readers)) {
    const { passed, thrown, failures } = await score(cases, reader)
    process.stdout.write(`${name.padEnd(24)} ${passed} of ${cases.length} cases, ${thrown} thrown\n`)
    if (isVerbose && name === 'nightdesk') process.stdout.write(`${failures.join('\n')}\n`)
  }
}

/** A record's bodies as the HTML that a reader is shown. */
function withHtml(record: FeedRecord | ItemRecord): Found {
  const bodies = Object.entries(record).map(([name, value]) => [name, isBody(value) ? absoluteLinks(value) : value])
  return Object.fromEntries(bodies)
}

function isBody(value: unknown): value is HtmlBody {
  return typeof value === 'object' && value !== null && 'html' in value
}

async function score(cases: readonly Case[], read: Reader) {
  let passed = 0
  let thrown = 0
  const failures: string[] = []
  for (const each of cases) {
    const body = readFileSync(new URL(`files/${each.file}`, corpus))
    try {
      const reading = await read(decodeText(body, each.contentType), each.url ?? 'http://feeds.example/')
      const isPassed = each.checks.every((check) => holds(check, reading))
      if (isPassed) passed++
      else failures.push(`${each.file}: ${each.about} ${JSON.stringify(each.checks)} ${JSON.stringify(reading)}`)
    } catch (error) {
      thrown++
      failures.push(`${each.file}: ${error}`)
    }
  }
  return { passed, thrown, failures }
}
