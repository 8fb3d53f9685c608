import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cleanHtml } from '../../src/article/clean-html.ts'
import { detectTeaser } from '../../src/article/detect-teaser.ts'
import { parseDocument } from '../../src/article/parse-document.ts'
import { readPageFacts } from '../../src/article/read-page-facts.ts'

const OPENING =
  'The harbour office opened the new pier on Monday, two years later than it had promised to the fishermen.'
const OFFER = 'Subscribe to continue reading.'

describe('a short text', () => {
  const cases = [
    ['is whole when nothing is said', '', [], false],
    ['is a teaser when the page’s data say that it is not free', stated(false), [], true],
    ['is a teaser when they say so in words', stated('False'), [], true],
    ['is whole when they say that it is free', stated(true), [], false],
    ['is whole when they say that it is free, whatever is offered below', stated('True'), [OFFER], false],
    ['is whole when they say that it is free, whatever its tier', stated(true) + tier('locked'), [], false],
    ['is a teaser of the tier locked', tier('locked'), [], true],
    ['is a teaser of the tier paid', tier('paid'), [], true],
    ['is a teaser of the tier premium', tier('Premium'), [], true],
    ['is a teaser of the tier subscriber', tier('subscriber-only'), [], true],
    ['is whole of the tier free', tier('free'), [], false],
    ['is whole of the tier metered', tier('metered'), [], false],
    ['is a teaser when the rest is offered below', '', [OFFER], true],
    ['is a teaser of the tier free when the rest is offered below', tier('free'), [OFFER], true],
  ] as const
  for (const [name, head, after, expected] of cases) {
    it(name, () => assert.equal(isTeaser(head, [OPENING], after), expected))
  }
})

describe('a long text is no teaser', () => {
  const long = Array.from({ length: 15 }, (_, index) => `${OPENING} It was said ${index} times.`)
  for (const [name, head] of [
    ['when the page’s data say that it is not free', stated(false)],
    ['of the tier locked', tier('locked')],
  ] as const) {
    it(name, () => assert.equal(isTeaser(head, long, [OFFER]), false))
  }
})

function isTeaser(head: string, text: readonly string[], after: readonly string[]): boolean {
  const body = [...text, ...after].map((paragraph) => `<p>${paragraph}</p>`).join('')
  const html = `<html lang="en"><head><title>New pier</title>${head}</head><body><h1>New pier</h1>${body}</body></html>`
  const clean = cleanHtml(html)
  const facts = readPageFacts(parseDocument(clean.html), clean, { url: 'https://brackwater-echo.example/pier' })
  return detectTeaser(facts, text)
}

function stated(isAccessibleForFree: boolean | string): string {
  const node = { '@type': 'NewsArticle', headline: 'New pier', isAccessibleForFree }
  return `<script type="application/ld+json">${JSON.stringify(node)}</script>`
}

function tier(content: string): string {
  return `<meta property="article:content_tier" content="${content}">`
}
