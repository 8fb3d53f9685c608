import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import StockParser from 'rss-parser'
import { parseFeed } from '../../src/feed/parse-feed.ts'
import { type FeedSample, sampleFeeds } from './sample-feeds.ts'

type Reader = (text: string) => unknown

const stockParser = new StockParser()
const readers: Readonly<Record<string, Reader>> = {
  nightdesk: (text) => parseFeed(text, { url: 'https://paper.example/feed', now: Date.now() }),
  feedsmith: parseWithFeedsmith,
  'rss-parser': (text) => stockParser.parseString(text),
}
const names = Object.keys(readers)
/** The readers take turns, so that what else the machine does meets all of them alike. */
const turnCount = 40
/** In the first ones the engine still compiles. */
const warmTurnCount = 15
/** CPU time of one turn; shorter ones measure the clock. */
const turnMs = 40
/** Asking for the CPU time costs as much as reading a short feed, so it is asked for seldom; UTF-16 code units. */
const lengthBetweenLooks = 2_000_000

process.stdout.write(`${'MB/s of CPU time'.padEnd(42)}${names.map((name) => name.padStart(12)).join('')}\n`)
// `speed.ts short` races over the kinds that begin so.
const asked = process.argv[2] ?? ''
for (const sample of sampleFeeds().filter(({ kind }) => kind.startsWith(asked))) {
  const readable = await withoutThrown(sample)
  const [own = 0, ...others] = await speeds(readable)
  const columns = [own, ...others].map((speed) => speed.toFixed(1).padStart(12)).join('')
  const ratio = (own / (others.at(-1) ?? 0)).toFixed(1)
  process.stdout.write(`${sample.kind.padEnd(42)}${columns}   ${ratio} times rss-parser\n`)
}

/** Only what every reader can read is a race. */
async function withoutThrown({ kind, texts }: FeedSample): Promise<FeedSample> {
  const readable: string[] = []
  for (const text of texts) {
    const isRead = await Promise.all(Object.values(readers).map(async (read) => read(text))).then(
      () => true,
      () => false,
    )
    if (isRead) readable.push(text)
  }
  return { kind, texts: readable }
}

/** Megabytes of UTF-8 per second of CPU time, the median of all turns, by reader. */
async function speeds({ texts }: FeedSample): Promise<number[]> {
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  const found = names.map((): number[] => [])
  for (let turn = 0; turn < turnCount; turn++) {
    for (const [index, read] of Object.values(readers).entries()) {
      found[index]?.push(await speedOfTurn(read, texts, megabytes))
    }
  }
  return found.map((all) => median(all.slice(warmTurnCount)))
}

async function speedOfTurn(read: Reader, texts: readonly string[], megabytes: number): Promise<number> {
  const roundsBetweenLooks = Math.ceil(lengthBetweenLooks / texts.reduce((sum, { length }) => sum + length, 0))
  const startedAt = process.cpuUsage()
  for (let rounds = 1; ; rounds++) {
    for (const text of texts) await read(text)
    if (rounds % roundsBetweenLooks > 0) continue
    const { user, system } = process.cpuUsage(startedAt)
    if (user + system >= turnMs * 1000) return (rounds * megabytes) / ((user + system) / 1e6)
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
