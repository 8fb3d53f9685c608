import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BlockModel, explainBlock, scoreBlock } from '../../src/article/block-model.ts'
import { BLOCK_MODEL } from '../../src/article/block-model-data.ts'
import { BLOCK_FEATURES } from '../../src/article/measure-blocks.ts'

/** Feature 0 up to 1: -2; above, feature 1 up to 0.5: 0.5, above: 3. */
const model: BlockModel = {
  trees: [{ feature: [0, -1, 1, -1, -1], bound: [1, 0, 0.5, 0, 0], right: [2, 0, 4, 0, 0], value: [0, -2, 1, 0.5, 3] }],
}

const scored: readonly (readonly [readonly number[], number])[] = [
  [[1, 9], -2],
  [[1.1, 0.5], 0.5],
  [[2, 0.6], 3],
]
for (const [row, margin] of scored) {
  test(`a row of ${row.join(' and ')} falls into the leaf of ${margin}`, () => {
    assert.equal(scoreBlock(model, row), 1 / (1 + Math.exp(-margin)))
  })
}

test('what moved the score adds up to it', () => {
  assert.deepEqual(
    explainBlock(model, [2, 0.6]),
    new Map([
      [0, 1],
      [1, 2],
    ]),
  )
})

test('the trees of the shipped model ask only what is measured, and every way ends in a leaf', () => {
  for (const { feature, bound, right, value } of BLOCK_MODEL.trees) {
    assert.ok([bound.length, right.length, value.length].every((length) => length === feature.length))
    assert.ok(feature.every((each) => each < BLOCK_FEATURES.length))
    assert.ok(feature.every((each, node) => each < 0 || (right[node] ?? 0) > node + 1))
    assert.ok(right.every((each) => each < feature.length))
    assert.equal(feature.at(-1), -1)
  }
})
