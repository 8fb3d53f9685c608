import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findNames } from '../../src/story/find-names.ts'
import { findNumbers } from '../../src/story/find-numbers.ts'
import { splitStoryWords } from '../../src/story/split-story-words.ts'

const COUNTED: readonly (readonly [string, readonly (readonly [number, string])[]])[] = [
  [
    'They sent 300,000 troops and 64 trains.',
    [
      [300_000, 'troops'],
      [64, 'trains'],
    ],
  ],
  [
    'Prices rose by 23% and then by 40 percent.',
    [
      [23, '%'],
      [40, '%'],
    ],
  ],
  [
    'It costs 2.5 million crowns, or 480 million marks.',
    [
      [2_500_000, 'crowns'],
      [480_000_000, 'marks'],
    ],
  ],
  [
    'Rund 1.400 häuser und 25 brücken.',
    [
      [1_400, 'hauser'],
      [25, 'brucken'],
    ],
  ],
  [
    'Загинуло 150 людей, ще 48 тисяч гривень.',
    [
      [150, 'людей'],
      [48_000, 'гривень'],
    ],
  ],
]
const UNCOUNTED: readonly string[] = [
  'In 2031 and on 14 June at 12:30 nothing came.',
  'She is 45 years old, and waited 30 minutes.',
  'Two of them and 7 others left.',
  'Flight A84 and case 7488741-2.',
  'The 21st time.',
]
const NAMED: readonly (readonly [string, readonly string[]])[] = [
  ['yesterday Orla Venn came to see us in Korvyn.', ['actor Orla Venn', 'place Korvyn']],
  ['gestern sprach Jörg Müßel in Übersee.', ['actor Jörg Müßel', 'place Übersee']],
  ['wczoraj mówił Łukasz Żurek we Wrzosowie.', ['actor Łukasz Żurek', 'place Wrzosowie']],
  ['учора приїхала Олена Їжак у Добрівку.', ['actor Олена Їжак', 'place Добрівку']],
]

for (const [text, numbers] of COUNTED) {
  test(`numbers that count: ${text}`, () => {
    const found = findNumbers(text, splitStoryWords(text)).map(({ value, unit }) => [value, unit])
    assert.deepEqual(found, numbers)
  })
}

test('years, dates, times, ages, small numbers and labels count nothing', () => {
  for (const text of UNCOUNTED) assert.deepEqual(findNumbers(text, splitStoryWords(text)), [], text)
})

for (const [text, names] of NAMED) {
  test(`names: ${text}`, () => {
    const found = findNames(text, splitStoryWords(text)).map(({ kind, words }) => {
      return `${kind} ${text.slice(words[0]?.start, words.at(-1)?.end)}`
    })
    assert.deepEqual(found, names)
  })
}
