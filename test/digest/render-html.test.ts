import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { composeDigest } from '../../src/digest/compose-digest.ts'
import type { Coverage, MatchedArticle } from '../../src/digest/digest.ts'
import { renderHtml } from '../../src/digest/render-html.ts'
import { type ArticleSketch, sampleArticle } from './sample-article.ts'
import { sampleInput } from './sample-input.ts'

const TAGS = 'html head meta title style body table tbody tr td div h1 h2 h3 p a b span br img'.split(' ')

function htmlOf(articles: readonly MatchedArticle[], coverage: Partial<Coverage> = {}): string {
  return renderHtml(composeDigest({ ...sampleInput, articles, coverage: { ...sampleInput.coverage, ...coverage } }))
}

function documentOf(articles: readonly MatchedArticle[], coverage: Partial<Coverage> = {}): Document {
  return new JSDOM(htmlOf(articles, coverage)).window.document
}

function textsOf(document: Document, selector: string): readonly string[] {
  return [...document.querySelectorAll(selector)].map(
    (element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '',
  )
}

function article(sketch: ArticleSketch): MatchedArticle {
  return sampleArticle({ matched: { peace: ['peace'] }, ...sketch })
}

const two = [
  article({
    articleId: 'a',
    title: 'A peace offer',
    text: 'The peace offer came. Nobody knows.',
    url: 'https://news.example/one?utm_source=feed&id=7',
    labels: ['generated-with-ai'],
    quality: 'partial',
    matched: { peace: ['peace offer'], nato: ['offer'] },
  }),
  article({ articleId: 'b', title: 'NATO meets', matched: { nato: ['NATO'] } }),
]

test('headings make an outline: the digest, its topics, their items', () => {
  const document = documentOf(two)
  assert.deepEqual(textsOf(document, 'h1'), ['Morning digest'])
  assert.deepEqual(textsOf(document, 'h2'), ['Peace proposals 1', 'NATO statements 1'])
  assert.deepEqual(textsOf(document, 'h3'), ['A peace offer', 'NATO meets'])
})

test('an item shows outlet, time, what it is, its sentences with the words marked, and why it is there', () => {
  const document = documentOf(two)
  const item = document.querySelector('h3')?.parentElement
  assert.equal(
    item?.textContent?.replace(/\s+/g, ' ').trim(),
    'A peace offer Example Post · undated, seen 06:00 · generated with AI · read in part · also NATO statements The peace offer came. Nobody knows. Matches “peace offer” (title)',
  )
  assert.deepEqual(textsOf(document, 'b'), ['peace offer'])
})

test('links go to the articles themselves and nothing else is loaded', () => {
  const document = documentOf(two)
  const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))
  assert.deepEqual(links, ['https://news.example/one?id=7', 'https://news.example/one'])
  assert.equal(document.querySelectorAll('[src], [background], link, script').length, 0)
  assert.doesNotMatch(htmlOf(two), /url\(|@import/)
})

test('only tags that mail clients keep are used, in tables for layout at most three deep', () => {
  const document = documentOf(two)
  for (const element of document.querySelectorAll('*')) assert.ok(TAGS.includes(element.localName), element.localName)
  for (const table of document.querySelectorAll('table')) assert.equal(table.getAttribute('role'), 'presentation')
  assert.equal(document.querySelector('table table table table'), null)
})

test('colours do not depend on the style sheet', () => {
  const document = documentOf(two)
  for (const cell of document.querySelectorAll('td')) assert.match(cell.getAttribute('style') ?? '', /background:#/)
  for (const link of document.querySelectorAll('a')) assert.match(link.getAttribute('style') ?? '', /color:#/)
  const sizes = [...(document.body.innerHTML.match(/font(?:-size)?:[^;"]*?(\d+)px/g) ?? [])].map((size) =>
    parseInt(size.match(/\d+/)?.[0] ?? '', 10),
  )
  assert.deepEqual(
    sizes.filter((size) => size < 14 && size !== 1),
    [],
  )
})

test('dark scheme and languages are declared', () => {
  const document = documentOf([
    article({ articleId: 'uk', title: 'Мирний план', language: 'uk' }),
    article({ articleId: 'fa', title: 'صلح', language: 'fa' }),
    article({ articleId: 'en', title: 'Peace', language: 'en-GB' }),
    article({ articleId: 'odd', title: 'Odd', language: 'x" onclick="y' }),
  ])
  assert.equal(document.querySelector('meta[name="color-scheme"]')?.getAttribute('content'), 'light dark')
  assert.match(document.querySelector('style')?.textContent ?? '', /prefers-color-scheme:dark/)
  for (const element of [document.documentElement, document.body.firstElementChild]) {
    assert.deepEqual([element?.getAttribute('lang'), element?.getAttribute('dir')], ['en', 'ltr'])
  }
  const languages = [...document.querySelectorAll('h3')].map((title) => [title.lang, title.dir])
  assert.deepEqual(languages.toSorted(), [
    ['', ''],
    ['', ''],
    ['fa', 'rtl'],
    ['uk', 'ltr'],
  ])
})

test('the preheader comes first and is hidden', () => {
  const first = documentOf(two).querySelector('div div')
  assert.match(first?.getAttribute('style') ?? '', /display:none/)
  assert.match(first?.textContent ?? '', /^A peace offer · NATO meets/)
})

test('the coverage says what was read and what failed, the footer why and when next', () => {
  const document = documentOf([], {
    failingFeeds: [{ name: 'Example Observer', reason: 'HTTP 503' }],
    silentFeeds: ['Example Weekly'],
    partlyReadCount: 1,
  })
  const paragraphs = textsOf(document, 'td p')
  assert.deepEqual(paragraphs.slice(1), [
    'Nothing new on Peace proposals and NATO statements.',
    'What was read',
    'Watched 3 feeds and read 40 articles.',
    'Not answering: Example Observer, HTTP 503.',
    'Silent for longer than usual: Example Weekly.',
    '1 article could be read only in part.',
    'You get this because your address is on the list of “Morning digest”, which watches Peace proposals and NATO statements.',
    'The next one is due on Saturday 15 June 2024 at 07:00 (Europe/Berlin).',
    'To change it, its topics or its readers, edit “morning” in config/digests.yaml of the desk, or ask who runs it.',
  ])
})

test('when no feed answered, the mail does not pass for "no news"', () => {
  const failingFeeds = ['A', 'B', 'C'].map((name) => ({ name, reason: 'timeout' }))
  assert.match(documentOf([], { failingFeeds }).body.textContent ?? '', /No feed answered, so this mail cannot know/)
})

test('what has no room is counted under its topic and in the coverage', () => {
  const many = Array.from({ length: 74 }, (_, index) => article({ articleId: `${index}`, title: 'peace' }))
  const text = documentOf(many).body.textContent ?? ''
  assert.match(text, /and 14 more/)
  assert.match(text, /14 lower ranked stories did not fit into this mail/)
})

test('hostile words stay words', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      '<script>alert(1)</script>',
      '</td>',
      '</table>',
      '<!--',
      '"',
      "'",
      '>',
      '&amp;',
      '\0',
      '\u202e',
      'a',
      ' ',
    ),
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(hostile, hostile, hostile, (title, text, url) => {
      const document = documentOf(
        [
          article({ title: `t${title}`, text: `x${text}`, outlet: text, url: `https://news.example/${url}` }),
          article({ articleId: 'z', title: `u${title}`, url: `javascript:${url}`, matched: { nato: ['u'] } }),
        ].map((each) => ({ ...each, matches: [{ topicId: each.articleId === 'z' ? 'nato' : 'peace', evidence: [] }] })),
      )
      assert.equal(document.querySelector('script'), null)
      assert.equal(document.querySelectorAll('h3').length, 2)
      assert.equal(document.querySelectorAll('h3 a').length, 1)
      assert.equal(document.querySelectorAll('td td td').length, 0)
      assert.equal(document.querySelectorAll('td').length, documentOf(two).querySelectorAll('td').length)
      const expected = `t${title}`
        .replace(/[\0\u202e]/g, (sign) => (sign === '\0' ? ' ' : ''))
        .replace(/\s+/g, ' ')
        .trim()
      const shown = document.querySelector('h3')?.textContent ?? ''
      assert.ok(shown === expected || (shown.endsWith('…') && expected.startsWith(shown.slice(0, -1))), shown)
    }),
    { numRuns: 40 },
  )
})

test('links of the mail itself stand in its foot and behind what has no room', () => {
  const many = Array.from({ length: 61 }, (_, index) => article({ articleId: `${index}`, title: 'peace' }))
  const links = { viewUrl: 'https://desk.example/digest/t', unsubscribeUrl: 'https://desk.example/unsubscribe/t' }
  const { document } = new JSDOM(renderHtml({ ...composeDigest({ ...sampleInput, articles: many }), links })).window
  const ours = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="desk.example"]')]
  assert.deepEqual(
    ours.map((link) => [link.textContent, link.href]),
    [
      ['and 1 more', links.viewUrl],
      ['View on the page', links.viewUrl],
      ['Unsubscribe', links.unsubscribeUrl],
    ],
  )
})

test('what the operator should know stands before the news', () => {
  const notice = 'An edit of config/topics.yaml was not taken over.'
  const { document } = new JSDOM(renderHtml({ ...composeDigest({ ...sampleInput, articles: two }), notice })).window
  const texts = textsOf(document, '.n, h3')
  assert.deepEqual(texts, [notice, 'A peace offer', 'NATO meets'])
})
