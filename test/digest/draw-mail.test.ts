import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import PostalMime from 'postal-mime'
import { composeDigest } from '../../src/digest/compose-digest.ts'
import { countItems } from '../../src/digest/count-items.ts'
import type { Digest, MatchedArticle } from '../../src/digest/digest.ts'
import { type DrawnMail, drawMail } from '../../src/digest/draw-mail.ts'
import { encodedLength } from '../../src/digest/encoded-length.ts'
import { htmlStyleSheet } from '../../src/digest/html-style.ts'
import { composeMail } from '../../src/mail/compose-mail.ts'
import { sampleArticle } from './sample-article.ts'
import { sampleInput } from './sample-input.ts'
import { sampleStatement } from './sample-statement.ts'

const LARGEST_HTML = 90_000
const HOSTILE = [
  '<script>alert(1)</script>',
  '</td></table>',
  '\u202e',
  '\0',
  '=',
  '&',
  '"',
  '🕊',
  'Ж',
  '\r\n',
  ' ',
  'word',
]
const links = {
  viewUrl: `https://desk.example/digest/${'t'.repeat(200)}`,
  unsubscribeUrl: `https://desk.example/unsubscribe/${'t'.repeat(200)}`,
}

async function emlOf({ html, text }: Pick<DrawnMail, 'html' | 'text'>): Promise<Uint8Array> {
  const frame = { from: 'desk@desk.example', to: 'reader@home.example', subject: 's', listId: 'l', date: 0 }
  return composeMail({ ...frame, messageId: '<a@desk.example>', html, text })
}

/** The HTML part as it lies in the mail. */
async function encodedPart(drawn: Pick<DrawnMail, 'html' | 'text'>): Promise<string> {
  const eml = new TextDecoder().decode(await emlOf(drawn))
  const headers = eml.slice(eml.indexOf('Content-Type: text/html'))
  const body = headers.slice(headers.indexOf('\r\n\r\n') + 4)
  return body.slice(0, body.lastIndexOf('\r\n--'))
}

function longArticle(index: number): MatchedArticle {
  return sampleArticle({
    articleId: `${index}`,
    title: `A peace offer ${'with more to say '.repeat(4)}`,
    text: `The peace offer ${'of many words '.repeat(16)}ends.`,
    url: `https://news.example/${'section/'.repeat(34)}${index}`.padEnd(300, 'x'),
    matched: { peace: ['peace offer', 'many words'], nato: ['ends'] },
  })
}

function digestOf(articles: readonly MatchedArticle[], itemLimit = 60): Digest {
  return { ...composeDigest({ ...sampleInput, plan: { ...sampleInput.plan, itemLimit }, articles }), links }
}

function itemIds({ sections }: Digest): readonly string[] {
  return sections.flatMap((section) => section.items.map((item) => item.articleId))
}

test('60 items with links of 300 signs fit into one mail, whole', async () => {
  const digest = digestOf(Array.from({ length: 60 }, (_, index) => longArticle(index)))
  const drawn = drawMail(digest)
  assert.equal(drawn.digest, digest)
  const part = await encodedPart(drawn)
  assert.ok(part.length > 60_000 && part.length <= LARGEST_HTML, `${part.length} bytes`)
  assert.ok(htmlStyleSheet.length <= 8 * 1_024)
})

test('over budget the lowest ranked items of the longest topics become a line with a link', async () => {
  const articles = Array.from({ length: 1_000 }, (_, index) => ({
    ...longArticle(index),
    firstSeenAt: sampleInput.now - index,
    matches: longArticle(index).matches.filter((match) => match.topicId === (index % 50 === 0 ? 'nato' : 'peace')),
  }))
  const digest = digestOf(articles, 1_000)
  const drawn = drawMail(digest)
  const [peace, nato] = drawn.digest.sections
  assert.ok(peace !== undefined && nato !== undefined)
  assert.deepEqual([nato.items.length, nato.cutIds], [20, []])
  assert.ok(peace.items.length > 40 && peace.cutIds.length > 800)
  assert.equal(countItems(drawn.digest.sections), 1_000)
  const before = digest.sections[0]?.items.map((item) => item.articleId)
  assert.deepEqual([...peace.items.map((item) => item.articleId), ...peace.cutIds], before)
  const part = await encodedPart(drawn)
  assert.ok(part.length > 80_000 && part.length <= LARGEST_HTML, `${part.length} bytes`)
  const { document } = new JSDOM(drawn.html).window
  const more = [...document.querySelectorAll('a')].find(
    (link) => link.textContent === `and ${peace.cutIds.length} more`,
  )
  assert.equal(more?.getAttribute('href'), links.viewUrl)
  assert.ok(drawn.text.includes(`\nand ${peace.cutIds.length} more:\n${links.viewUrl}\n`))
  assert.match(drawn.html, /<\/html>\s*$/)
})

const sign = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }))
const words = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''))

test('whatever feeds say and however much, the mail stays within its size and every item is told or counted', async () => {
  const sketch = fc.record({
    title: words,
    outlet: words,
    text: words,
    url: words,
    times: fc.integer({ min: 1, max: 60 }),
  })
  const many = fc.record({
    count: fc.integer({ min: 1, max: 1_000 }),
    storySize: fc.integer({ min: 1, max: 9 }),
    sketches: fc.array(sketch, { minLength: 1, maxLength: 5 }),
  })
  await fc.assert(
    fc.asyncProperty(many, fc.integer({ min: 1, max: 300 }), async ({ count, storySize, sketches }, topicCount) => {
      const topics = Array.from({ length: topicCount }, (_, index) => `t${index}`)
      const articles = Array.from({ length: count }, (_, index): MatchedArticle => {
        const { times, ...each } = sketches[index % sketches.length] ?? assert.fail()
        const text = each.text.repeat(times)
        const evidence = {
          clause: 'any',
          phrase: text,
          field: 'body',
          start: 0,
          end: text.length,
          words: text,
        } as const
        const told = { ...each, articleId: `${index}`, title: each.title.repeat(times), text }
        const url = `https://news.example/${each.url.repeat(times).slice(0, 300)}`
        const statements = [sampleStatement(text, text, { speaker: { name: told.title }, carriedBy: [each.outlet] })]
        const outlet = `${each.outlet} ${index % 7}`
        const storyId = `s${index - (index % storySize)}`
        return {
          ...sampleArticle({ ...told, url, outlet, statements, storyId }),
          matches: [{ topicId: `t${(index - (index % storySize)) % topicCount}`, evidence: [evidence] }],
        }
      })
      const topicNames = new Map(topics.map((id, index) => [id, `${sketches[index % sketches.length]?.title} ${id}`]))
      const plan = { ...sampleInput.plan, topics, itemLimit: 1_000 }
      const drawn = drawMail({ ...composeDigest({ ...sampleInput, plan, topicNames, articles }), links })
      const part = await encodedPart(drawn)
      assert.ok(part.length <= LARGEST_HTML, `${part.length} bytes`)
      assert.ok(part.length <= encodedLength(drawn.html))
      assert.equal(countItems(drawn.digest.sections), Math.ceil(count / storySize))
      const { document } = new JSDOM(drawn.html).window
      assert.equal(document.querySelectorAll('h3').length, itemIds(drawn.digest).length)
      assert.equal(document.querySelector('script'), null)
    }),
    { numRuns: 15 },
  )
})

test('both parts tell the same titles, links and statements', async () => {
  const articles = Array.from({ length: 70 }, (_, index) => ({
    ...longArticle(index),
    outlet: `Outlet ${index % 3}`,
    storyId: `s${Math.floor(index / 3)}`,
    statements: [
      sampleStatement('', `“Words of number ${index} are said.”`, { speaker: { name: `Speaker ${index}` } }),
    ],
  }))
  const drawn = drawMail(digestOf(articles))
  const said = drawn.digest.sections.flatMap((section) => section.items.flatMap((item) => item.statements ?? []))
  assert.ok(said.length > 50)
  const { html, text } = await PostalMime.parse(await emlOf(drawn))
  const { document } = new JSDOM(html ?? '').window
  const inHtml = new Set([...document.querySelectorAll('a')].map((link) => link.getAttribute('href')))
  const lines = (text ?? '').split('\n').map((line) => line.trimEnd())
  assert.deepEqual(new Set(lines.filter((line) => line.startsWith('https://'))), inHtml)
  const flowing = lines.map((line) => line.trim()).join(' ')
  for (const statement of said) {
    for (const part of [flowing, document.body.textContent ?? '']) {
      assert.ok(part.includes(`${statement.speaker}: ${statement.words}`), statement.words)
    }
  }
  for (const title of document.querySelectorAll('h1, h3')) {
    assert.ok(flowing.toLowerCase().includes(title.textContent?.toLowerCase() ?? '?'), title.textContent ?? '')
  }
})

test('the meter never says less than the mail weighs, and little more', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 40 }), async (lines) => {
      const html = `<p>${lines.join('</p>\n<p>').replace(/[\r\0]/g, '')}${'x'.repeat(300)}</p>`.toWellFormed()
      const part = await encodedPart({ html, text: 't' })
      const measured = encodedLength(html)
      assert.ok(measured >= part.length && measured <= part.length * 1.06 + 8, `${measured} for ${part.length}`)
    }),
    { numRuns: 40, examples: [[[' \n', 'a \n ']]] },
  )
})
