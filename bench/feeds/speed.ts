import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import StockParser from 'rss-parser'
import { parseFeed } from '../../src/feed/parse-feed.ts'

/** One feed as news sites serve it: 60 items, summaries, half of them with the article's HTML. */
const text = sampleFeed(60)
const megabytes = Buffer.byteLength(text) / 1e6
const context = { url: 'https://paper.example/feed', now: Date.now() }

const readers: Readonly<Record<string, () => Promise<unknown>>> = {
  nightdesk: () => parseFeed(text, context),
  feedsmith: async () => parseWithFeedsmith(text),
  'rss-parser as it comes': () => new StockParser().parseString(text),
}

for (const [name, read] of Object.entries(readers)) {
  for (let round = 0; round < 30; round++) await read()
  const startedAt = performance.now()
  const rounds = 100
  for (let round = 0; round < rounds; round++) await read()
  const seconds = (performance.now() - startedAt) / 1000
  process.stdout.write(`${name.padEnd(24)} ${((rounds * megabytes) / seconds).toFixed(1)} MB/s\n`)
}

function sampleFeed(itemCount: number): string {
  const items = Array.from({ length: itemCount }, (_, index) => sampleItem(index)).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Paper</title><link>https://paper.example/</link><description>News</description>${items}</channel></rss>`
}

function sampleItem(index: number): string {
  const paragraph = `<p>Paragraph of item ${index} with a <a href="https://paper.example/${index}">link</a> &amp; an image <img src="/i/${index}.jpg" alt="">.</p>`
  const content = index % 2 === 0 ? `<content:encoded><![CDATA[${paragraph.repeat(20)}]]></content:encoded>` : ''
  return `<item><title>Headline ${index} &amp; more</title><link>https://paper.example/${index}</link><guid isPermaLink="true">https://paper.example/${index}</guid><pubDate>Fri, 14 Jun 2024 10:00:00 GMT</pubDate><dc:creator>Ann Example</dc:creator><category>World</category><description>&lt;p&gt;Summary of item ${index}, which is two lines long and says little.&lt;/p&gt;</description>${content}</item>`
}
