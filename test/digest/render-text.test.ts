import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeDigest } from '../../src/digest/compose-digest.ts'
import { renderText } from '../../src/digest/render-text.ts'
import { sampleArticle } from './sample-article.ts'
import { sampleInput } from './sample-input.ts'

const digest = composeDigest({
  ...sampleInput,
  coverage: {
    feedCount: 24,
    articleCount: 183,
    failingFeeds: [{ name: 'Example Observer', reason: 'HTTP 503' }],
    partlyReadCount: 0,
  },
  articles: [
    sampleArticle({
      title: 'A peace offer',
      text: 'The peace offer came by night and was longer than a single line of a terminal, as they often are. Nobody knows.',
      url: `https://news.example/${'long-'.repeat(20)}link?utm_source=feed`,
      labels: ['generated-with-ai'],
      matched: { peace: ['peace offer', 'night'] },
    }),
    sampleArticle({
      articleId: 'x',
      title: 'Elsewhere',
      url: 'javascript:alert(1)',
      matched: { peace: ['Elsewhere'] },
    }),
  ],
})

test('the plain text reads well in 72 columns, every link alone on its line', () => {
  const rule = '-'.repeat(72)
  assert.equal(
    renderText(digest),
    `MORNING DIGEST
Friday 14 June 2024 · 2 new stories


PEACE PROPOSALS (2)
===================

A peace offer
Example Post · undated, seen 06:00 · generated with AI
The *peace offer* came by *night* and was longer than a single line of a
terminal, as they often are. Nobody knows.
Matches “peace offer” (title), “night” (text)
https://news.example/${'long-'.repeat(20)}link

Elsewhere
Example Post · undated, seen 06:00
A first sentence. A second sentence.
Matches “Elsewhere” (title)

Nothing new on NATO statements.

${rule}

Watched 24 feeds and read 183 articles.
Not answering: Example Observer, HTTP 503.

You get this because your address is on the list of “Morning digest”,
which watches Peace proposals and NATO statements.
The next one is due on Saturday 15 June 2024 at 07:00 (Europe/Berlin).
To change it, its topics or its readers, edit “morning” in
config/digests.yaml of the desk, or ask who runs it.
`,
  )
})

test('what has no room is counted under its topic', () => {
  const many = Array.from({ length: 61 }, (_, index) =>
    sampleArticle({ articleId: `${index}`, matched: { nato: ['title'] } }),
  )
  assert.match(renderText(composeDigest({ ...sampleInput, articles: many })), /\n\nand 1 more\n\n/)
})
