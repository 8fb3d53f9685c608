import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRecurring, type MarkedPage } from '../../src/article/find-recurring.ts'
import type { BlockMark } from '../../src/article/mark-blocks.ts'

/** A block that its page keeps, in the article's place unless told otherwise. */
function block(text: string, more: Partial<BlockMark> = {}): BlockMark {
  return { text, place: 'body', length: 200, isKept: true, isQuote: false, ...more }
}

/** Three paragraphs that stand nowhere else. */
function own(name: string): readonly BlockMark[] {
  return [1, 2, 3].map((index) => block(`${name}-${index}`))
}

const box = (text = 'box') => block(text, { place: 'box' })
const wire = ['w1', 'w2', 'w3', 'w4'].map((text) => block(text))

interface Case {
  readonly what: string
  readonly pages: readonly MarkedPage[]
  readonly recurring: readonly string[]
}

const CASES: readonly Case[] = [
  { what: 'nothing known', pages: [], recurring: [] },
  {
    what: 'a box on three different articles',
    pages: [
      [...own('a'), box()],
      [box(), ...own('b')],
      [...own('c'), box()],
    ],
    recurring: ['boxbox'],
  },
  {
    what: 'a box on two: the one may quote the other',
    pages: [[...own('a'), box()], [...own('b'), box()], own('c')],
    recurring: [],
  },
  {
    what: 'a box that other pages were right to leave out',
    pages: [
      [...own('a'), box()],
      [...own('b'), { ...box(), isKept: false }],
      [...own('c'), { ...box(), isKept: false }],
    ],
    recurring: ['boxbox'],
  },
  {
    what: 'the same words in different places',
    pages: [
      [...own('a'), block('line', { place: 'box' })],
      [...own('b'), block('line', { place: 'aside' })],
      [...own('c'), block('line', { place: 'foot' })],
    ],
    recurring: [],
  },
  { what: 'one story under four addresses', pages: [wire, wire, wire, wire], recurring: [] },
  {
    what: 'one story under three addresses, each with a line of its own above it',
    pages: ['x', 'y', 'z'].map((name) => [block(`${name}-lead`), ...wire]),
    recurring: [],
  },
  {
    what: 'one story under three addresses beside other articles',
    pages: [wire, wire, wire, own('a'), own('b'), own('c')],
    recurring: [],
  },
  {
    what: 'a box under a story with three addresses: copies are no three articles',
    pages: [
      [...wire, box()],
      [...wire, box()],
      [...wire, box()],
    ],
    recurring: [],
  },
  {
    what: 'a last line among the paragraphs of all articles',
    pages: ['a', 'b', 'c', 'd'].map((name) => [...own(name), block('end')]),
    recurring: ['endbody'],
  },
  {
    what: 'a paragraph of background, here and there among the paragraphs',
    pages: [
      [...own('a').slice(0, 1), block('background'), ...own('a').slice(1)],
      [...own('b'), block('background')],
      [block('background'), ...own('c')],
    ],
    recurring: [],
  },
  {
    what: 'a closing paragraph that few of many articles share',
    pages: [
      ...['a', 'b', 'c'].map((name) => [...own(name), block('background')]),
      ...['d', 'e', 'f', 'g', 'h', 'i', 'j'].map(own),
    ],
    recurring: [],
  },
  {
    what: 'a quotation with elements of its own, in different depths of three articles',
    pages: [
      [block('quote', { place: 'q', isQuote: true }), ...own('a')],
      [...own('b').slice(0, 2), block('quote', { place: 'q', isQuote: true }), ...own('b').slice(2)],
      [...own('c'), block('quote', { place: 'q', isQuote: true })],
    ],
    recurring: [],
  },
  {
    what: 'pages whose own text is less than a paragraph prove nothing',
    pages: ['a', 'b', 'c'].map((name) => [block(name, { length: 60 }), box()]),
    recurring: [],
  },
]

for (const { what, pages, recurring } of CASES) {
  test(`${what}: ${recurring.length === 0 ? 'nothing' : recurring.join(', ')} recurs`, () => {
    assert.deepEqual(findRecurring(pages), recurring)
    assert.deepEqual(findRecurring(pages.toReversed()).toSorted(), recurring.toSorted())
  })
}
