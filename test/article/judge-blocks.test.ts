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
  ['REKLAM', 'advertisement label'],
  ['関連記事', 'related headlines'],
  ['Você também pode gostar', 'related headlines'],
  ['Hat Ihnen dieser Artikel gefallen? Dann helfen Sie dem Echo mit einer Spende.', 'donation box'],
  ['この記事は会員限定です。', 'paywall offer'],
  ['Create an account or sign in to continue with your reading experience.', 'paywall offer'],
  ['Bitte achten Sie darauf, dass Ihre Kommentare themenbezogen sind.', 'comment notice'],
  ['We need your consent to show this video of the harbour.', 'consent to outside content'],
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
  ['By Tom Ashgrove', 'byline'],
  ['Friday, 14 June 2024, 19:16', 'dateline'],
  ['22:36', 'counter or time'],
  ['0', 'counter or time'],
  ['Council keeps the old ferry', 'the title repeated'],
  ['NewsCouncil keeps the old ferry', 'the title repeated'],
  ['Home / News / Council keeps the old ferry', 'breadcrumb'],
  ['Home / News / Ferries', 'breadcrumb'],
  ['News / Harbour / Council keeps the old ferry', 'breadcrumb'],
  ['Tags: ferry, council', 'tag list'],
  ['[This article was generated with AI.]', 'notice: generated with AI'],
  ['Copyright 2024 Brackwater Echo', 'copyright notice'],
  ['Load more', 'page control'],
  ['If you notice a mistake, write to the harbour office.', 'reader notice'],
  ['Already a subscriber? Read on here.', 'paywall offer'],
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
  'Please say so in the comments, he asked the council, and 40 people did before the evening was over.',
  'The council said comments on its own page would be moderated from Monday, after gull lovers had insulted the clerk.',
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

test('a list of subjects, each with a link, is a list of links; a list of sentences with links is not', () => {
  const item = (text: string, linkLength: number): PageBlock => ({ ...link(text), kind: 'list-item', linkLength })
  const subjects = [item('Harbour: Gulls return to the pier', 24), item('Music: Choir looks for tenors', 22)]
  const sentences = [item('The harbour says gulls are back.', 24), item('A choir says it looks for tenors.', 22)]
  assert.deepEqual(whys([block(prose), ...subjects]), [undefined, 'list of links', 'list of links'])
  assert.deepEqual(whys([block(prose), ...sentences]), [undefined, undefined, undefined])
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

test('what most of the page follows is no heading of comments', () => {
  const blocks = [block(prose), block('Discussion'), block(`${prose} Indeed.`), block(`${prose} Again.`)]
  assert.deepEqual(whys(blocks), [undefined, undefined, undefined, undefined])
})

test('short text goes on under “Read also” where it is a sentence without links', () => {
  const sentence = 'The ferry sails again on Monday, the office said.'
  assert.equal(whys([block(prose), block('Read also:'), block(sentence), block(`${prose} Indeed.`)])[2], undefined)
})

test('one link by itself between paragraphs is a headline, a short one is none', () => {
  const alone = (text: string) => whys([block(prose), link(text), block(`${prose} Indeed.`)])[1]
  assert.equal(alone('Swans close the market street'), 'list of links')
  assert.equal(alone('Ferry timetable'), undefined)
})

test('short lines that touch a box go with it', () => {
  const blocks = [block(prose), block('A word from us'), block('Donate'), block('Not now'), block(`${prose} Indeed.`)]
  assert.deepEqual(whys(blocks), [undefined, 'donation box', 'donation box', 'donation box', undefined])
})

test('a short line before a picture’s credit is its caption', () => {
  const blocks = [block(prose), block('The pier at noon'), block('Photo: A. Brannoch'), block(`${prose} Indeed.`)]
  assert.deepEqual(whys(blocks), [undefined, 'caption', 'picture credit', undefined])
})

test('a caption’s element makes it one, whatever it says', () => {
  const caption = { ...block(`${prose} Indeed.`), kind: 'caption' as const }
  assert.equal(whys([block(prose), caption, block(`${prose} Again.`)])[1], 'caption')
})

test('a quote set large goes where a paragraph says it too', () => {
  const said = 'to keep the old ferry running'
  const asQuote = { ...block(said), kind: 'quote' as const }
  const asBox = { ...block(said), names: ['pull-quote'] }
  for (const quote of [asQuote, asBox])
    assert.equal(whys([block(prose), quote, block(`${prose} Indeed.`)])[1], 'said before')
  assert.equal(whys([block(prose), block(said), block(`${prose} Indeed.`)])[1], undefined)
})

test('a day is no dateline in a quote', () => {
  const quote = { ...block('Friday, 14 June 2024'), kind: 'quote' as const }
  assert.equal(whys([block(prose), quote, block(`${prose} Indeed.`)])[1], undefined)
})

test('a table with many days has figures by day, one with a single day has the article’s', () => {
  const row = (day: number) => ({
    ...block(`${day} June 2024 +11`),
    kind: 'table-row' as const,
    path: ['table', 'tr'],
    ids: [1, day],
  })
  const rows = [row(3), row(4), row(5), row(6)]
  assert.deepEqual(whys([block(prose), ...rows, block(`${prose} Indeed.`)]), [
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  assert.equal(whys([block(prose), row(3), block(`${prose} Indeed.`)])[1], 'dateline')
})

test('what stands on the host’s other pages goes', () => {
  const blocks = [block(prose), block('The Echo is printed in Brackwater.'), block(`${prose} Indeed.`)]
  const recurring = new Set(['the echo is printed in brackwater'])
  assert.equal(judgeBlocks(blocks, { ...context, recurring })[1]?.why, 'stands on other pages of this site')
})

test('a heading that nothing follows goes from a page of lists too', () => {
  const item = { ...block('two boats'), kind: 'list-item' as const }
  const heading = { ...block('On ferries'), kind: 'heading' as const, level: 2 }
  assert.deepEqual(whys([heading, item, heading]), [undefined, undefined, 'heading of nothing'])
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

const named: readonly (readonly [string, string])[] = [
  ['image-caption', 'caption'],
  ['author-bio', 'byline'],
  ['social sharing', 'share buttons'],
  ['recommended', 'related headlines'],
  ['box signup', 'newsletter box'],
  ['article tags', 'tag list'],
  ['breadcrumbs', 'breadcrumb'],
  ['sponsored', 'advertisement'],
  ['comments-list comments', 'comments'],
]
for (const [name, why] of named) {
  test(`a line in an element called “${name}” is furniture: ${why}; a long text is not`, () => {
    const line = { ...block('The gulls of Brackwater, in their own words.'), names: [name, ''] }
    assert.deepEqual(whys([block(prose), line, block(`${prose} Indeed.`)]), [undefined, why, undefined])
    const long = { ...line, text: `${prose} `.repeat(8).trim() }
    assert.deepEqual(
      whys([long, ...Array.from({ length: 48 }, (_, day) => block(`${prose} Day ${day}.`))])[0],
      undefined,
    )
  })
}

test('an element’s name far outside says nothing of a block', () => {
  const inside = { ...block('Nobody fell in.'), names: ['newsletter', '', '', ''] }
  assert.equal(whys([block(prose), inside, block(`${prose} Indeed.`)])[1], undefined)
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
