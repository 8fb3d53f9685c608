import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { decodeText } from '../../src/article/decode-text.ts'
import type { Page } from '../../src/article/page.ts'
import type { Publication } from '../../src/article/publication.ts'
import { readPage } from '../../src/article/read-page.ts'
import type { Reading } from '../../src/article/reading.ts'

const fixtures = new URL('../../fixtures/articles/', import.meta.url)
const paragraphs = [
  'The harbour office opened the new pier on Monday, two years later than it had promised to the fishermen of Ostrava Bay.',
  'Nobody fell in. The mayor, who had said that she would jump if it was ever finished, kept her shoes on and left early.',
]

for (const quirk of readdirSync(fixtures)) {
  test(`reads the page with the quirk ${quirk}`, () => {
    const folder = new URL(`${quirk}/`, fixtures)
    const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'))
    const reading = readPage(fixturePage(folder))
    const { furniture, ...rest } = expected
    assert.deepEqual(summaryOf(reading), rest)
    for (const text of furniture) {
      assert.ok(
        reading.furniture.some((piece) => piece.text.includes(text)),
        `not in the furniture: ${text}`,
      )
    }
  })
}

test('every passage lies in one block and the passages hold all of the text', () => {
  const reading = readPage(pageOf(articleHtml(paragraphs)))
  assert.equal(reading.blocks.map(({ start, end }) => reading.text.slice(start, end)).join('\n\n'), reading.text)
  for (const passage of reading.passages) {
    assert.ok(reading.blocks.some((block) => block.start <= passage.start && passage.end <= block.end))
  }
  const words = reading.passages.map(({ start, end }) => reading.text.slice(start, end)).join(' ')
  assert.equal(words.replace(/\s+/g, ' '), reading.text.replace(/\s+/g, ' '))
})

test('hidden text is no text', () => {
  const hidden = paragraphs.flatMap((text) => [
    `<p hidden>${text}</p>`,
    `<p style="display:none">${text}</p>`,
    `<p aria-hidden="true">${text}</p>`,
  ])
  const html = articleHtml(paragraphs).replace(
    '</article>',
    `${hidden.join('').replaceAll('pier', 'secret').replaceAll('mayor', 'secret')}</article>`,
  )
  assert.doesNotMatch(readPage(pageOf(html)).text, /secret/)
})

test('a menu’s headline is listed as furniture with its reason and is not in the text', () => {
  const html = articleHtml(paragraphs).replace(
    '<article>',
    '<nav><a href="/x">Peace talks begin on the moon</a></nav><article>',
  )
  const reading = readPage(pageOf(html))
  assert.doesNotMatch(reading.text, /moon/)
  assert.deepEqual(reading.furniture, [{ text: 'Peace talks begin on the moon', why: 'outside the article' }])
})

test('a date after now is nobody’s: the next source is taken', () => {
  const html = articleHtml(['14 June 2030, 10:00', ...paragraphs])
  const listed = { title: '', authors: [], publishedAt: Date.UTC(2024, 5, 14, 9) }
  assert.equal(readPage({ ...pageOf(html), listed }).published?.source, 'feed')
})

test('a date inside a sentence of the article is not the article’s', () => {
  const html = articleHtml([
    'Founded on 3 May 1997 by two sisters, the pier company has never paid a dividend to anybody but its own cats.',
    ...paragraphs,
  ])
  assert.equal(readPage(pageOf(html)).published, undefined)
})

test('the feed’s longer content is taken when the page has little of it', () => {
  const contentHtml = [...paragraphs, ...paragraphs.map((text) => `Later: ${text}`)]
    .map((text) => `<p>${text}</p>`)
    .join('')
  const page = {
    ...pageOf('<h1>Pier</h1><p>Please enable JavaScript.</p>'),
    listed: { title: 'Pier', authors: [], contentHtml },
  }
  const reading = readPage(page)
  assert.equal(reading.quality, 'full')
  assert.ok(reading.text.startsWith(paragraphs[0] ?? ''))
})

test('a page without text falls back on the feed’s summary and says so', () => {
  const page = {
    ...pageOf('<h1>Pier opens</h1><p>Video</p>'),
    listed: { title: 'Pier opens', authors: [], summary: 'The pier has opened, late.' },
  }
  const reading = readPage(page)
  assert.equal(reading.quality, 'summary-only')
  assert.equal(reading.text, 'The pier has opened, late.')
  assert.match(reading.qualityReason ?? '', /feed/)
})

test('a monster of elements fails with its reason instead of being built', () => {
  const reading = readPage(pageOf('<i></i>'.repeat(100_001)))
  assert.equal(reading.quality, 'failed')
  assert.match(reading.qualityReason ?? '', /100000 elements/)
})

/** The page as served: its bytes, and in `page.json` what else a quirk needs of its answer and its listing. */
function fixturePage(folder: URL): Page {
  const extra = new URL('page.json', folder)
  const { contentType, filler, ...known } = existsSync(extra) ? JSON.parse(readFileSync(extra, 'utf8')) : {}
  const html = decodeText(readFileSync(new URL('page.html', folder)), contentType)
  const filled = filler === undefined ? html : html.replace(filler.mark, filler.text.repeat(filler.count))
  return { ...pageOf(filled), ...known }
}

function pageOf(html: string): Page {
  return {
    html,
    url: 'https://brackwater-echo.example/news/old-ferry',
    outlet: 'Brackwater Echo',
    timezone: 'Europe/London',
    now: Date.UTC(2024, 5, 25),
    listed: { title: 'As the feed had it', authors: [] },
  }
}

function articleHtml(texts: readonly string[]): string {
  return `<html lang="en"><title>New pier opens in Ostrava Bay</title><body><article><h1>New pier opens in Ostrava Bay</h1>${texts.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
}

/** What a fixture may expect; what a page does not have is not named. */
function summaryOf(reading: Reading): object {
  const { title, language, quality, labels, authors, published, updated, text, blocks } = reading
  const optional = {
    language: quality === 'failed' ? undefined : language,
    qualityReason: reading.qualityReason,
    published: published && dateOf(published),
    updated: updated && dateOf(updated),
    dateConflicts: reading.dateConflicts,
    alternateUrl: reading.alternateUrl,
    image: reading.image,
    links: reading.links,
  }
  const kept = Object.entries(optional).filter(([, value]) => value !== undefined)
  return {
    title,
    quality,
    labels,
    authors,
    ...Object.fromEntries(kept),
    blocks: blocks.map(({ start, end }) => text.slice(start, end)),
  }
}

function dateOf({ at, precision, zone, source }: Publication): object {
  return { at: new Date(at).toISOString(), precision, zone, source }
}
