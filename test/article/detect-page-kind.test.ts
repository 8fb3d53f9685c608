import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cleanHtml } from '../../src/article/clean-html.ts'
import { detectPageKind } from '../../src/article/detect-page-kind.ts'
import { parseDocument } from '../../src/article/parse-document.ts'
import { readPageFacts } from '../../src/article/read-page-facts.ts'

const HEADLINES = [
  'Lighthouse keeper retires after forty years at the lamp',
  'Two swans close the market street for a morning',
  'School orchestra wins the county cup in Melrath',
  'Museum buys back a boat that it sold in 1961',
  'Treasurer warns of an empty till before winter',
  'Rain expected over the whole weekend on the coast',
]
const PROSE = HEADLINES.map(
  (_, index) => `Clerk number ${index} wrote it down twice, since nobody had told the clerk before that it was not so.`,
)
const links = HEADLINES.map((text, index) => `<h3><a href="/news/${index}">${text}</a></h3>`)
/** Each paragraph under a headline that leads elsewhere. */
const TEASERS = links.map((link, index) => `${link}<p>${PROSE[index]}</p>`).join('')
/** The same paragraphs in a row, and the headlines after all of them. */
const ARTICLE_AND_LINKS = `${PROSE.map((text) => `<p>${text}</p>`).join('')}<h2>More</h2>${links.join('')}`

describe('a page under whose headlines one paragraph each stands', () => {
  const cases = [
    ['is a list', '', 'list'],
    ['is an article when its data describe one', jsonLd({ '@type': 'NewsArticle', headline: 'News' }), 'article'],
    ['is an article when it says so to other sites', meta('og:type', 'article'), 'article'],
    ['is an article when it has a day of publication', meta('article:published_time', '2024-06-14'), 'article'],
    ['is a list when it is a website to other sites', meta('og:type', 'website'), 'list'],
    [
      'is a list when its data describe another page’s article',
      jsonLd({ '@type': 'NewsArticle', headline: 'Otters return to the Melrath canal', url: '/news/otters' }),
      'list',
    ],
  ] as const
  for (const [name, head, kind] of cases) it(name, () => assert.equal(kindOf(head, TEASERS), kind))
})

describe('a page whose paragraphs follow one another, with headlines of others below', () => {
  const otherArticle = { '@type': 'NewsArticle', headline: 'Otters return to the Melrath canal', url: '/news/otters' }
  const cases = [
    ['is an article', '', 'article'],
    ['is a list when its data say ItemList', jsonLd({ '@type': 'ItemList' }), 'list'],
    ['is a list when its data say CollectionPage', jsonLd({ '@type': 'CollectionPage' }), 'list'],
    ['is a list when its data say SearchResultsPage', jsonLd({ '@type': 'SearchResultsPage' }), 'list'],
    ['is an article when its data say WebPage', jsonLd({ '@type': 'WebPage' }), 'article'],
    [
      'is an article when its data tell of a list and a news article',
      jsonLd({ '@type': 'ItemList' }, otherArticle),
      'article',
    ],
    [
      'is an article with a list when it says that it is one',
      meta('og:type', 'article') + jsonLd({ '@type': 'ItemList' }),
      'article',
    ],
  ] as const
  for (const [name, head, kind] of cases) it(name, () => assert.equal(kindOf(head, ARTICLE_AND_LINKS), kind))
})

it('fewer headlines than a list has make none, whatever its data say', () => {
  const body = ARTICLE_AND_LINKS.replace(links[0] ?? '', '')
  assert.equal(kindOf(jsonLd({ '@type': 'ItemList' }), body), 'article')
})

function kindOf(head: string, body: string): string {
  const html = `<html lang="en"><head><title>News</title>${head}</head><body><h1>News</h1>${body}</body></html>`
  const clean = cleanHtml(html)
  const facts = readPageFacts(parseDocument(clean.html), clean, { url: 'https://brackwater-echo.example/news' })
  return detectPageKind(facts, PROSE).kind
}

function jsonLd(...nodes: readonly object[]): string {
  return `<script type="application/ld+json">${JSON.stringify(nodes)}</script>`
}

function meta(property: string, content: string): string {
  return `<meta property="${property}" content="${content}">`
}
