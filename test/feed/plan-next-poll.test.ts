import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PollOccasion, planNextPoll } from '../../src/feed/plan-next-poll.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** A Friday. */
const now = Date.parse('2024-06-14T10:30:00Z')

const plain: PollOccasion = { now, intervalMs: 15 * minute, failureCount: 0, random: () => 0 }

const occasions: readonly (readonly [name: string, occasion: Partial<PollOccasion>, inMs: number])[] = [
  ['its interval', {}, 15 * minute],
  ['the longest wish: ttl', { feedIntervalMs: hour, freshForMs: 20 * minute }, hour],
  ['the longest wish: freshness', { feedIntervalMs: hour, freshForMs: 2 * hour }, 2 * hour],
  ['a wish that is shorter than the interval', { feedIntervalMs: minute, freshForMs: minute }, 15 * minute],
  ['a Retry-After', { retryAt: now + 3 * hour }, 3 * hour],
  ['a Retry-After that jitter must not undercut', { retryAt: now + 16 * minute, random: () => 0.1 }, 16 * minute],
  ['a Retry-After of a week', { retryAt: now + 7 * day }, day],
  ['a wish of a week', { feedIntervalMs: 7 * day }, day],
  ['a freshness of a week, jittered', { freshForMs: 7 * day, random: () => 0.99 }, day],
  ['a feed that publishes once a week', { usualGapMs: 7 * day }, 14 * hour],
  ['a feed that publishes every minute', { usualGapMs: minute }, 15 * minute],
  ['jitter', { random: () => 0.5 }, 15.75 * minute],
  ['the first failure', { failureCount: 1, random: () => 0 }, 15 * minute],
  ['the fifth failure', { failureCount: 5, random: () => 0 }, 60 * minute],
  ['the hundredth failure', { failureCount: 100, random: () => 0.999 }, day],
  ['an hour that is closed', { skipHours: [10] }, 30 * minute],
  [
    'hours that are closed over midnight',
    { skipHours: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23] },
    13.5 * hour,
  ],
  ['a day that is closed', { skipDays: ['Friday'] }, 13.5 * hour],
  ['all hours closed', { skipHours: Array.from({ length: 24 }, (_, index) => index) }, 15 * minute],
  ['hour 24, which means 0', { skipHours: [24] }, 15 * minute],
]
for (const [name, occasion, inMs] of occasions) {
  test(`the next poll after ${name} is in ${inMs / minute} minutes`, () => {
    assert.equal((planNextPoll({ ...plain, ...occasion }).at - now) / minute, inMs / minute)
  })
}

test('failures back off longer and longer, and never give up', () => {
  const pauses = Array.from({ length: 20 }, (_, index) => planNextPoll({ ...plain, failureCount: index + 1 }).at - now)
  assert.deepEqual(
    pauses,
    [...pauses].sort((a, b) => a - b),
  )
  assert.ok(pauses.every((pause) => pause <= day))
})

const reasons: readonly (readonly [occasion: Partial<PollOccasion>, why: RegExp])[] = [
  [{}, /its interval/],
  [{ feedIntervalMs: hour }, /feed asks/],
  [{ freshForMs: hour }, /fresh/],
  [{ usualGapMs: 7 * day }, /seldom/],
  [{ failureCount: 9 }, /failed 9 times/],
  [{ retryAt: now + hour }, /server said/],
  [{ skipHours: [10] }, /hours or days/],
]
for (const [occasion, why] of reasons) {
  test(`the reason for the next poll is told: ${why.source}`, () => {
    assert.match(planNextPoll({ ...plain, ...occasion }).why, why)
  })
}
