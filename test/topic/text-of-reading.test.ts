import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Article } from '../../src/article/article.ts'
import type { Publication } from '../../src/article/publication.ts'
import type { Reading } from '../../src/article/reading.ts'
import { textOfReading } from '../../src/topic/text-of-reading.ts'

const NOBODY = { roles: [], people: [], aliases: {} }
const SEEN_AT = Date.parse('2024-06-14T20:00:00Z')

function articleOf(published: Publication | undefined, listedAt?: string): Article & { readonly reading: Reading } {
  return {
    id: 'a',
    url: 'https://wire.example/a',
    hasPage: true,
    feedId: 'wire',
    outlet: 'Example Wire',
    listed: { title: 'A', authors: [], ...(listedAt !== undefined && { publishedAt: Date.parse(listedAt) }) },
    firstSeenAt: SEEN_AT,
    status: 'read',
    attemptCount: 0,
    reading: {
      title: 'A',
      authors: [],
      ...(published !== undefined && { published }),
      text: '',
      blocks: [],
      passages: [],
      labels: [],
      quality: 'full',
      furniture: [],
    },
  }
}

function printed(at: string, precision: Publication['precision']): Publication {
  return { at: Date.parse(at), precision, zone: 'outlet', source: 'text', printed: at }
}

for (const [name, article, day] of [
  // Midnight in Kyiv, where the page printed 14 June.
  ['the printed day of an outlet in the east', articleOf(printed('2024-06-13T21:00:00Z', 'day')), '2024-06-14'],
  ['the printed day of an outlet in the west', articleOf(printed('2024-06-14T07:00:00Z', 'day')), '2024-06-14'],
  ['the moment, where the page gives one', articleOf(printed('2024-06-13T21:00:00Z', 'minute')), '2024-06-13'],
  ['what the feed said, of an undated page', articleOf(undefined, '2024-06-12T09:00:00Z'), '2024-06-12'],
  ['when it was first seen, of what nobody dated', articleOf(undefined), '2024-06-14'],
] as const) {
  test(`offices are looked up on ${name}`, () => {
    assert.equal(new Date(textOfReading(article, NOBODY).publishedAt).toISOString().slice(0, 10), day)
  })
}
