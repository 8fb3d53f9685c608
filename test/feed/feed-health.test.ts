import assert from 'node:assert/strict'
import { test } from 'node:test'
import { feedHealth } from '../../src/feed/feed-health.ts'
import type { FeedState } from '../../src/feed/feed-state.ts'
import { doubtMove, type FeedMove, followMove } from '../../src/feed/follow-move.ts'
import { learnRhythm } from '../../src/feed/publishing-rhythm.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.UTC(2024, 5, 14, 12)

const polled: FeedState = {
  feedId: 'wire',
  url: 'https://wire.example/feed',
  validators: {},
  nextPollAt: NOW,
  lastPollAt: NOW,
  lastSuccessAt: NOW,
  failureCount: 0,
  rhythm: {},
  wishes: {},
  itemCount: 3,
}
const moved: FeedMove = { to: 'https://new.example/feed', pollCount: 5, sinceAt: NOW - 4 * DAY, isBelieved: true }

const HEALTHS: readonly (readonly [what: string, state: FeedState | undefined, word: string, note?: RegExp])[] = [
  ['never polled', undefined, 'not-polled'],
  ['answers', polled, 'ok'],
  [
    'fails',
    { ...polled, failingSinceAt: NOW - DAY, lastFailure: { code: 'timeout', message: 'no answer' } },
    'failing',
    /no answer/,
  ],
  [
    'is blocked',
    { ...polled, failingSinceAt: NOW, lastFailure: { code: 'challenge', message: 'asks for a browser' } },
    'blocked',
  ],
  ['is gone', { ...polled, goneAt: NOW - DAY, lastFailure: { code: 'gone', message: '410' } }, 'gone'],
  ['moved', { ...polled, move: moved }, 'moved', /new\.example/],
  ['may have moved', { ...polled, move: { ...moved, isBelieved: false } }, 'ok'],
  ['was silent twice its gap', { ...polled, rhythm: { quietGapMs: HOUR, newestItemAt: NOW - 2.9 * HOUR } }, 'ok'],
  [
    'is silent',
    { ...polled, rhythm: { quietGapMs: HOUR, newestItemAt: NOW - 3 * HOUR } },
    'silent',
    /3 times its usual gap/,
  ],
]
for (const [what, state, word, note] of HEALTHS) {
  test(`a feed that ${what} is called ${word}`, () => {
    const health = feedHealth(state, NOW)
    assert.equal(health.word, word)
    assert.match(health.note ?? '', note ?? /^/)
  })
}

test('a failing feed says since when', () => {
  const failing = {
    ...polled,
    failingSinceAt: NOW - DAY,
    lastFailure: { code: 'dns', message: 'no such host' },
  } as const
  assert.equal(feedHealth(failing, NOW).sinceAt, NOW - DAY)
})

test('a permanent redirect is believed after five polls over three days, to the same place each time', () => {
  let move: FeedMove | undefined
  const steps: boolean[] = []
  for (let day = 0; day < 6; day++) {
    move = followMove(move, 'https://new.example/feed', NOW + day * DAY)
    steps.push(move?.isBelieved ?? false)
  }
  assert.deepEqual(steps, [false, false, false, false, true, true])
  let hasty: FeedMove | undefined
  for (let poll = 0; poll < 50; poll++) hasty = followMove(hasty, 'https://new.example/feed', NOW + poll * HOUR)
  assert.equal(hasty?.isBelieved, false)
  const elsewhere = followMove({ ...moved, isBelieved: false, pollCount: 4 }, 'https://other.example/feed', NOW)
  assert.deepEqual([elsewhere?.pollCount, elsewhere?.isBelieved], [1, false])
})

test('a redirect that ends is forgotten; a believed one stays, until its new home keeps failing', () => {
  assert.equal(followMove({ ...moved, isBelieved: false }, undefined, NOW), undefined)
  assert.equal(followMove(moved, undefined, NOW), moved)
  assert.equal(doubtMove(moved, 4), moved)
  assert.equal(doubtMove(moved, 5), undefined)
})

test('the usual gap is the middle one; a few items tell nothing', () => {
  const hourly = Array.from({ length: 10 }, (_, index) => NOW - index * HOUR)
  assert.equal(learnRhythm({}, hourly).usualGapMs, HOUR)
  assert.equal(learnRhythm({}, hourly).newestItemAt, NOW)
  assert.equal(learnRhythm({}, hourly.slice(0, 2)).usualGapMs, undefined)
  assert.deepEqual(learnRhythm({}, []), {})
})

test('a few items of one evening do not make the night a silence', () => {
  assert.equal(learnRhythm({}, [NOW, NOW - HOUR, NOW - 2 * HOUR, NOW - 3 * HOUR]).quietGapMs, undefined)
})

test('a night is learned: it is no silence the next time', () => {
  const evening = Array.from({ length: 10 }, (_, index) => NOW - index * 600_000)
  const before = learnRhythm({}, evening)
  assert.equal(before.quietGapMs, 600_000)
  const after = learnRhythm(before, [...evening.slice(0, 5), NOW + 9 * HOUR])
  assert.equal(after.quietGapMs, 9 * HOUR)
  assert.equal(after.usualGapMs, 600_000)
})
