import { globSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { decodeText } from '../../src/article/decode-text.ts'

/** Texts of one kind; a round reads them all. */
export interface FeedSample {
  readonly kind: string
  readonly texts: readonly string[]
}

type ItemBody = (index: number) => string

const namespaces =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'

/** What news sites serve, invented; and the feeds recorded in `fixtures/days`. */
export function sampleFeeds(): FeedSample[] {
  return [
    { kind: 'mixed: summaries, half with the article', texts: [rss(60, mixedBody)] },
    { kind: 'short items', texts: [rss(100, () => '')] },
    { kind: 'summaries escaped', texts: [rss(60, summaryBody)] },
    { kind: 'articles escaped', texts: [rss(40, (index) => escapedBody(index, 12))] },
    { kind: '200 articles of 20 KB, links relative', texts: [rss(200, (index) => cdataBody(index, 70))] },
    {
      kind: '200 articles of 20 KB, links absolute',
      texts: [withAbsoluteLinks(rss(200, (index) => cdataBody(index, 70)))],
    },
    { kind: 'Ukrainian, with pictures', texts: [rss(60, ukrainianBody)] },
    { kind: 'Atom with XHTML', texts: [atom(40)] },
    { kind: 'recorded days', texts: recordedFeeds() },
  ]
}

function rss(itemCount: number, body: ItemBody): string {
  const items = Array.from({ length: itemCount }, (_, index) => rssItem(index, body(index))).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ${namespaces}><channel><title>Paper</title><link>https://paper.example/</link><description>News</description>\n${items}\n</channel></rss>`
}

function rssItem(index: number, body: string): string {
  return `<item>
  <title>Headline ${index} &amp; more</title>
  <link>https://paper.example/2024/06/${index}-headline</link>
  <guid isPermaLink="true">https://paper.example/?p=${index}</guid>
  <pubDate>Fri, 14 Jun 2024 10:00:00 +0000</pubDate>
  <dc:creator><![CDATA[Ann Example]]></dc:creator>
  <category>World</category>
  ${body}
</item>`
}

function mixedBody(index: number): string {
  return index % 2 === 0 ? summaryBody(index) + cdataBody(index, 10) : summaryBody(index)
}

function summaryBody(index: number): string {
  return `<description>${escaped(`<p>Summary of item ${index}, which is two lines long and says "little".</p>`)}</description>`
}

function escapedBody(index: number, paragraphCount: number): string {
  return `<description>${escaped(paragraph(index).repeat(paragraphCount))}</description>`
}

function cdataBody(index: number, paragraphCount: number): string {
  return `<content:encoded><![CDATA[${paragraph(index).repeat(paragraphCount)}]]></content:encoded>`
}

function paragraph(index: number): string {
  return `<p>Paragraph of item ${index} with a <a href="https://paper.example/${index}" rel="noopener">link</a> &amp; some words, as many as a paragraph has in a newspaper that pays its writers by the line, and an image <img src="/i/${index}.jpg" alt="">.</p>\n`
}

function withAbsoluteLinks(feed: string): string {
  return feed.replaceAll('src="/', 'src="https://paper.example/')
}

function ukrainianBody(index: number): string {
  const picture = `https://paper.example/i/${index}.jpg`
  return `<description><![CDATA[<img src="${picture}" />Оглядачі кажуть, що переговори №${index} тривають, а сторони мовчать про їхній перебіг.]]></description><media:content url="${picture}" medium="image"/><enclosure url="${picture}" type="image/jpeg" length="41872"/>`
}

function atom(entryCount: number): string {
  const entries = Array.from({ length: entryCount }, (_, index) => atomEntry(index)).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Paper</title><link href="https://paper.example/"/>${entries}</feed>`
}

function atomEntry(index: number): string {
  const content = paragraph(index).replace('alt="">', 'alt=""/>').repeat(8)
  return `<entry><title>Headline ${index}</title><id>tag:paper.example,2024:${index}</id><link rel="alternate" type="text/html" href="https://paper.example/${index}"/><published>2024-06-14T10:00:00Z</published><author><name>Ann Example</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${content}</div></content></entry>`
}

function escaped(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Those that every reader takes: well-formed and not JSON. */
function recordedFeeds(): string[] {
  const days = new URL('../../fixtures/days/', import.meta.url)
  return globSync('*/served/*/*.{xml,rss,atom,rdf,gz}', { cwd: days })
    .sort()
    .map((file) => {
      const body = readFileSync(new URL(file, days))
      return decodeText(file.endsWith('.gz') ? gunzipSync(body) : body)
    })
    .filter((text) => text.startsWith('<'))
}
