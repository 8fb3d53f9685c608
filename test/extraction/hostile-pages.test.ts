import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Page } from '../../src/article/page.ts'
import { type ExtractionPool, openExtractionPool } from '../../src/extraction/open-extraction-pool.ts'

const fixtures = new URL('../../fixtures/articles/', import.meta.url)
const pages = readdirSync(fixtures).map((quirk) => readFileSync(new URL(`${quirk}/page.html`, fixtures), 'utf8'))
const good = pages[0] ?? ''

let pool: ExtractionPool
before(() => {
  pool = openExtractionPool({ threads: 2, timeoutMs: 30_000, heapMb: 256 })
})
after(() => pool[Symbol.asyncDispose]())

const baits: readonly (readonly [string, string])[] = [
  ['a state script of quotes that never close', `<script>window.__STATE__={"a":"${'\\"'.repeat(200_000)}</script>`],
  ['a state script of backslashes', `<script>window.__STATE__={"a":"${'\\'.repeat(200_001)}"}</script>`],
  ['a state of states', `<script>window.__STATE__=${quoted('{"a":"b c d e f g"}', 14)}</script>`],
  [
    'a state of many texts',
    `<script>{"a":[${'"The ferry runs on and on, says the council of the town, '.repeat(3)}"]}</script>`.repeat(3000),
  ],
  ['JSON-LD references in a ring', jsonLd({ '@graph': Array.from({ length: 3000 }, (_, id) => ring(id)) })],
  ['authors everywhere', '<div class="author">'.repeat(20) + '<b class="author">Ada Brannoch</b>'.repeat(500)],
  ['links everywhere', '<p>x <a href="/a">a</a> y</p>'.repeat(500)],
  ['quotes everywhere', `<blockquote>${'We heard two hundred letters. '.repeat(3)}</blockquote>`.repeat(300)],
  ['headings everywhere', '<article><h1>The ferry runs on</h1></article>'.repeat(500)],
  ['titles everywhere', '<meta property="og:title" content="The ferry runs on - and on - and on">'.repeat(500)],
  ['a forwarding with a broken address', '<meta http-equiv="refresh" content="0; url=http://[">'],
  ['links with broken addresses', '<p>x <a href="http://[">2</a> <a href="http://%">print</a> y</p>'.repeat(100)],
  ['shadow trees that never close', '<div><template shadowrootmode="open">'.repeat(40)],
  ['a date of digits', `<p>${'12.'.repeat(60)}</p><time datetime="${'2024-'.repeat(300)}">now</time>`],
  ['names of capitals', `<p class="byline">${'Ab '.repeat(39)}</p>`.repeat(200)],
]

for (const [name, bait] of baits) {
  test(`ends and harms nobody: ${name}`, () => endsAlone(`<html><head></head><body>${bait}${good}</body></html>`))
}

/** Cuts a page at two places, drops, doubles or moves what is between, and puts a piece of hostile markup in. */
const mutation = fc.record({
  page: fc.nat(pages.length - 1),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  times: fc.nat(40),
  piece: fc.constantFrom(
    '',
    '<',
    '</p>',
    '<!--',
    '<![CDATA[',
    '<svg>',
    '"',
    '&',
    '\0',
    '<table>',
    '<template>',
    '{"@type":',
  ),
  noise: fc.string({ maxLength: 40, unit: 'binary' }),
})

test('a page cut and mended at random ends, and the page beside it reads as ever', async () => {
  const expected = await pool.read(pageOf(good))
  assert.equal(expected.kind, 'read')
  const property = fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
    const page = pages[mutations[0]?.page ?? 0] ?? ''
    const [bad, beside] = await Promise.all([
      pool.read(pageOf(mutations.reduce(mutate, page))),
      pool.read(pageOf(good)),
    ])
    assert.ok(bad.kind === 'failed' ? bad.reason !== '' : bad.reading.quality !== undefined)
    if (bad.kind === 'read') assertWhole(bad.reading)
    assert.deepEqual(beside.kind === 'read' && beside.reading, expected.kind === 'read' && expected.reading)
  })
  await fc.assert(property, { numRuns: 40, seed: 4 })
})

interface Mutation {
  readonly from: number
  readonly to: number
  readonly times: number
  readonly piece: string
  readonly noise: string
}

function mutate(page: string, { from, to, times, piece, noise }: Mutation): string {
  const start = Math.floor(Math.min(from, to) * page.length)
  const end = Math.floor(Math.max(from, to) * page.length)
  return page.slice(0, start) + piece + page.slice(start, end).repeat(times) + noise + page.slice(end)
}

/** Whatever a page was, what is read of it hangs together. */
function assertWhole(reading: { readonly text: string; readonly passages: readonly { start: number; end: number }[] }) {
  for (const { start, end } of reading.passages) assert.ok(start < end && end <= reading.text.length)
}

async function endsAlone(html: string): Promise<void> {
  const [bad, beside] = await Promise.all([pool.read(pageOf(html)), pool.read(pageOf(good))])
  assert.ok(bad.kind === 'failed' ? bad.reason !== '' : bad.reading.quality !== undefined)
  assert.equal(beside.kind === 'read' ? beside.reading.quality : beside.reason, 'full')
}

function jsonLd(value: object): string {
  return `<script type="application/ld+json">${JSON.stringify(value)}</script>`
}

function ring(id: number): object {
  return {
    '@type': 'NewsArticle',
    '@id': `#${id}`,
    author: { '@id': `#${id + 1}` },
    mainEntity: { '@id': `#${id - 1}` },
  }
}

/** A text as a JSON string in a JSON string and so on; each time its quotes and backslashes double. */
function quoted(text: string, times: number): string {
  return times === 0 ? text : quoted(JSON.stringify(text), times - 1)
}

function pageOf(html: string): Page {
  return {
    html,
    url: 'https://brackwater-echo.example/news/bridge',
    outlet: 'Brackwater Echo',
    timezone: 'Europe/London',
    now: Date.UTC(2024, 5, 25),
    listed: { title: '', authors: [] },
  }
}
