import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupsThatReach } from '../../src/topic/reach-threshold.ts'

const cases: readonly (readonly [
  name: string,
  weights: readonly number[],
  threshold: number,
  groups: readonly (readonly number[])[] | undefined,
])[] = [
  ['one is enough', [4, 12], 10, [[12]]],
  [
    'two are needed',
    [6, 4, 5],
    10,
    [
      [6, 5],
      [6, 4],
    ],
  ],
  [
    'what reaches with fewer is no group of its own',
    [6, 6, 1],
    7,
    [
      [6, 6],
      [6, 1],
      [6, 1],
    ],
  ],
  ['all are needed', [4, 3, 3], 10, [[4, 3, 3]]],
  ['all are too few', [4, 5], 10, []],
  ['nothing is needed', [4], 0, [[]]],
  ['tenths that add up to one', Array.from({ length: 10 }, () => 0.1), 1, [Array.from({ length: 10 }, () => 0.1)]],
  ['too many to list', Array.from({ length: 40 }, () => 1), 20, undefined],
]

for (const [name, weights, threshold, expected] of cases)
  test(`the groups that reach a threshold: ${name}`, () => {
    const weighed = weights.map((weight) => ({ weight }))
    const groups = groupsThatReach(weighed, threshold)?.map((group) => group.map(({ weight }) => weight))
    assert.deepEqual(groups, expected)
  })
