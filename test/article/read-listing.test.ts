import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readListing } from '../../src/article/read-listing.ts'

const context = {
  outlet: 'Brackwater Echo',
  timezone: 'Europe/London',
  now: Date.UTC(2024, 5, 15),
  reason: 'the server answered 503',
}

test('makes a reading of title, summary and date', () => {
  const reading = readListing(
    {
      title: 'Ferry stays',
      summary: 'The council has said that the ferry stays. It will cost a lot.',
      authors: ['By Ada Brannoch'],
      publishedAt: Date.UTC(2024, 5, 14),
    },
    context,
  )
  assert.equal(reading.quality, 'summary-only')
  assert.equal(reading.qualityReason, 'the server answered 503')
  assert.equal(reading.text, 'The council has said that the ferry stays. It will cost a lot.')
  assert.equal(reading.passages.length, 2)
  assert.deepEqual(reading.authors, ['Ada Brannoch'])
  assert.equal(reading.published?.source, 'feed')
  assert.equal(reading.language, 'en')
})

test('prefers the feed’s content to its summary, without the content’s furniture', () => {
  const contentHtml =
    '<p>The council has said that the ferry stays for a year, and that it will cost a lot of money.</p><p>Share this article</p>'
  const reading = readListing({ title: 'Ferry stays', summary: 'Short.', contentHtml, authors: [] }, context)
  assert.equal(
    reading.text,
    'The council has said that the ferry stays for a year, and that it will cost a lot of money.',
  )
})

test('says nothing when the feed said nothing, and takes no date from the future', () => {
  const reading = readListing({ title: 'Ferry stays', authors: [], publishedAt: Date.UTC(2025, 0, 1) }, context)
  assert.equal(reading.text, '')
  assert.deepEqual(reading.blocks, [])
  assert.equal(reading.published, undefined)
})
