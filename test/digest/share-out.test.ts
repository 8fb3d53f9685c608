import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shareOut } from '../../src/digest/share-out.ts'

const cases = [
  { sizes: [], total: 60, shares: [] },
  { sizes: [3, 4], total: 60, shares: [3, 4] },
  { sizes: [100, 100], total: 60, shares: [30, 30] },
  { sizes: [100, 10, 100], total: 60, shares: [25, 10, 25] },
  { sizes: [100, 1, 100, 2], total: 60, shares: [29, 1, 28, 2] },
  { sizes: [5, 5, 5], total: 2, shares: [1, 1, 0] },
]
for (const { sizes, total, shares } of cases) {
  test(`${total} places for groups of ${sizes.join(', ') || 'none'} are ${shares.join(', ') || 'none'}`, () => {
    assert.deepEqual(shareOut(sizes, total), shares)
  })
}
