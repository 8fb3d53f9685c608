import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCounts, compareCounts, type ToldCounts } from '../../src/story/compare-counts.ts'
import { findCounts } from '../../src/story/find-counts.ts'
import { splitStoryWords } from '../../src/story/split-story-words.ts'
import type { CountTrait } from '../../src/story/story-article.ts'

const countsOf = (text: string, language = 'en'): readonly CountTrait[] => findCounts(splitStoryWords(text), language)

const LETTERS = 'abcdefghij'

/** Two beginnings, and of how many units they say the same and of how many another. */
const COMPARED: readonly (readonly [string, string, number, number])[] = [
  ['The 23 poachers were held.', 'Rangers seized 23 armed poachers.', 1, 0],
  ['The 23 poachers were held.', 'Rangers seized 26 poachers.', 0, 1],
  ['Four boats sank.', 'At lake Sulve 4 boats are gone.', 1, 0],
  ['He paid 1,400 crowns.', 'A fine of 1400 crowns.', 1, 0],
  ['It fell on Monday.', 'On Tuesday it fell.', 0, 1],
  ['It fell on Monday.', 'Am Montag fiel es. В понедельник.', 1, 0],
  ['On 14 June it fell.', 'It fell on June 15.', 1, 1],
  ['On 14 June it fell.', 'It fell on June 14.', 2, 0],
  ['It may march on.', 'In May and in March.', 0, 0],
  ['The 23 poachers were held.', 'Rangers seized 40 geese.', 0, 0],
]

for (const [text, other, sameCount, otherCount] of COMPARED) {
  test(`what two articles count: ${text} ${other}`, () => {
    const told: ToldCounts = new Map()
    addCounts(told, countsOf(text))
    assert.deepEqual(compareCounts(countsOf(other), told), { sameCount, otherCount })
  })
}

test('a story agrees where one of its articles does', () => {
  const told: ToldCounts = new Map()
  for (const text of ['At first 20 houses burned.', 'By noon 35 houses burned.']) addCounts(told, countsOf(text))
  assert.deepEqual(compareCounts(countsOf('In all 35 houses.'), told), { sameCount: 1, otherCount: 0 })
})

test('only the beginning is read, and not more than 40 are kept', () => {
  assert.deepEqual(countsOf(`${'word '.repeat(150)}and 23 poachers`), [])
  assert.equal(
    countsOf(
      Array.from({ length: 70 }, (_, at) => `${at + 20} ${LETTERS[at % 10]}${LETTERS[Math.floor(at / 10)]}unit`).join(
        ' ',
      ),
    ).length,
    40,
  )
})
