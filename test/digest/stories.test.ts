import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { composeDigest, type DigestInput } from '../../src/digest/compose-digest.ts'
import type { Digest, DigestItem, MatchedArticle, StoryBefore } from '../../src/digest/digest.ts'
import { renderText } from '../../src/digest/render-text.ts'
import { settledArticles } from '../../src/digest/settled-articles.ts'
import { toldIds } from '../../src/digest/told-ids.ts'
import { type ArticleSketch, sampleArticle } from './sample-article.ts'
import { sampleInput } from './sample-input.ts'
import { samplePlan } from './sample-plan.ts'

function report(articleId: string, sketch: ArticleSketch & { readonly at?: string } = {}): MatchedArticle {
  const { at = '02:00', ...given } = sketch
  const printed = `2024-06-14T${at}:00Z`
  return sampleArticle({
    articleId,
    url: `https://${articleId}.example/news`,
    outlet: `Outlet ${articleId}`,
    title: `Report ${articleId}`,
    published: { at: Date.parse(printed), precision: 'minute', zone: 'stated', source: 'meta', printed },
    storyId: 'story',
    matched: { peace: ['Report'] },
    ...given,
  })
}

function digestOf(articles: readonly MatchedArticle[], more: Partial<DigestInput> = {}): Digest {
  return composeDigest({ ...sampleInput, ...more, articles })
}

function onlyItem(digest: Digest): DigestItem {
  const items = digest.sections.flatMap((section) => section.items)
  const [item] = items
  assert.equal(items.length, 1)
  assert.ok(item)
  return item
}

const fact = (text: string, words: string, kind: 'statement' | 'number' | 'actor' | 'place' = 'number') => {
  return { kind, words, start: 0, end: text.length }
}
const told = (storyId: string, ...ids: readonly string[]): StoryBefore => ({
  storyId,
  told: ids.map((articleId) => ({ articleId, outlet: `Outlet ${articleId}`, agencies: [] })),
})

test('articles of one story are one entry, which links the other outlets in the order in which they came out', () => {
  const item = onlyItem(digestOf([report('c', { at: '03:00' }), report('a', { at: '04:00' }), report('b')]))
  assert.equal(item.articleId, 'a')
  assert.deepEqual(
    item.carriers?.map(({ outlet, url }) => [outlet, url]),
    [
      ['Outlet b', 'https://b.example/news'],
      ['Outlet c', 'https://c.example/news'],
    ],
  )
  assert.equal(item.sources, '3 outlets, all independent.')
  assert.deepEqual(
    item.timeline?.map(({ when, outlet }) => `${when} ${outlet}`),
    ['04:00 Outlet b', '05:00 Outlet c', '06:00 Outlet a'],
  )
})

const leads: readonly (readonly [what: string, better: Partial<MatchedArticle>, worse: Partial<MatchedArticle>])[] = [
  ['what is no copy', {}, { copy: { ofArticleId: 'x', relation: 'copy', share: 1 } }],
  [
    'a copy with more in it',
    { copy: { ofArticleId: 'x', relation: 'update', share: 0.7 } },
    { copy: { ofArticleId: 'x', relation: 'cut', share: 1 } },
  ],
  ['what was read in full', {}, { quality: 'partial' }],
  ['what could be read in part', { quality: 'partial' }, { quality: 'failed' }],
  ['what no machine made', {}, { labels: ['generated-with-ai'] }],
]
for (const [what, better, worse] of leads) {
  test(`${what} stands for its story, even when it is older`, () => {
    const articles = [
      { ...report('old', { at: '01:00' }), ...better },
      { ...report('new', { at: '04:00' }), ...worse },
    ]
    assert.equal(onlyItem(digestOf(articles)).articleId, 'old')
  })
}

test('a label stands at the outlet it belongs to', () => {
  const digest = digestOf([report('a'), report('b', { labels: ['generated-with-ai'] })])
  assert.deepEqual(onlyItem(digest).labels, [])
  assert.deepEqual(onlyItem(digest).carriers?.[0]?.labels, ['generated-with-ai'])
  assert.match(renderText(digest), /\nAlso in Outlet b \(generated with AI\):\nhttps:\/\/b\.example\/news\n/)
})

test('a story stands under one topic and is led by an article that matches it; chips name the topics of all', () => {
  const articles = [
    report('a', { at: '04:00', matched: { nato: ['Report'] } }),
    report('b', { at: '03:00', matched: { peace: ['Report'] } }),
  ]
  const digest = digestOf(articles)
  assert.deepEqual(
    digest.sections.map((section) => [section.topicId, section.items.map((item) => [item.articleId, item.alsoTopics])]),
    [['peace', [['b', ['NATO statements']]]]],
  )
  assert.deepEqual(digest.sharedTopics, [{ topicName: 'NATO statements', itemCount: 1 }])
})

const three = ['x', 'y', 'z'].map((id) => report(id, { storyId: 'wide', at: '01:00' }))
const fresh = report('f', { storyId: 'fresh', at: '04:30' })

test('what more independent outlets carry comes first, or what is newest, as the digest says', () => {
  const order = (given: Partial<typeof samplePlan>) =>
    digestOf([...three, fresh], { plan: { ...samplePlan, ...given } }).sections[0]?.items.map((item) => item.articleId)
  assert.deepEqual(order({}), ['x', 'f'])
  assert.deepEqual(order({ order: 'time' }), ['f', 'x'])
  assert.deepEqual(order({ order: 'time', every: 'week' }), ['x', 'f'])
})

test('a story below the least weight is counted, not called quiet, and not counted as told', () => {
  const plan = { ...samplePlan, minWeight: 2 }
  const nato = report('n', { storyId: 'thin', matched: { nato: ['Report'] } })
  const digest = digestOf([...three, fresh, nato], { plan })
  assert.equal(onlyItem(digest).articleId, 'x')
  assert.deepEqual(digest.heldBack, { storyCount: 2, minWeight: 2 })
  assert.deepEqual(digest.quietTopics, [])
  assert.deepEqual(toldIds(plan, [...three, fresh, nato], []), ['x', 'y', 'z'])
  assert.match(
    renderText(digest).replaceAll('\n', ' '),
    /2 stories are held back, since they have fewer than 2 independent outlets/,
  )
})

test('a story told before returns with what is new, and its repeats are counted', () => {
  const text = 'The group of 41 states met on Saturday. It set out five terms.'
  const articles = [
    report('new', { text, newFacts: [fact('The group of 41 states met on Saturday.', '41')] }),
    report('again', { at: '04:00', newFacts: [] }),
    report('copied', { at: '04:30', copy: { ofArticleId: 'old', relation: 'copy', share: 1 } }),
  ]
  const before = [told('story', 'old')]
  const digest = digestOf(articles, { before })
  const item = onlyItem(digest)
  assert.equal(item.articleId, 'new')
  assert.equal(item.carriers, undefined)
  assert.deepEqual(item.snippet, [
    { text: 'The group of ', marked: false },
    { text: '41', marked: true },
    { text: ' states met on Saturday.', marked: false },
  ])
  const shown = renderText(digest)
  assert.match(shown, /\nNew: The group of \*41\* states met on Saturday\.\n2 more reports without news\.\n/)
  assert.deepEqual(toldIds(samplePlan, articles, before), ['new', 'again', 'copied'])
})

test('a story told before without anything new is not shown; a line counts it', () => {
  const digest = digestOf([report('again', { newFacts: [] }), report('b')], { before: [told('story', 'old')] })
  assert.deepEqual(digest.sections, [])
  assert.deepEqual(digest.quietTopics, ['Peace proposals', 'NATO statements'])
  assert.match(renderText(digest), /\n2 more reports on stories told before, without news\.\n/)
  assert.match(digest.subject, /^Nothing new/)
})

test('what is new to a story of which the reader was told nothing is a story like any other', () => {
  const item = onlyItem(
    digestOf([report('a', { newFacts: [fact('A first sentence.', 'first')] })], { before: [told('story')] }),
  )
  assert.equal(item.isFollowUp, undefined)
})

test('the weight of a follow-up counts who carried the story before', () => {
  const plan = { ...samplePlan, minWeight: 3 }
  const followUp = report('a', { newFacts: [fact('A first sentence.', 'first')] })
  assert.equal(onlyItem(digestOf([followUp], { plan, before: [told('story', 'p')] })).articleId, 'a')
  const order = digestOf([...three, followUp], { before: [told('story', 'p', 'q', 'r')] }).sections[0]?.items
  assert.deepEqual(
    order?.map((item) => item.articleId),
    ['a', 'x'],
  )
})

test('an analyst’s name for a story is its title', () => {
  const before = [{ ...told('story'), title: 'The sheet of nine towns' }]
  assert.equal(onlyItem(digestOf([report('a')], { before })).title, 'The sheet of nine towns')
})

test('of many outlets six are linked and the rest is counted; several reports of one outlet are one link', () => {
  const many = Array.from({ length: 10 }, (_, index) => report(`o${index}`))
  const item = onlyItem(digestOf([...many, report('extra', { outlet: 'Outlet o1', at: '01:00' })]))
  assert.equal(item.carriers?.length, 6)
  assert.equal(item.moreCarrierCount, 3)
  assert.equal(item.sources, '11 reports in 10 outlets, all independent.')
})

test('the same articles in any order make the same digest', () => {
  const articles = [...three, fresh, report('a', { labels: ['opinion'] }), report('b'), report('c', { at: '03:00' })]
  const before = [told('fresh', 'old')]
  const expected = digestOf(articles, { before })
  const shuffled = fc.shuffledSubarray(articles, { minLength: articles.length })
  fc.assert(fc.property(shuffled, (each) => assert.deepEqual(digestOf(each, { before }), expected)))
})

test('an instant mail tells the stories that have come to rest and leaves those that go on', () => {
  const seen = (id: string, storyId: string, minute: number) =>
    report(id, { storyId, firstSeenAt: sampleInput.now + minute * 60_000 })
  const articles = [
    seen('a', 'rests', 0),
    seen('b', 'goes-on', 0),
    seen('c', 'goes-on', 1.5),
    seen('d', 'long', -3),
    seen('e', 'long', 1.9),
  ]
  const ids = settledArticles(samplePlan, articles, sampleInput.now + 2 * 60_000).map((each) => each.articleId)
  assert.deepEqual(ids.toSorted(), ['a', 'd', 'e'])
})
