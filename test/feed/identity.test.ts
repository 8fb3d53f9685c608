import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalUrl } from '../../src/feed/canonical-url.ts'
import { itemKey } from '../../src/feed/item-key.ts'

const same: readonly (readonly [string, string])[] = [
  ['http://paper.example/a', 'https://paper.example/a'],
  ['https://PAPER.example/a', 'https://paper.example/a'],
  ['https://paper.example:443/a', 'https://paper.example/a'],
  ['http://paper.example:80/a', 'https://paper.example/a'],
  ['https://paper.example./a', 'https://paper.example/a'],
  ['https://paper.example', 'https://paper.example/'],
  ['https://paper.example/a#part', 'https://paper.example/a'],
  ['https://paper.example/a?utm_source=rss&utm_medium=feed', 'https://paper.example/a'],
  ['https://paper.example/a?id=7&fbclid=x&at_medium=RSS', 'https://paper.example/a?id=7'],
  ['https://paper.example/a?x=1&amp;y=2', 'https://paper.example/a?x=1&y=2'],
  [' https://paper.example/a ', 'https://paper.example/a'],
  ['https://user:pass@paper.example/a', 'https://paper.example/a'],
]
for (const [one, other] of same) {
  test(`${one} and ${other} are one page`, () => assert.equal(canonicalUrl(one), canonicalUrl(other)))
}

const different: readonly (readonly [string, string])[] = [
  ['https://paper.example/a', 'https://paper.example/b'],
  ['https://paper.example/a?id=1', 'https://paper.example/a?id=2'],
  ['https://paper.example/A', 'https://paper.example/a'],
  ['https://paper.example:8443/a', 'https://paper.example/a'],
  ['https://paper.example/a?source=1', 'https://paper.example/a'],
  ['https://wire.example/a', 'https://paper.example/a'],
  ['tag:paper.example,2024:1', 'tag:paper.example,2024:2'],
]
for (const [one, other] of different) {
  test(`${one} and ${other} are two`, () => assert.notEqual(canonicalUrl(one), canonicalUrl(other)))
}

test('an item is known by its id whatever happens to its link and title', () => {
  const key = itemKey({ id: 'tag:1', link: 'https://paper.example/a', title: 'Before' })
  assert.equal(itemKey({ id: ' tag:1 ', link: 'https://paper.example/b', title: 'After' }), key)
})

test('an item without id is known by its link', () => {
  const key = itemKey({ link: 'http://paper.example/a?utm_source=rss', title: 'Before' })
  assert.equal(itemKey({ link: 'https://paper.example/a', title: 'After' }), key)
})

test('an item without both is known by what it says', () => {
  const key = itemKey({ title: 'Talks', content: 'resume' })
  assert.equal(itemKey({ id: ' ', title: 'Talks', content: 'resume' }), key)
  assert.notEqual(itemKey({ title: 'Talks', content: 'end' }), key)
})
