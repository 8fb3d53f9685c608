import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ParsedFeed } from '../../src/feed/item.ts'
import { parseFeed } from '../../src/feed/parse-feed.ts'

const url = 'https://paper.example/news/feed.xml'
const now = Date.parse('2024-06-14T12:00:00Z')

async function read(text: string): Promise<ParsedFeed> {
  const reading = await parseFeed(text, { url, now })
  assert.equal(reading.kind, 'feed', reading.kind === 'feed' ? '' : reading.reason)
  return reading.kind === 'feed' ? reading.feed : { items: [] }
}

const wholeItem = {
  key: 'tag:paper.example,2024:1',
  url: 'https://paper.example/a?x=1&y=2',
  title: 'Talks & hopes',
  publishedAt: Date.parse('2024-06-14T10:00:00Z'),
  authors: ['Ann Example'],
  categories: ['World'],
  summary: 'Short.',
  contentHtml: '<p>Long <a href="https://paper.example/b">text</a></p>',
}

const dialects: readonly (readonly [name: string, text: string])[] = [
  [
    'RSS 2.0',
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper</title><link>https://paper.example/</link><language>en</language>
     <item><guid isPermaLink="false">tag:paper.example,2024:1</guid><title>Talks &amp; hopes</title><link>/a?x=1&amp;y=2</link><pubDate>Fri, 14 Jun 2024 10:00:00 GMT</pubDate><author>ann@paper.example (Ann Example)</author><category>World</category><description>Short.</description><content:encoded><![CDATA[<p>Long <a href="../b">text</a></p>]]></content:encoded></item></channel></rss>`,
  ],
  [
    'RSS without version, in upper case, end tags and quotes missing',
    `\n\n junk <RSS><CHANNEL><TITLE>Paper</TITLE><LINK>https://paper.example/</LINK><LANGUAGE>en</LANGUAGE>
     <ITEM><GUID isPermaLink=false>tag:paper.example,2024:1</GUID><TITLE>Talks & hopes</TITLE><LINK>https://paper.example/a?x=1&y=2</LINK><PUBDATE>14 Jun 2024 10:00</PUBDATE><DC:CREATOR>Ann Example</DC:CREATOR><CATEGORY>World</CATEGORY><DESCRIPTION>Short.</DESCRIPTION><CONTENT:ENCODED>&lt;p>Long &lt;a href="/b">text&lt;/a>&lt;/p></CONTENT:ENCODED><ITEM></rss><script>track()</script>`,
  ],
  [
    'RDF',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper</title><link>https://paper.example/</link><d:language>en</d:language></channel>
     <item rdf:about="tag:paper.example,2024:1"><title>Talks &amp; hopes</title><link>https://paper.example/a?x=1&amp;y=2</link><d:date>2024-06-14T12:00:00+02:00</d:date><d:creator>Ann Example</d:creator><d:subject>World</d:subject><description>Short.</description><c:encoded>&lt;p&gt;Long &lt;a href="/b"&gt;text&lt;/a&gt;&lt;/p&gt;</c:encoded></item></rdf:RDF>`,
  ],
  [
    'Atom 1.0',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://paper.example/"><title>Paper</title><link rel="self" href="feed"/><link href="/"/>
     <entry><id>tag:paper.example,2024:1</id><title type="html">Talks &amp;amp; hopes</title><link rel="alternate" type="application/json" href="a.json"/><link rel="alternate" type="text/html" href="a?x=1&amp;y=2"/><published>2024-06-14T10:00:00Z</published><author><name>Ann Example</name></author><category term="World"/><summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long <a href="b">text</a></p></div></content></entry></feed>`,
  ],
  [
    'Atom under a prefix',
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="en"><a:title>Paper</a:title><a:link href="https://paper.example/"/>
     <a:entry><a:id>tag:paper.example,2024:1</a:id><a:title>Talks &amp; hopes</a:title><a:link href="/a?x=1&amp;y=2"/><a:published>2024-06-14T10:00:00Z</a:published><a:author><a:name>Ann Example</a:name></a:author><a:category term="World"/><a:summary>Short.</a:summary><a:content type="html">&lt;p>Long &lt;a href="/b">text&lt;/a>&lt;/p></a:content></a:entry></a:feed>`,
  ],
  [
    'Atom 0.3',
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="en"><title>Paper</title><link rel="alternate" type="text/html" href="https://paper.example/"/>
     <entry><id>tag:paper.example,2024:1</id><title mode="escaped" type="text/html">Talks &amp;amp; hopes</title><link rel="alternate" href="/a?x=1&amp;y=2"/><issued>2024-06-14T10:00:00Z</issued><author><name>Ann Example</name></author><dc:subject>World</dc:subject><summary>Short.</summary><content type="text/html" mode="base64">PHA+TG9uZyA8YSBocmVmPSIvYiI+dGV4dDwvYT48L3A+</content></entry></feed>`,
  ],
  [
    'JSON Feed 1.1',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Paper',
      home_page_url: 'https://paper.example/',
      language: 'en',
      items: [
        {
          id: 'tag:paper.example,2024:1',
          url: '/a?x=1&y=2',
          title: 'Talks & hopes',
          date_published: '2024-06-14T10:00:00Z',
          authors: [{ name: 'Ann Example' }],
          tags: ['World'],
          summary: 'Short.',
          content_html: '<p>Long <a href="/b">text</a></p>',
        },
      ],
    }),
  ],
]
for (const [name, text] of dialects) {
  test(`${name} says what the others say`, async () => {
    const feed = await read(text)
    assert.deepEqual([feed.title, feed.url, feed.language], ['Paper', 'https://paper.example/', 'en'])
    const [item] = feed.items
    const { updatedAt: _, enclosures: __, contentHtml = '', ...rest } = item ?? { key: '' }
    const unwrapped = contentHtml.replace(/^<div>|<\/div>$/g, '')
    assert.deepEqual({ ...rest, contentHtml: unwrapped }, wholeItem)
    assert.equal(feed.items.length, 1)
  })
}

const titles: readonly (readonly [written: string, expected: string])[] = [
  ['<title>AT&T & co</title>', 'AT&T & co'],
  ['<title>caf&eacute; &hellip; &nosuch; &#8217;&#146;</title>', 'café … &nosuch; ’’'],
  ['<title>&amp;lt;b&amp;gt;</title>', '<b>'],
  ['<title><![CDATA[Fish &amp; <b>chips</b>]]></title>', 'Fish & chips'],
  ['<title>An <em>inline</em> title</title>', 'An inline title'],
  ['<title>1 < 2</title>', '1 < 2'],
  ['<title>\n  two\n  lines </title>', 'two lines'],
  ['<title>bad\u0000\u0008 control \u0093quote\u0094</title>', 'bad control “quote”'],
  ['<title></title><dc:title>second choice</dc:title>', 'second choice'],
  ['<media:title>third choice</media:title>', 'third choice'],
  ['<atom:title type="text">5 &lt;b&gt; 4</atom:title>', '5 <b> 4'],
]
for (const [written, expected] of titles) {
  test(`the title of ${JSON.stringify(written)} is ${JSON.stringify(expected)}`, async () => {
    const feed = await read(`<rss><channel><item>${written}</item></channel></rss>`)
    assert.equal(feed.items[0]?.title, expected)
  })
}

const links: readonly (readonly [written: string, expected: string | undefined])[] = [
  ['<link>a</link>', 'https://paper.example/news/a'],
  ['<link xml:base="https://wire.example/x/">a</link>', 'https://wire.example/x/a'],
  ['<link>//wire.example/a</link>', 'https://wire.example/a'],
  ['<link>www.wire.example/a</link>', 'https://www.wire.example/a'],
  ['<link> https://wire.example/a\n</link>', 'https://wire.example/a'],
  ['<link>javascript:alert(1)</link>', undefined],
  ['<link href="https://wire.example/a"/>', 'https://wire.example/a'],
  ['<guid>https://wire.example/a</guid>', 'https://wire.example/a'],
  ['<guid isPermaLink="false">https://wire.example/a</guid>', undefined],
  ['<guid>12345</guid>', undefined],
  [
    '<link>https://click.example/1</link><feedburner:origLink>https://wire.example/a</feedburner:origLink>',
    'https://wire.example/a',
  ],
  ['<atom:link rel="enclosure" href="https://wire.example/a.mp3"/>', undefined],
  ['<image><link>https://wire.example/logo</link></image>', undefined],
]
for (const [written, expected] of links) {
  test(`the link of ${written} is ${expected}`, async () => {
    const feed = await read(`<rss><channel><item><title>x</title>${written}</item></channel></rss>`)
    assert.equal(feed.items[0]?.url, expected)
  })
}

const authors: readonly (readonly [written: string, expected: readonly string[]])[] = [
  ['<author>ann@paper.example (Ann Example)</author>', ['Ann Example']],
  ['<author>Ann Example (ann@paper.example)</author>', ['Ann Example']],
  ['<author>Ann Example &lt;ann@paper.example&gt;</author>', ['Ann Example']],
  ['<author>ann@paper.example</author>', ['ann@paper.example']],
  [
    '<author>Ann Example</author><dc:creator>Ann Example</dc:creator><dc:creator>Bob</dc:creator>',
    ['Ann Example', 'Bob'].toSorted(),
  ],
  ['<atom:author><atom:name>Ann</atom:name></atom:author>', ['Ann']],
  ['<itunes:author>Ann</itunes:author>', ['Ann']],
]
for (const [written, expected] of authors) {
  test(`the authors of ${written}`, async () => {
    const feed = await read(`<rss><channel><item><title>x</title>${written}</item></channel></rss>`)
    assert.deepEqual(feed.items[0]?.authors.toSorted(), expected)
  })
}

test('an unreadable date, or one over a day ahead, loses the date and not the item', async () => {
  const items = ['soon', 'Fri, 21 Jun 2024 10:00:00 GMT', 'Sat, 15 Jun 2024 10:00:00 GMT']
  const feed = await read(
    `<rss><channel>${items.map((date, n) => `<item><title>${n}</title><pubDate>${date}</pubDate></item>`).join('')}</channel></rss>`,
  )
  assert.deepEqual(
    feed.items.map(({ publishedAt }) => publishedAt),
    [undefined, undefined, Date.parse('2024-06-15T10:00:00Z')],
  )
})

test('a feed that is cut off keeps what came whole', async () => {
  const feed = await read(
    '<rss><channel><item><title>one</title></item><item><title>two</title><link>https://paper.exa',
  )
  assert.deepEqual(
    feed.items.map(({ title }) => title),
    ['one', 'two'],
  )
})

test('HTML that is left open in a description harms no other item', async () => {
  const feed = await read(
    '<rss><channel><item><title>one</title><description><p>a<b>b<br>c</description></item><item><title>two</title></item></channel></rss>',
  )
  assert.deepEqual(
    feed.items.map(({ title, summary }) => [title, summary]),
    [
      ['one', 'ab c'],
      ['two', undefined],
    ],
  )
})

test('elements left open to any depth harm no later item', async () => {
  const feed = await read(
    `<rss><channel><item><title>one</title><description>${'<b>'.repeat(500)}</description></item><item><title>two</title></item></channel></rss>`,
  )
  assert.deepEqual(
    feed.items.map(({ title }) => title),
    ['one', 'two'],
  )
})

test('an item that is listed twice is one item', async () => {
  const item = '<item><guid>1</guid><title>one</title></item>'
  assert.equal((await read(`<rss><channel>${item}${item}</channel></rss>`)).items.length, 1)
})

test('what a feed wishes of its readers is told', async () => {
  const feed =
    await read(`<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><ttl>30</ttl><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>6</sy:updateFrequency>
    <skipHours><hour>3</hour><hour>4</hour></skipHours><skipDays><day>Sunday</day></skipDays><atom:link rel="hub" href="https://hub.example/"/></channel></rss>`)
  assert.equal(feed.intervalMs, 4 * 3_600_000)
  assert.deepEqual([feed.skipHours, feed.skipDays, feed.hubUrls], [[3, 4], ['Sunday'], ['https://hub.example/']])
})

test('entities that a document declares are not expanded, and nothing is loaded', async () => {
  const feed = await read(
    '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><rss><channel><title>&b;&c;</title></channel></rss>',
  )
  assert.equal(feed.title, '&b;&c;')
})

test('enclosures and the source of an item are told', async () => {
  const feed = await read(
    '<rss><channel><item><title>x</title><enclosure url="/a.mp3" type="audio/mpeg" length="7"/><source url="https://wire.example/feed">Wire</source></item></channel></rss>',
  )
  assert.deepEqual(feed.items[0]?.enclosures, [{ url: 'https://paper.example/a.mp3', type: 'audio/mpeg', length: '7' }])
  assert.deepEqual(feed.items[0]?.source, { title: 'Wire', url: 'https://wire.example/feed' })
})

const others: readonly (readonly [text: string, reason: string, feedUrls: readonly string[]])[] = [
  ['', 'nothing', []],
  [
    '<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss"><p>Hi',
    'an HTML page',
    ['https://paper.example/rss'],
  ],
  ['<?xml version="1.0"?><sitemap/>', 'XML that is no feed', []],
  ['{"items": 1}', 'JSON that is no JSON Feed', []],
  ['{"a":', 'JSON that is no JSON Feed', []],
  ['%PDF-1.4', 'something of type application/pdf', []],
]
for (const [text, reason, feedUrls] of others) {
  test(`${JSON.stringify(text.slice(0, 30))} is told as ${reason}`, async () => {
    const reading = await parseFeed(text, { url, now, contentType: 'application/pdf; x=y' })
    assert.deepEqual(reading, { kind: 'not-a-feed', reason, feedUrls })
  })
}

test('escaped HTML is unescaped once, its white space kept', async () => {
  const escaped = '&lt;p class=&quot;a&quot;&gt;1 &amp;lt; 2&#160;\n\t&amp;quot;&amp;amp;&quot;&lt;/p&gt;'
  const feed = await read(`<rss><channel><item><content:encoded>${escaped}</content:encoded></item></channel></rss>`)
  assert.equal(feed.items[0]?.contentHtml, '<p class="a">1 &lt; 2\u00a0\n\t&quot;&amp;"</p>')
})
