import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PageLink } from '../../src/article/collect-links.ts'
import { findLinks } from '../../src/article/find-links.ts'

const page = 'https://brackwater-echo.example/news/ferry'
const text = 'The council voted to keep the ferry.\n\nThe council of Melrath did not.'
const link = (words: Partial<PageLink>): PageLink => ({
  href: '/a',
  text: 'council',
  before: 'The',
  after: 'voted',
  ...words,
})

const cases: readonly (readonly [string, readonly PageLink[], readonly string[]])[] = [
  ['a link in the text', [link({})], ['https://brackwater-echo.example/a']],
  ['the same words elsewhere', [link({ before: 'Our', after: 'news' })], []],
  ['a part of the same page', [link({ href: '/news/ferry#spring' })], []],
  ['the home page', [link({ href: '/' })], []],
  ['no page of the web', [link({ href: 'ftp://brackwater-echo.example/a' })], []],
  ['an address that is none', [link({ href: 'http://[' })], []],
  ['the same address twice', [link({}), link({})], ['https://brackwater-echo.example/a']],
  [
    'two links in the order of the text',
    [link({ href: '/b', after: 'of Melrath' }), link({})],
    ['https://brackwater-echo.example/a', 'https://brackwater-echo.example/b'],
  ],
]

for (const [name, links, urls] of cases)
  test(name, () =>
    assert.deepEqual(
      findLinks(links, text, page).map(({ url }) => url),
      urls,
    ),
  )

test('never more than forty', () => {
  const many = Array.from({ length: 100 }, (_, index) => link({ href: `/a${index}` }))
  assert.equal(findLinks(many, text, page).length, 40)
})
