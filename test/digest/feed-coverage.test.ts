import assert from 'node:assert/strict'
import { test } from 'node:test'
import { feedCoverage } from '../../src/digest/feed-coverage.ts'
import type { FeedState } from '../../src/feed/feed-state.ts'

const HOUR_MS = 3_600_000
const now = Date.parse('2024-06-14T05:00:00Z')

function stateOf(feedId: string, more: Partial<FeedState>): FeedState {
  return {
    feedId,
    url: `https://${feedId}.example/rss`,
    validators: {},
    nextPollAt: now,
    lastPollAt: now - HOUR_MS,
    failureCount: 0,
    rhythm: {},
    wishes: {},
    itemCount: 1,
    ...more,
  }
}

test('feeds that do not answer are told apart from those that answer and have nothing to say', () => {
  const states = [
    stateOf('well', { rhythm: { newestItemAt: now - HOUR_MS, quietGapMs: HOUR_MS } }),
    stateOf('still', { rhythm: { newestItemAt: now - 30 * HOUR_MS, quietGapMs: HOUR_MS } }),
    stateOf('broken', {
      failureCount: 1,
      lastFailure: { code: 'server-error', message: '503: the server has a problem' },
    }),
    stateOf('gone', { goneAt: now - HOUR_MS }),
  ]
  const feeds = ['well', 'still', 'broken', 'gone', 'new'].map((id) => ({
    id,
    url: `https://${id}.example/rss`,
    outlet: id.toUpperCase(),
    timezone: 'UTC',
    intervalMs: HOUR_MS,
  }))
  assert.deepEqual(feedCoverage(feeds, states, now), {
    feedCount: 5,
    failingFeeds: [
      { name: 'BROKEN (broken)', reason: '503: the server has a problem' },
      { name: 'GONE (gone)', reason: 'the server says it is gone for good' },
    ],
    silentFeeds: ['STILL (still)'],
  })
})
