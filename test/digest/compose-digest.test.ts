import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Publication } from '../../src/article/publication.ts'
import { composeDigest } from '../../src/digest/compose-digest.ts'
import type { Digest, DigestItem, MatchedArticle } from '../../src/digest/digest.ts'
import { renderText } from '../../src/digest/render-text.ts'
import type { Evidence } from '../../src/topic/match.ts'
import { sampleArticle } from './sample-article.ts'
import { sampleInput } from './sample-input.ts'

function digestOf(...articles: readonly MatchedArticle[]): Digest {
  return composeDigest({ ...sampleInput, articles })
}

function itemOf(article: MatchedArticle): DigestItem {
  const item = digestOf(article).sections[0]?.items[0]
  assert.ok(item !== undefined)
  return item
}

function minute(iso: string): Publication {
  return { at: Date.parse(iso), precision: 'minute', zone: 'stated', source: 'meta', printed: iso }
}

const both = sampleArticle({
  articleId: 'both',
  title: 'NATO on the peace offer',
  published: minute('2024-06-14T03:00:00Z'),
  matched: { nato: ['NATO'], peace: ['peace offer'] },
})
const older = sampleArticle({
  articleId: 'older',
  title: 'A peace offer of yesterday',
  published: minute('2024-06-13T12:00:00Z'),
  matched: { peace: ['peace offer'] },
})
const alliance = sampleArticle({ articleId: 'alliance', title: 'NATO meets', matched: { nato: ['NATO'] } })

test('an article stands once, under its first topic in the order of the plan, which names the others', () => {
  const { sections } = digestOf(alliance, older, both)
  assert.deepEqual(
    sections.map((section) => [section.topicName, section.items.map((item) => [item.articleId, item.alsoTopics])]),
    [
      [
        'Peace proposals',
        [
          ['both', ['NATO statements']],
          ['older', []],
        ],
      ],
      ['NATO statements', [['alliance', []]]],
    ],
  )
})

test('topics outside the plan do not bring an article in', () => {
  const stranger = sampleArticle({ title: 'Grain ship sails', matched: { grain: ['Grain'] } })
  assert.deepEqual(digestOf(stranger).sections, [])
  const guest = sampleArticle({ title: 'NATO grain', matched: { grain: ['grain'], nato: ['NATO'] } })
  assert.deepEqual(itemOf(guest).alsoTopics, [])
})

test('a topic whose news all stands under others is not called quiet: it is told where to look', () => {
  const both = sampleArticle({ title: 'NATO on the plan', matched: { peace: ['plan'], nato: ['NATO'] } })
  const digest = digestOf(both)
  assert.deepEqual(digest.sharedTopics, [{ topicName: 'NATO statements', itemCount: 1 }])
  assert.deepEqual(digest.quietTopics, [])
  assert.match(digest.subject, /^1 new · Peace proposals, NATO statements · /)
  assert.match(renderText(digest), /Shown above under other topics: NATO statements \(1 story\)\./)
})

test('topics without news are named apart, in the order of the plan', () => {
  assert.deepEqual(digestOf(older).quietTopics, ['NATO statements'])
  assert.deepEqual(digestOf().quietTopics, ['Peace proposals', 'NATO statements'])
})

test('items stand freshest first, then by title, then by id; a date in the future is not fresher than now', () => {
  const at = (articleId: string, title: string, iso: string) =>
    sampleArticle({ articleId, title, published: minute(iso), matched: { peace: [title] } })
  const articles = [
    at('1', 'Older', '2024-06-13T10:00:00Z'),
    at('3', 'Same', '2024-06-14T01:00:00Z'),
    at('2', 'Same', '2024-06-14T01:00:00Z'),
    at('4', 'Before', '2024-06-14T01:00:00Z'),
    at('5', 'Zukunft', '2031-01-01T00:00:00Z'),
    at('6', 'Now', '2024-06-14T05:00:00Z'),
  ]
  const ids = digestOf(...articles).sections[0]?.items.map((item) => item.articleId)
  assert.deepEqual(ids, ['6', '5', '4', '2', '3', '1'])
})

test('the same articles in any order, or given twice, make the same digest', () => {
  const expected = digestOf(both, older, alliance)
  const shuffled = fc.shuffledSubarray([both, older, alliance, older], { minLength: 4 })
  fc.assert(fc.property(shuffled, (articles) => assert.deepEqual(digestOf(...articles), expected)))
})

const times: readonly { readonly published?: Publication; readonly when: string }[] = [
  { published: minute('2024-06-14T03:11:00Z'), when: '05:11' },
  { published: minute('2024-06-13T22:30:00Z'), when: '00:30' },
  { published: minute('2024-06-13T17:11:00Z'), when: '13 Jun 19:11' },
  { published: minute('2023-09-05T17:11:00Z'), when: '5 Sep 2023 19:11' },
  { published: { ...minute('2024-06-12T21:00:00Z'), precision: 'day' }, when: '13 Jun' },
  { published: { ...minute('2024-06-13T04:00:00Z'), precision: 'day' }, when: '13 Jun' },
  { published: { ...minute('2024-06-12T11:00:00Z'), precision: 'day' }, when: '13 Jun' },
  { when: 'undated, seen 06:00' },
]
for (const { published, when } of times) {
  const printed = published === undefined ? 'no date' : `${published.printed} by ${published.precision}`
  test(`${printed} is shown as "${when}" in Berlin`, () => {
    const article = sampleArticle({ matched: { peace: ['title'] }, ...(published !== undefined && { published }) })
    assert.equal(itemOf(article).when, when)
  })
}

const reasons = [
  {
    title: 'A peace offer',
    text: 'The cease-fire held. Ukraine waits. The peace offer stands.',
    phrases: ['Ukraine', 'peace offer', 'cease-fire'],
    reason: 'Matches “peace offer” (title), “cease-fire” and “Ukraine” (text)',
  },
  { title: 'Talks', text: 'A truce.', phrases: ['truce'], reason: 'Matches “truce” (text)' },
  { title: 'A truce', text: 'Nothing.', phrases: ['truce'], reason: 'Matches “truce” (title)' },
  {
    title: 'Talks',
    text: 'one two three four five.',
    phrases: ['one', 'two', 'three', 'four', 'five'],
    reason: 'Matches “one”, “two”, “three” and 2 more (text)',
  },
]
for (const { reason, phrases, ...article } of reasons) {
  test(`the reason reads: ${reason}`, () => {
    assert.equal(itemOf(sampleArticle({ ...article, matched: { peace: phrases } })).reason, reason)
  })
}

const subjects = [
  { names: ['Peace proposals', 'NATO statements'], subject: '2 new · Peace proposals, NATO statements · Fri 14 Jun' },
  {
    names: ['Peace proposals of all sides', 'NATO statements', 'Grain'],
    subject: '3 new · Peace proposals of all sides, NATO statements +1 · Fri 14 Jun',
  },
  {
    names: ['Everything that was ever proposed by anybody to end a war', 'NATO'],
    subject: '2 new · Everything that was ever proposed by anybody… +1 · Fri 14 Jun',
  },
  { names: [], subject: 'Nothing new · Morning digest · Fri 14 Jun' },
]
for (const { names, subject } of subjects) {
  test(`the subject "${subject}" fits and puts the news first`, () => {
    const topics = names.map((_, index) => `t${index}`)
    const digest = composeDigest({
      ...sampleInput,
      plan: { ...sampleInput.plan, topics },
      topicNames: new Map(names.map((name, index) => [`t${index}`, name])),
      articles: topics.map((id) => sampleArticle({ articleId: id, matched: { [id]: ['title'] } })),
    })
    assert.equal(digest.subject, subject)
    assert.ok(digest.subject.length <= 70)
  })
}

test('a topic of higher priority shows an article that others match too', () => {
  const topicTraits = new Map([['nato', { priority: 1 }]])
  const { sections } = composeDigest({ ...sampleInput, topicTraits, articles: [both, older, alliance] })
  assert.deepEqual(
    sections.map((section) => [section.topicId, section.items.map((item) => [item.articleId, item.alsoTopics])]),
    [
      ['peace', [['older', []]]],
      [
        'nato',
        [
          ['alliance', []],
          ['both', ['Peace proposals']],
        ],
      ],
    ],
  )
})

test('a topic says which phrase its snippets show', () => {
  const article = sampleArticle({
    title: 'Talks',
    text: 'A truce and a pact hold. Rain fell all day long on both of the capitals. Nothing was heard of it in the harbour or in the hills, said all who were asked there on Monday. Far away in the end an offer came.',
    matched: { peace: ['truce', 'pact', 'offer'] },
  })
  const snippetWith = (show?: string) => {
    const topicTraits = new Map([['peace', show === undefined ? {} : { show }]])
    const item = composeDigest({ ...sampleInput, topicTraits, articles: [article] }).sections[0]?.items[0]
    return item?.snippet.map((run) => run.text).join('')
  }
  assert.match(snippetWith() ?? '', /^A truce and a pact hold\./)
  assert.equal(snippetWith('offer'), 'Far away in the end an offer came.')
})

test('the reason names every field that counted', () => {
  const evidence = (field: Evidence['field'], words: string): Evidence => {
    return { clause: 'query', phrase: words, field, start: 0, end: words.length, words }
  }
  const matches = [
    {
      topicId: 'peace',
      evidence: [evidence('author', 'A. Writer'), evidence('speaker', 'N. Body'), evidence('body', 'truce')],
    },
  ]
  const { reason } = itemOf({ ...sampleArticle({}), matches })
  assert.equal(reason, 'Matches “truce” (text), “N. Body” (speaker), “A. Writer” (author)')
})

test('a mail that comes at once has the title of its one article, and its words behind it', () => {
  const plan = { ...sampleInput.plan, every: 'instant' } as const
  const one = composeDigest({ ...sampleInput, plan, articles: [{ ...alliance, title: `NATO ${'meets '.repeat(20)}` }] })
  assert.equal(one.subject, 'NATO meets meets meets meets meets meets meets meets meets meets…')
  assert.equal(one.preheader, 'A first sentence. A second sentence. · Watched 3 feeds and read 40 articles for you')
  const more = composeDigest({ ...sampleInput, plan, articles: [alliance, older] })
  assert.equal(more.subject, '2 new · Peace proposals, NATO statements · Fri 14 Jun 07:00')
  assert.match(renderText(more), /^MORNING DIGEST\nFriday 14 June 2024, 07:00 · 2 new stories\n/)
  assert.doesNotMatch(renderText(one), /Nothing new on/)
  assert.match(renderText(more), /The next one comes as soon as there is something new\./)
})

test('a roll-up tells the week in numbers', () => {
  const week = {
    articleCount: 12,
    articleCountBefore: 9,
    topics: [
      { topicName: 'Peace proposals', articleCount: 10, articleCountBefore: 7 },
      { topicName: 'NATO statements', articleCount: 2, articleCountBefore: 2 },
      { topicName: 'Grain', articleCount: 0, articleCountBefore: 3 },
      { topicName: 'Chess', articleCount: 0, articleCountBefore: 0 },
    ],
  }
  const plan = { ...sampleInput.plan, every: 'week' } as const
  const digest = composeDigest({ ...sampleInput, plan, articles: [older] })
  assert.equal(digest.subject, '1 this week · Peace proposals · Fri 14 Jun')
  const text = renderText({ ...digest, week })
  assert.match(text, /\nThe week to Friday 14 June 2024 · 1 new story\n/)
  assert.ok(
    text.includes(`12 articles matched, 9 in the week before.
Peace proposals: 10, 3 more than the week before.
NATO statements: 2, as many as the week before.
Grain: 0, 3 fewer than the week before.
Nothing in two weeks on Chess.
`),
    text,
  )
})

test('after downtime the mail says how many days it covers', () => {
  const text = renderText({ ...digestOf(older), coveredDays: 2 })
  assert.match(text, / · 1 new story in 2 days\n/)
  assert.match(text, /\nCovers 2 days\. Watched 3 feeds and read 40 articles\.\n/)
})

test('long lists of names end in a count', () => {
  const names = Array.from({ length: 40 }, (_, index) => `Name ${index}`)
  const topics = names.map((_, index) => `t${index}`)
  const text = renderText(
    composeDigest({
      ...sampleInput,
      plan: { ...sampleInput.plan, topics },
      topicNames: new Map(names.map((name, index) => [`t${index}`, name])),
      coverage: {
        feedCount: 1_200,
        articleCount: 40_000,
        failingFeeds: names.map((name) => ({ name, reason: 'timeout' })),
        silentFeeds: names,
        partlyReadCount: 0,
      },
    }),
  )
  const flowing = text.replace(/\s+/g, ' ')
  const eight = names.slice(0, 8).join(', ')
  assert.ok(flowing.includes(`Nothing new on ${eight} and 32 more.`), text)
  assert.ok(flowing.includes(`Silent for longer than usual: ${eight} and 32 more.`), text)
  assert.ok(flowing.includes('Not answering: Name 7, timeout. And 32 more feeds.'), text)
  assert.ok(flowing.includes('Watched 1,200 feeds and read 40,000 articles.'), text)
})

test('the preheader tells the top title of every topic first, and what was read when titles are short', () => {
  const long = digestOf(both, older, alliance).preheader
  assert.equal(long, 'NATO on the peace offer · NATO meets · A peace offer of yesterday')
  assert.equal(digestOf(alliance).preheader, 'NATO meets · Watched 3 feeds and read 40 articles for you')
  assert.equal(digestOf().preheader, 'Watched 3 feeds and read 40 articles for you')
})

test('a mail holds 60 items; each topic keeps its best and counts the rest', () => {
  const many = (topicId: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      sampleArticle({
        articleId: `${topicId}-${index}`,
        firstSeenAt: sampleInput.now - index,
        matched: { [topicId]: ['title'] },
      }),
    )
  const { sections, subject } = digestOf(...many('peace', 100), ...many('nato', 20))
  assert.deepEqual(
    sections.map((section) => [section.items.length, section.cutIds.length]),
    [
      [40, 60],
      [20, 0],
    ],
  )
  assert.equal(sections[0]?.items.at(-1)?.articleId, 'peace-39')
  assert.match(subject, /^120 new/)
})

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '<script>',
      '</td>',
      '\u202e',
      '\u2066',
      '\0',
      '\r\n',
      '\ud800',
      '=?utf-8?Q?x?=',
      '"',
      '&',
      ' ',
      '🕊',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 300,
})

test('hostile titles, names and texts become bounded lines that cannot act', () => {
  const acting = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
  fc.assert(
    fc.property(hostile, hostile, hostile, fc.nat(400), (title, outlet, text, length) => {
      const span = { start: Math.min(length, text.length), end: Math.min(length + 20, text.length) }
      const evidence = {
        clause: 'any',
        phrase: title,
        field: 'body',
        words: text.slice(span.start, span.end),
        ...span,
      } as const
      const article = {
        ...sampleArticle({ title, outlet, text }),
        matches: [{ topicId: 'peace', evidence: [evidence] }],
      }
      const digest = digestOf(article)
      const item = itemOf(article)
      const snippet = item.snippet.map((run) => run.text).join('')
      const lines = [digest.subject, digest.preheader, item.title, item.outlet, item.reason, snippet]
      for (const line of lines) assert.doesNotMatch(line, acting)
      assert.ok(item.title.length > 0 && item.title.length <= 200 && item.outlet.length <= 60)
      assert.ok(snippet.length <= 240, `${snippet.length}`)
      assert.ok(digest.subject.length <= 70)
      assert.ok(digest.preheader.length >= 40 && digest.preheader.length <= 110)
    }),
    { numRuns: 300 },
  )
})
