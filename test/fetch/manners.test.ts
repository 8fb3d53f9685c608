import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDoor } from './open-test-door.ts'
import { serve } from './serve.ts'

test('a request names us and what we take, and carries nothing else', async () => {
  await using server = await serve((_request, response) => response.end('<rss/>'))
  await using door = openTestDoor()
  await door.fetchFeed({ url: `${server.url}/feed?a=1#part` })
  const [request] = server.requests
  assert.equal(request?.url, '/feed?a=1')
  assert.equal(request?.method, 'GET')
  const { accept = '', ...headers } = request?.headers ?? {}
  assert.deepEqual(headers, {
    host: `127.0.0.1:${server.port}`,
    connection: 'keep-alive',
    'accept-encoding': 'gzip, br, zstd',
    'user-agent': 'Nightdesk/0.1 (+https://desk.example/about)',
  })
  for (const type of ['rss+xml', 'atom+xml', 'rdf+xml', 'feed+json', '*/*']) assert.ok(accept.includes(type), type)
})

test('a request waits for the start that the host is given', async () => {
  const slept: number[] = []
  await using server = await serve((_request, response) => response.end('<rss/>'))
  await using door = openTestDoor({
    hostGapMs: 1000,
    now: () => 50_000,
    reserveHost: async (host, gapMs, now) => {
      assert.deepEqual([host, gapMs, now], ['127.0.0.1', 1000, 50_000])
      return 53_000
    },
    sleepUntil: async (at) => void slept.push(at),
  })
  const outcome = await door.fetchFeed({ url: server.url })
  assert.equal(outcome.kind, 'fresh')
  assert.deepEqual(slept, [53_000])
})

test('each hop of a redirect waits for its turn', async () => {
  let turnCount = 0
  await using server = await serve((request, response) => {
    if (request.url === '/') response.writeHead(302, { location: '/feed' })
    response.end('<rss/>')
  })
  await using door = openTestDoor({
    reserveHost: async (_host, _gapMs, now) => {
      turnCount++
      return now
    },
  })
  await door.fetchFeed({ url: server.url })
  assert.equal(turnCount, 2)
})

test('a turn more than 5 s ahead is not waited for, and is used by whoever comes in time', async () => {
  let now = 0
  let nextStartAt = 0
  const started: number[] = []
  await using server = await serve((_request, response) => response.end('<rss/>'))
  await using door = openTestDoor({
    hostGapMs: 1000,
    maxPerHost: 20,
    now: () => now,
    reserveHost: async (_host, gapMs) => {
      const at = Math.max(nextStartAt, now)
      nextStartAt = at + gapMs
      return at
    },
    sleepUntil: async (at) => void started.push(at),
  })
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => door.fetchFeed({ url: server.url })))
  const late = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome] : []))
  assert.deepEqual(
    late.map(({ failure, retryAt }) => [failure.code, retryAt]),
    [
      ['rate-limited', 2000],
      ['rate-limited', 3000],
    ],
  )
  now = 2000
  await door.fetchFeed({ url: server.url })
  now = 3000
  await door.fetchFeed({ url: server.url })
  assert.deepEqual(started, [0, 1000, 2000, 3000, 4000, 5000, 6000, 7000])
  assert.equal(nextStartAt, 8000, 'no start was reserved twice')
})

test('no more requests than allowed are in flight at one host, and different hosts do not wait', async () => {
  let inFlight = 0
  let most = 0
  const waiting: (() => void)[] = []
  await using server = await serve((request, response) => {
    if (request.headers.host?.startsWith('localhost')) return response.end('<rss/>')
    most = Math.max(most, ++inFlight)
    waiting.push(() => {
      inFlight--
      response.end('<rss/>')
    })
    if (waiting.length >= 2) for (const end of waiting.splice(0)) end()
    return response
  })
  await using door = openTestDoor({ maxPerHost: 2 })
  const held = door.fetchFeed({ url: `${server.url}/held` })
  const other = await door.fetchFeed({ url: `http://localhost:${server.port}/` })
  assert.equal(other.kind, 'fresh')
  const rest = Array.from({ length: 5 }, (_, index) => door.fetchFeed({ url: `${server.url}/${index}` }))
  const outcomes = await Promise.all([held, ...rest])
  assert.ok(outcomes.every(({ kind }) => kind === 'fresh'))
  assert.equal(most, 2)
})
