import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findOtherForms, type OtherForms } from '../../src/article/find-other-forms.ts'
import { parseDocument } from '../../src/article/parse-document.ts'

const page = 'https://echo.example/news/ferry.html'

const cases: readonly (readonly [string, string, Partial<OtherForms>])[] = [
  ['an AMP form', '<link rel="amphtml" href="/amp/ferry">', { alternateUrls: ['https://echo.example/amp/ferry'] }],
  [
    'an AMP form on the site’s own host for them',
    '<link rel="amphtml" href="https://amp.echo.example/ferry">',
    { alternateUrls: ['https://amp.echo.example/ferry'] },
  ],
  ['an AMP form of somebody else', '<link rel="amphtml" href="https://cache.example/ferry">', {}],
  ['a print form', '<a href="?print=1">Print</a>', { alternateUrls: ['https://echo.example/news/ferry.html?print=1'] }],
  ['a link about print', '<a href="/shop">Print edition for one crown</a>', {}],
  ['a second page', '<a href="/news/ferry-2.html">2</a>', { nextUrl: 'https://echo.example/news/ferry-2.html' }],
  ['a second page by a parameter', '<a href="?page=2">2</a>', { nextUrl: `${page}?page=2` }],
  ['a second page of comments', '<a href="?page=2#comments">2</a>', {}],
  ['a 2 that leads elsewhere', '<a href="/news/bridge?page=2">2</a>', {}],
  ['an address that is none', '<a href="http://[">2</a>', {}],
]

for (const [name, html, expected] of cases)
  test(name, () =>
    assert.deepEqual(findOtherForms(parseDocument(html), page, undefined), { alternateUrls: [], ...expected }),
  )

const refreshes: readonly (readonly [string, string | undefined])[] = [
  ['0; url=/news/bridge', 'https://echo.example/news/bridge'],
  ["5;URL='/news/bridge'", 'https://echo.example/news/bridge'],
  ['300', undefined],
  ['300; url=/news/ferry.html', undefined],
  ['0; url=https://elsewhere.example/', undefined],
]

for (const [refresh, url] of refreshes)
  test(`“${refresh}” leads ${url ?? 'nowhere'}`, () =>
    assert.equal(findOtherForms(parseDocument(''), page, refresh).refreshUrl, url))
