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

test('a request waits for the start that the host has free, and takes it only then', async () => {
  const asked: unknown[] = []
  let now = 50_000
  await using server = await serve((_request, response) => response.end('<rss/>'))
  await using door = openTestDoor({
    hostGapMs: 1000,
    now: () => now,
    reserveHost: async (...order) => {
      asked.push(order)
      return Math.max(53_000, now)
    },
    sleepUntil: async (at) => {
      now = at
    },
  })
  const outcome = await door.fetchFeed({ url: server.url })
  assert.equal(outcome.kind, 'fresh')
  assert.deepEqual(asked, [
    ['127.0.0.1', 1000, 50_000, 50_000, 2],
    ['127.0.0.1', 1000, 53_000, 53_000, 2],
  ])
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

test('a turn more than 5 s ahead is not waited for', async () => {
  await using server = await serve((_request, response) => response.end('<rss/>'))
  await using door = openTestDoor({ now: () => 50_000, reserveHost: async () => 55_001 })
  const outcome = await door.fetchFeed({ url: server.url })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'rate-limited')
  assert.equal(outcome.kind === 'failed' && outcome.retryAt, 55_001)
  assert.equal(server.requests.length, 0)
})

test('those who find the line too long are sent away to times a gap apart', async () => {
  await using server = await serve((_request, response) => response.end('<rss/>'))
  await using door = openTestDoor({ now: () => 50_000, hostGapMs: 1000, maxPerHost: 1 })
  const outcomes = await Promise.all(Array.from({ length: 9 }, () => door.fetchFeed({ url: server.url })))
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.kind === 'failed' ? outcome.retryAt : outcome.kind)),
    [...Array.from({ length: 6 }, () => 'fresh'), 55_000, 56_000, 57_000],
  )
})

test('a request that lasts is told to the other workers, and so is its end', async () => {
  const told = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<string>()
  const visits: { readonly id: string; readonly host: string; readonly untilAt: number }[] = []
  await using server = await serve(async (_request, response) => {
    await told.promise
    response.end('<rss/>')
  })
  await using door = openTestDoor({
    now: () => 50_000,
    totalTimeoutMs: 20_000,
    startVisit: async (visit) => {
      visits.push(visit)
      told.resolve()
    },
    endVisit: async (id) => ended.resolve(id),
  })
  assert.equal((await door.fetchFeed({ url: server.url })).kind, 'fresh')
  const [visit] = visits
  assert.equal(visit?.host, '127.0.0.1')
  assert.ok(visit !== undefined && visit.untilAt > 70_000, 'it outlasts the deadline')
  assert.equal(await ended.promise, visit?.id)
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
