import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPostingLists } from '../../src/story/open-posting-lists.ts'

test('the newest owners of a key come first, and no more than asked for', () => {
  const postings = openPostingLists(() => true)
  for (let owner = 0; owner < 5_000; owner += 1) postings.add(owner % 7, owner)
  const found: number[] = []
  postings.visit(3, 4, (owner) => found.push(owner))
  assert.deepEqual(found, [4_994, 4_987, 4_980, 4_973])
})

test('tables do not grow while as many go as come', () => {
  let oldest = 0
  const postings = openPostingLists((owner) => owner >= oldest)
  const fill = (from: number, to: number): number => {
    for (let owner = from; owner < to; owner += 1) {
      oldest = Math.max(0, owner - 500)
      for (let key = 0; key < 20; key += 1) postings.add(owner * 31 + key, owner)
    }
    return postings.byteCount()
  }
  const settled = fill(0, 10_000)
  assert.ok(fill(10_000, 40_000) <= settled * 1.5)
})
