import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeBlocks } from '../../src/article/judge-blocks.ts'
import type { PageBlock } from '../../src/article/page-block.ts'

const context = {
  title: 'Council keeps the old ferry',
  authors: ['Ada Brannoch'],
  captions: new Set(['the ferry at dusk']),
}
const prose =
  'The council of Brackwater voted on Friday to keep the old ferry running for another year, after a long debate.'

const furniture: readonly (readonly [string, string])[] = [
  ['Advertisement:', 'advertisement label'],
  ['Ad', 'advertisement label'],
  ['Реклама', 'label of the page'],
  ['Anzeige', 'label of the page'],
  ['Read also: Swans close the market street', 'related headlines'],
  ['Читайте також: Лебеді перекрили вулицю', 'related headlines'],
  ['Lesen Sie auch: Schwäne sperren Straße', 'related headlines'],
  ['Related content', 'related headlines'],
  ['RECENT NEWS', 'related headlines'],
  ['All News', 'related headlines'],
  ['Sign up for our newsletter', 'newsletter box'],
  ['Support BE or become our patron!', 'donation box'],
  ['Independent journalism costs money. Your support makes a difference.', 'donation box'],
  ['Follow us on Instagram!', 'follow box'],
  ['Share this article', 'share buttons'],
  ['Facebook Twitter WhatsApp', 'share buttons'],
  ['1.2k shares', 'share buttons'],
  ['Photo: Brackwater Echo / J. Vellema', 'picture credit'],
  ['Images source: © BPX', 'picture credit'],
  ['The pier at noon. Photo: A. Brannoch', 'caption'],
  ['The ferry at dusk', 'caption'],
  ['By Ada Brannoch', 'byline'],
  ['Ada Brannoch', 'byline'],
  ['Friday, 14 June 2024, 19:16', 'dateline'],
  ['22:36', 'counter or time'],
  ['0', 'counter or time'],
  ['Council keeps the old ferry', 'the title repeated'],
  ['NewsCouncil keeps the old ferry', 'the title repeated'],
  ['Home / News / Council keeps the old ferry', 'breadcrumb'],
  ['Tags: ferry, council', 'tag list'],
  ['[This article was generated with AI.]', 'notice: generated with AI'],
  ['We use cookies to improve your visit.', 'cookie or consent notice'],
  ['© 2024 Brackwater Echo. All rights reserved.', 'picture credit'],
  ['* * *', 'ornament'],
]

for (const [text, why] of furniture) {
  test(`“${text}” between paragraphs is furniture: ${why}`, () => {
    const judged = judgeBlocks([block(prose), block(text), block(`${prose} Indeed.`)], context)
    assert.deepEqual(
      judged.map((one) => one.why),
      [undefined, why, undefined],
    )
  })
}

const kept: readonly string[] = [
  'Follow the rule of the sea, she said.',
  'Yes.',
  'Background:',
  'Source: Tennick at a public meeting on 12 December, quoted by the Echo',
  'Subscribe to the old idea that a ferry is slow, she said, and you will never build anything; the council laughed, and after a minute she laughed as well, and then the treasurer read the figures once more, slowly, in the voice of a man who has read them to an empty room.',
  'Reuters reported that the ferry had carried two million people since 1951, and that nobody had ever asked for a refund.',
  'On 14 June 2024 the council first spoke of closing the line, and nobody believed it.',
  'By Friday the letters filled two boxes, the clerk said.',
]

for (const text of kept) {
  test(`“${text.slice(0, 50)}” between paragraphs stays`, () => {
    const judged = judgeBlocks([block(prose), block(text), block(`${prose} Indeed.`)], context)
    assert.equal(judged[1]?.why, undefined)
  })
}

test('headlines under “Read also” go with it, and the article goes on after them', () => {
  const blocks = [
    block(prose),
    block('Read also:'),
    block('Swans close the market street'),
    block('Rain all weekend'),
    block(`${prose} Indeed.`),
  ]
  assert.deepEqual(whys(blocks), [undefined, 'related headlines', 'related headlines', 'related headlines', undefined])
})

test('a run of links is a list of links, one link in a sentence is not', () => {
  const blocks = [
    block(prose),
    link('Swans close street'),
    link('Rain all weekend'),
    { ...block(`${prose} Indeed.`), linkLength: 30, linkCount: 1 },
  ]
  assert.deepEqual(whys(blocks), [undefined, 'list of links', 'list of links', undefined])
})

test('what trails after the last sentence goes, list items of the article stay', () => {
  const blocks = [
    block(prose),
    { ...block('two boats'), kind: 'list-item' as const },
    block('Ferry council'),
    block('Harbour'),
  ]
  assert.deepEqual(whys(blocks), [undefined, undefined, 'after the end', 'after the end'])
})

test('a subheading before text stays, one before nothing goes', () => {
  const heading = { ...block('What it costs'), kind: 'heading' as const, level: 2 }
  assert.deepEqual(whys([heading, block(prose), { ...heading, text: 'More on ferries' }]).slice(0, 2), [
    undefined,
    undefined,
  ])
  assert.notEqual(whys([heading, block(prose), { ...heading, text: 'On ferries' }])[2], undefined)
})

test('comments under the article go to the end of the page', () => {
  const blocks = [
    block(prose),
    block(`${prose} Indeed.`),
    block(`${prose} Again.`),
    block('Reader comments (2)'),
    block('Tom: About time.'),
    block('gull77: Long live the ferry.'),
  ]
  assert.deepEqual(whys(blocks), [undefined, undefined, undefined, 'comments', 'comments', 'comments'])
})

test('the same paragraph twice is said once', () => {
  assert.deepEqual(whys([block(prose), block(prose)]), [undefined, 'said before'])
})

test('a class name that most of the text has is no reason', () => {
  const named = (text: string) => ({ ...block(text), names: ['post tags newsletter'] })
  assert.deepEqual(whys([named(prose), named(`${prose} Indeed.`)]), [undefined, undefined])
  assert.deepEqual(whys([block(prose), named('A short word from us to you.'), block(`${prose} Indeed.`)]), [
    undefined,
    'newsletter box',
    undefined,
  ])
})

function whys(blocks: readonly PageBlock[]): readonly (string | undefined)[] {
  return judgeBlocks(blocks, context).map(({ why }) => why)
}

function block(text: string): PageBlock {
  return { kind: 'paragraph', text, linkLength: 0, linkCount: 0, path: ['p'], names: [''], ids: [0] }
}

function link(text: string): PageBlock {
  return { ...block(text), linkLength: text.length, linkCount: 1 }
}
