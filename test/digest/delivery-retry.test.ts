import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextAttemptAt } from '../../src/digest/delivery-retry.ts'

const MINUTE_MS = 60_000
const now = Date.parse('2024-06-14T05:00:00Z')

const cases = [
  { attemptCount: 1, minutes: 1 },
  { attemptCount: 2, minutes: 5 },
  { attemptCount: 3, minutes: 15 },
  { attemptCount: 4, minutes: 60 },
  { attemptCount: 20, minutes: 60 },
]
for (const { attemptCount, minutes } of cases) {
  test(`after attempt ${attemptCount} the next comes ${minutes} minutes later, or up to a fifth more`, () => {
    const failed = { attemptCount, firstAttemptAt: now, now }
    assert.equal(nextAttemptAt({ ...failed, random: () => 0 }), now + minutes * MINUTE_MS)
    assert.equal(nextAttemptAt({ ...failed, random: () => 0.5 }), now + minutes * MINUTE_MS * 1.1)
  })
}

test('24 hours after the first attempt it is given up', () => {
  const firstAttemptAt = now - 23 * 60 * MINUTE_MS
  const failed = { attemptCount: 9, firstAttemptAt, random: () => 0 }
  assert.equal(nextAttemptAt({ ...failed, now }), now + 60 * MINUTE_MS)
  assert.equal(nextAttemptAt({ ...failed, now: now + 1 }), undefined)
})
