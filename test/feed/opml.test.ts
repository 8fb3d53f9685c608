import assert from 'node:assert/strict'
import { test } from 'node:test'
import { discoverFeeds } from '../../src/feed/discover-feeds.ts'
import { parseOpml } from '../../src/feed/parse-opml.ts'
import { renderOpml } from '../../src/feed/render-opml.ts'

const careless = `<?xml version="1.0"?>
<opml version="1.0"><head><title>List</title></head><body>
  <outline text="World">
    <outline text="Europe">
      <outline type="rss" text="Paper & Ink" xmlUrl="https://paper.example/feed?a=1&b=2" htmlUrl="https://paper.example/"/>
    </outline>
    <outline TITLE="Wire" XMLURL="http://wire.example/rss">
  </outline>
  <outline text="Paper again" xmlUrl="https://paper.example/feed?a=1&amp;b=2"/>
  <outline text="bad" xmlUrl="javascript:alert(1)"/>
</body></opml>`

const feeds = [
  {
    url: 'https://paper.example/feed?a=1&b=2',
    title: 'Paper & Ink',
    siteUrl: 'https://paper.example/',
    folders: ['World', 'Europe'],
  },
  { url: 'http://wire.example/rss', title: 'Wire', folders: ['World'] },
]

test('an OPML list is read with its folders, bare ampersands and repeats', () => {
  assert.deepEqual(parseOpml(careless), feeds)
})

test('a list that is written is read back', () => {
  const written = [...feeds, { url: 'https://top.example/"x"', title: '<Top>', folders: [] }]
  const sorted = parseOpml(renderOpml('Desk & co', written)).toSorted((a, b) => a.url.localeCompare(b.url))
  assert.deepEqual(
    sorted,
    written.toSorted((a, b) => a.url.localeCompare(b.url)),
  )
})

test('what is no OPML lists nothing', () => {
  for (const text of ['', 'hello', '<html><body>x</body></html>', '{"a":1}']) assert.deepEqual(parseOpml(text), [])
})

const heads: readonly (readonly [html: string, expected: readonly string[]])[] = [
  ['<link rel="alternate" type="application/rss+xml" href="/rss">', ['https://paper.example/rss']],
  ['<LINK REL="ALTERNATE" TYPE="Application/Atom+XML" HREF="atom.xml"/>', ['https://paper.example/news/atom.xml']],
  [
    '<link rel="home alternate" type="application/feed+json; charset=utf-8" href="?a=1&amp;b=2">',
    ['https://paper.example/news/?a=1&b=2'],
  ],
  [
    '<base href="https://cdn.example/x/"><link rel=alternate type=application/rss+xml href=rss>',
    ['https://cdn.example/x/rss'],
  ],
  ['<link rel="stylesheet" href="/a.css"><link rel="alternate" hreflang="de" href="/de">', []],
  ['<link rel="alternate" type="application/rss+xml" href="javascript:x">', []],
  ['<!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->', []],
  ['<link rel="alternate" type="application/rss+xml" href="/rss">'.repeat(2), ['https://paper.example/rss']],
]
for (const [html, expected] of heads) {
  test(`feeds of ${html}`, () => assert.deepEqual(discoverFeeds(html, 'https://paper.example/news/'), expected))
}
