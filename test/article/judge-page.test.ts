import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BlockModel } from '../../src/article/block-model.ts'
import { judgePage } from '../../src/article/judge-page.ts'
import { BLOCK_FEATURES } from '../../src/article/measure-blocks.ts'
import type { PageBlock } from '../../src/article/page-block.ts'
import { type WeighedBlock, weighBlocks } from '../../src/article/weigh-blocks.ts'

const linkShare = BLOCK_FEATURES.indexOf('link share')
/** Articles have few links. */
const model: BlockModel = {
  trees: [
    {
      feature: [linkShare, linkShare, -1, -1, linkShare, -1, -1],
      bound: [0.3, 0.1, 0, 0, 0.95, 0, 0],
      right: [4, 3, 0, 0, 6, 0, 0],
      value: [0, 0, 2, 0.2, 0, -2, -4],
    },
  ],
}
const prose =
  'The council of Brackwater voted on Friday to keep the old ferry running for another year, after a long debate.'

test('a paragraph that Readability lost comes back in its place', () => {
  const judged = judgePage(
    [weighed(prose), weighed('It costs a coin.', { isPicked: false }), weighed('So it is.')],
    model,
  )
  assert.deepEqual(
    judged.map(({ block, why }) => [block.text, why]),
    [
      [prose, undefined],
      ['It costs a coin.', undefined],
      ['So it is.', undefined],
    ],
  )
})

test('what the model takes out is told by what spoke against it', () => {
  const [, second] = judgePage([weighed(prose), weighed('Swans close the market street', { links: 0.9 })], model)
  assert.equal(second?.why, 'unlike the article by its links')
})

test('what Readability left out and the model does not want is not judged again', () => {
  assert.equal(judgePage([weighed(prose), weighed('Swans', { links: 0.9, isPicked: false })], model).length, 1)
})

const line = 'So it is.'
const paragraph = 'The ferry carries about ninety people a day, and the bridge would cost more than the town has.'
const unsure = 0.2
const certain = [
  'ornament',
  'not shown',
  'another article',
  'comment notice',
  'counter or time',
  'notice: generated with AI',
  'label of the page',
  'the title repeated',
  'breadcrumb',
  'byline',
  'dateline',
  'comments',
  'share buttons',
  'cookie or consent notice',
  'consent to outside content',
  'copyright notice',
  'page control',
  'donation box',
  'follow box',
  'advertisement label',
  'stands on other pages of this site',
]
const likely = [
  'caption',
  'said before',
  'newsletter box',
  'paywall offer',
  'picture credit',
  'related headlines',
  'after the end',
]
const rules: readonly (readonly [string, string, number, string | undefined])[] = [
  ...certain.map((rule) => [rule, paragraph, 0, rule] as const),
  ...likely.map((rule) => [rule, line, 0, rule] as const),
  ...likely.map((rule) => [rule, paragraph, 0, undefined] as const),
  ['after the end', paragraph, unsure, 'after the end'],
  ['list of links', line, 0, undefined],
]
for (const [rule, text, links, why] of rules) {
  const name = `${rule}, a ${text === line ? 'line' : 'paragraph'}${links === unsure ? ' it is not sure of' : ''}`
  test(`the model ${why === undefined ? 'overrules' : 'does not overrule'} the rule: ${name}`, () => {
    assert.equal(judgePage([weighed(prose), weighed(text, { rule, links })], model)[1]?.why, why)
  })
}

test('a row that is as good as certain to be furniture does not stay for the other rows', () => {
  const row = (text: string, links: number) => {
    const one = weighed(text, { links })
    return { ...one, block: { ...one.block, kind: 'table-row' as const, path: ['table', 'tr'], ids: [1, 2] } }
  }
  const judged = judgePage([row('1951 two million', 0), row('Swans close the market', 1)], model)
  assert.deepEqual(
    judged.map(({ why }) => why === undefined),
    [true, false],
  )
})

test('the head of a table stays with its rows', () => {
  const row = (text: string, links: number) => {
    const one = weighed(text, { links })
    return { ...one, block: { ...one.block, kind: 'table-row' as const, path: ['table', 'tr'], ids: [1, 2] } }
  }
  const judged = judgePage([weighed(prose), row('Year Passengers', 0.9), row('1951 two million', 0)], model)
  assert.deepEqual(
    judged.map(({ why }) => why),
    [undefined, undefined, undefined],
  )
})

test('a heading that nothing follows goes, however sure the model is of it', () => {
  const heading = { ...weighed('What it costs'), block: { ...blockOf('What it costs'), kind: 'heading' as const } }
  assert.deepEqual(
    judgePage([weighed(prose), heading, weighed('A coin.'), heading], model).map(({ why }) => why),
    [undefined, undefined, undefined, 'heading of nothing'],
  )
})

test('code that Readability took stays, though it reads like nothing else', () => {
  const code = { ...blockOf('ferry.moor({ pier: 2 })'), path: ['pre', 'code'] }
  const judged = judgePage([weighed(prose), { ...weighed('', { links: 0.9 }), block: code }], model)
  assert.equal(judged[1]?.why, undefined)
})

test('where nothing looks much like an article, the best there is stays', () => {
  const judged = judgePage([weighed(prose, { links: 0.9 }), weighed('So it is.', { links: 0.9 })], model)
  assert.deepEqual(
    judged.map(({ why }) => why),
    [undefined, undefined],
  )
})

test('the same paragraph outside of what Readability took is said before', () => {
  const judged = judgePage([weighed(prose), weighed(prose, { isPicked: false })], model)
  assert.deepEqual(
    judged.map(({ why }) => why),
    [undefined, 'said before'],
  )
})

test('lists of links outside of what Readability took are not measured', () => {
  const menu = { ...blockOf('Ferries and piers'), linkLength: 17, linkCount: 1 }
  const rows = weighBlocks(sources([menu, blockOf(prose)], [blockOf(prose)])).map(({ row }) => row?.length)
  assert.deepEqual(rows, [undefined, BLOCK_FEATURES.length])
})

test('of equal texts the one in Readability’s place is taken', () => {
  const page = [blockOf('Ferries'), blockOf(prose), blockOf('Ferries'), blockOf('So it is.')]
  const picked = weighBlocks(sources(page, page.slice(1))).map(({ isPicked }) => isPicked)
  assert.deepEqual(picked, [false, true, true, true])
})

function sources(page: readonly PageBlock[], content: readonly PageBlock[]) {
  const context = { title: 'Council keeps the old ferry', authors: [], captions: new Set<string>() }
  return { page, content, standfirst: [], context, description: '', articleBody: '' }
}

interface Sign {
  readonly links?: number
  readonly isPicked?: boolean
  readonly rule?: string
}

function weighed(text: string, { links = 0, isPicked = true, rule }: Sign = {}): WeighedBlock {
  const row = BLOCK_FEATURES.map((_, index) => (index === linkShare ? links : 0))
  return { block: blockOf(text), isPicked, rule, row }
}

function blockOf(text: string): PageBlock {
  return { kind: 'paragraph', text, linkLength: 0, linkCount: 0, path: ['p'], names: [''], ids: [0] }
}
