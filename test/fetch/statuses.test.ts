import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDoor } from './open-test-door.ts'
import { serve } from './serve.ts'

const now = Date.parse('2024-06-14T10:00:00Z')
const inTenMinutes = 'Fri, 14 Jun 2024 10:10:00 GMT'

type Row = readonly [status: number, headers: Record<string, string>, code: string, retryInMs?: number]
const statuses: readonly Row[] = [
  [404, {}, 'not-found'],
  [410, {}, 'gone'],
  [401, {}, 'client-error'],
  [403, {}, 'client-error'],
  [403, { 'cf-mitigated': 'challenge' }, 'challenge'],
  [503, { 'cf-mitigated': 'challenge' }, 'challenge'],
  [500, {}, 'server-error'],
  [503, { 'retry-after': '120' }, 'server-error', 120_000],
  [503, { 'retry-after': inTenMinutes }, 'server-error', 600_000],
  [503, { 'retry-after': 'soon' }, 'server-error'],
  [503, { 'retry-after': '99999999' }, 'server-error', 86_400_000],
  [429, { 'retry-after': '120' }, 'rate-limited', 120_000],
  [429, { 'retry-after': inTenMinutes }, 'rate-limited', 600_000],
  [429, {}, 'rate-limited', 60_000],
]
for (const [status, headers, code, retryInMs] of statuses) {
  test(`${status} with ${JSON.stringify(headers)} is ${code}`, async () => {
    await using server = await serve((_request, response) => response.writeHead(status, headers).end('<html>'))
    await using door = openTestDoor({ now: () => now })
    const outcome = await door.fetchFeed({ url: server.url })
    assert.equal(outcome.kind === 'failed' && outcome.failure.code, code)
    assert.equal(outcome.kind === 'failed' && outcome.retryAt, retryInMs === undefined ? undefined : now + retryInMs)
    assert.equal(server.requests.length, 1, 'no inline retries')
  })
}

test('a 429 cools the whole host, for all workers', async () => {
  let nextStartAt = 0
  await using server = await serve((_request, response) => response.writeHead(429, { 'retry-after': '600' }).end())
  await using door = openTestDoor({
    now: () => now,
    reserveHost: async (host, gapMs, at, latestAt) => {
      assert.equal(host, '127.0.0.1')
      const startAt = Math.max(nextStartAt, at)
      if (startAt <= latestAt) nextStartAt = startAt + gapMs
      return startAt
    },
  })
  await door.fetchFeed({ url: `${server.url}/one` })
  const outcome = await door.fetchPage({ url: `${server.url}/two` })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'rate-limited')
  assert.equal(outcome.kind === 'failed' && outcome.retryAt, now + 600_000)
  assert.equal(server.requests.length, 1)
})
