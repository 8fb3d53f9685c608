import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from '../../src/article/page.ts'
import { openExtractionPool } from '../../src/extraction/open-extraction-pool.ts'

const paragraph =
  '<p>The council met on Friday, and the mayor said that the old bridge would stay open to boats until spring.</p>'
const good = `<html lang="en"><body><article><h1>Bridge stays open</h1>${paragraph}<p>Nobody asked the boats.</p>${paragraph.replace('Friday', 'Monday')}</article></body></html>`
/** Nothing but links: many wrappers, quadratic work for the reader. */
const slow = `<div>${'<a href="/x">A headline among many others</a> '.repeat(40_000)}</div>`
const minute = 60_000

test('reads pages, more than there are threads', async () => {
  await using pool = openExtractionPool({ threads: 2, timeoutMs: minute, heapMb: 256 })
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => pool.read(page(good))))
  for (const outcome of outcomes) {
    assert.equal(outcome.kind, 'read')
    assert.ok(outcome.kind === 'read' && outcome.reading.text.includes('the mayor said') && outcome.ms > 0)
  }
})

test('a page over its time fails with that reason, and only that page', async () => {
  await using pool = openExtractionPool({ threads: 1, timeoutMs: 4000, heapMb: 512 })
  const [before, bad, after] = await Promise.all([pool.read(page(good)), pool.read(page(slow)), pool.read(page(good))])
  assert.deepEqual(bad, { kind: 'failed', reason: 'not read within 4000 ms' })
  assert.equal(before.kind, 'read')
  assert.equal(after.kind, 'read')
})

test('a page over its heap fails with that reason, and only that page', async () => {
  await using pool = openExtractionPool({ threads: 1, timeoutMs: minute, heapMb: 60 })
  const table = `<table>${`<tr>${'<td>1</td>'.repeat(50)}</tr>`.repeat(1900)}</table>`
  const [before, bad, after] = await Promise.all([pool.read(page(good)), pool.read(page(table)), pool.read(page(good))])
  assert.deepEqual(bad, { kind: 'failed', reason: 'more than 60 MB of memory' })
  assert.equal(before.kind, 'read')
  assert.equal(after.kind, 'read')
})

const hostile: readonly (readonly [string, string])[] = [
  ['nested 200 deep', `${'<div>'.repeat(200)}${good}`],
  ['nested 50,000 deep', `${'<div>'.repeat(50_000)}${good}`],
  [
    'a million attributes',
    `<div ${Array.from({ length: 1_000_000 }, (_, index) => `a${index}=1`).join(' ')}>${good}</div>`,
  ],
  ['a huge table', `<table>${`<tr>${'<td>1</td>'.repeat(50)}</tr>`.repeat(10_000)}</table>${good}`],
  ['an entity flood', `<p>${'&amp;&CounterClockwiseContourIntegral;'.repeat(100_000)}</p>${good}`],
  ['quadratic bait: spaces', `<p>${' '.repeat(1_000_000)}x</p>${good}`],
  ['quadratic bait: comments never closed', '<!--'.repeat(200_000)],
  ['quadratic bait: drawings never closed', `${'<svg>'.repeat(100_000)}${good}`],
  ['quadratic bait: a title of separators', `<title>${' - '.repeat(100_000)}</title>${good}`],
  ['quadratic bait: abbreviations', `<p>${'U.S. '.repeat(50_000)}</p>${good}`],
  ['quadratic bait: months', `<p>${'June '.repeat(50_000)}</p>${good}`],
  ['JSON-LD that nests without end', `<script type="application/ld+json">${'['.repeat(500_000)}</script>${good}`],
  ['an invalid URL as canonical', `<link rel="canonical" href="http://[">${good}`],
]

test('hostile pages end, and leave the pages beside them alone', async (t) => {
  await using pool = openExtractionPool({ threads: 2, timeoutMs: 10_000, heapMb: 256 })
  for (const [name, html] of hostile) {
    await t.test(name, async () => {
      const [bad, beside] = await Promise.all([pool.read(page(html)), pool.read(page(good))])
      assert.ok(bad.kind === 'failed' ? bad.reason !== '' : bad.reading.quality !== undefined)
      assert.ok(beside.kind === 'read' && beside.reading.title === 'Bridge stays open')
    })
  }
})

test('a page too many is refused as an outcome, not as an error', async () => {
  const pool = openExtractionPool({ threads: 1, timeoutMs: minute, heapMb: 256 })
  const reads = Array.from({ length: 300 }, () => pool.read(page('<p>x</p>')))
  const outcomes = await Promise.all(reads)
  assert.ok(outcomes.some((outcome) => outcome.kind === 'failed' && /waiting/.test(outcome.reason)))
  assert.ok(outcomes.filter((outcome) => outcome.kind === 'read').length >= 256)
  await pool[Symbol.asyncDispose]()
  assert.equal((await pool.read(page(good))).kind, 'failed')
})

function page(html: string): Page {
  return {
    html,
    url: 'https://brackwater-echo.example/news/bridge',
    outlet: 'Brackwater Echo',
    timezone: 'Europe/London',
    now: Date.UTC(2024, 5, 25),
    listed: { title: '', authors: [] },
  }
}
