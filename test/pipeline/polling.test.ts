import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { tick } from '../../src/pipeline/tick.ts'
import { type Answer, EVENING, openLoopbackDesk, rss, send } from './loopback-desk.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const FEED = rss([{ path: '/a', title: 'A' }])

/** Answers the feed by `answer` and all else with 404, and keeps what was asked of the feed. */
async function openFeedDesk(answer: Answer, config: Parameters<typeof openLoopbackDesk>[1] = {}) {
  const asked: IncomingMessage[] = []
  const desk = await openLoopbackDesk((request, response) => {
    if (!request.url?.startsWith('/feed')) return send(response, 404, '')
    asked.push(request)
    return answer(request, response)
  }, config)
  return { ...desk, asked }
}

/** Validators as sent, weak, unquoted and odd: echoed byte for byte. */
const withTag: Answer = (request, response) => {
  if (request.headers['if-none-match'] === 'W/odd "tag"') {
    response.writeHead(304)
    response.end()
    return
  }
  response.writeHead(200, { etag: 'W/odd "tag"', 'last-modified': 'yesterday, more or less' })
  response.end(FEED)
}

test('validators are stored with the feed and echoed; after eight days the whole body is asked for once', async () => {
  await using desk = await openFeedDesk(withTag)
  for (const days of [0, 1, 7, 8.1, 9]) {
    desk.clock.advanceTo(EVENING + days * DAY)
    await desk.round()
  }
  assert.deepEqual(
    desk.asked.map((request) => [request.headers['if-none-match'], request.headers['if-modified-since']]),
    [
      [undefined, undefined],
      ['W/odd "tag"', 'yesterday, more or less'],
      ['W/odd "tag"', 'yesterday, more or less'],
      [undefined, undefined],
      ['W/odd "tag"', 'yesterday, more or less'],
    ],
  )
})

test('an edited URL voids what was known of the old one', async () => {
  await using desk = await openFeedDesk(withTag)
  await desk.round()
  await desk.edit({ feeds: 'feeds:\n  - { id: wire, url: "https://wire.example/feed?v=2", outlet: Wire }\n' })
  await desk.round()
  assert.deepEqual(
    desk.asked.map((request) => request.url),
    ['/feed', '/feed?v=2'],
  )
  assert.equal(desk.asked[1]?.headers['if-none-match'], undefined)
})

test('a feed that moved for good is asked for at its new place after five polls over three days', async () => {
  await using desk = await openFeedDesk((request, response) => {
    if (request.url === '/feed-new') return withTag(request, response)
    response.writeHead(301, { location: 'https://wire.example/feed-new' })
    response.end()
  })
  for (const days of [0, 1, 2, 3, 4, 5]) {
    desk.clock.advanceTo(EVENING + days * DAY)
    await desk.round()
  }
  const paths = desk.asked.map((request) => request.url)
  assert.deepEqual(paths.slice(-3), ['/feed', '/feed-new', '/feed-new'])
  assert.equal((await desk.desk.store.loadFeedState('wire'))?.move?.isBelieved, true)
})

test('a redirect that leads to a page is never taken for a move', async () => {
  await using desk = await openFeedDesk((request, response) => {
    if (request.url === '/feed-login') return send(response, 200, '<!doctype html><form>Sign in</form>')
    response.writeHead(301, { location: 'https://wire.example/feed-login' })
    response.end()
  })
  for (const days of [0, 2, 4, 6, 8, 10]) {
    desk.clock.advanceTo(EVENING + days * DAY)
    await desk.round()
  }
  const state = await desk.desk.store.loadFeedState('wire')
  assert.equal(state?.lastFailure?.code, 'not-a-feed')
  assert.equal(state?.move, undefined)
})

test('a feed that is gone is not asked again, until its URL is edited', async () => {
  await using desk = await openFeedDesk((_, response) => send(response, 410, ''))
  for (const days of [0, 2, 9]) {
    desk.clock.advanceTo(EVENING + days * DAY)
    await desk.round()
  }
  assert.equal(desk.asked.length, 1)
  await desk.edit({ feeds: 'feeds:\n  - { id: wire, url: "https://wire.example/feed?v=2", outlet: Wire }\n' })
  await desk.round()
  assert.equal(desk.asked.length, 2)
})

test('a failing feed is asked less and less often, and is well again with its first answer', async () => {
  let isDown = true
  await using desk = await openFeedDesk((_, response) => send(response, isDown ? 500 : 200, isDown ? '' : FEED))
  const pauses: number[] = []
  for (let polls = 0; polls < 8; polls++) {
    await desk.round()
    const state = await desk.desk.store.loadFeedState('wire')
    pauses.push((state?.nextPollAt ?? 0) - desk.clock.now())
    desk.clock.advanceTo(state?.nextPollAt ?? 0)
  }
  assert.ok(pauses.at(-1) ?? 0 > 4 * (pauses[0] ?? 0))
  assert.deepEqual(
    pauses,
    pauses.toSorted((less, more) => less - more),
  )
  isDown = false
  await desk.round()
  const state = await desk.desk.store.loadFeedState('wire')
  assert.equal(state?.failingSinceAt, undefined)
  assert.equal(state?.failureCount, 0)
})

test('what a feed asks for decides when it is polled next: ttl and the hours it wants to be left alone', async () => {
  const wishes = '<ttl>240</ttl><skipHours><hour>0</hour><hour>1</hour><hour>2</hour></skipHours>'
  const feed = FEED.replace('<title>Wire</title>', `<title>Wire</title>${wishes}`)
  await using desk = await openFeedDesk((_, response) => send(response, 200, feed, 'application/rss+xml'))
  await desk.round()
  const state = await desk.desk.store.loadFeedState('wire')
  // 20:00 and four hours is 00:00 UTC, which is closed, as are 01:00 and 02:00.
  assert.equal(new Date(state?.nextPollAt ?? 0).toISOString(), '2024-06-15T03:00:00.000Z')
  assert.match(state?.nextPollWhy ?? '', /hours or days/)
})

test('an identical body is not processed again', async () => {
  await using desk = await openFeedDesk((_, response) => send(response, 200, FEED, 'application/rss+xml'))
  const { pollFeed } = await import('../../src/pipeline/poll-feed.ts')
  const kinds = []
  for (const _ of [1, 2]) kinds.push((await pollFeed(desk.desk.ports, { feedId: 'wire' })).kind)
  assert.deepEqual(kinds, ['fresh', 'same-body'])
})

test('an edited title of a known item is no new article', async () => {
  let title = 'First title'
  await using desk = await openFeedDesk((_, response) => send(response, 200, rss([{ path: '/a', title }]), 'text/xml'))
  await desk.round()
  title = 'Second title'
  desk.clock.advanceTo(EVENING + DAY)
  await desk.round()
  assert.equal((await desk.desk.store.loadJudgedArticles()).length, 1)
})

test('many feeds that are due at once are spread over ticks, the longest waiting first', async () => {
  const ids = Array.from({ length: 500 }, (_, index) => `f${index}`)
  const feeds = `feeds:\n${ids.map((id) => `  - { id: ${id}, url: "https://${id}.example/feed", outlet: ${id} }\n`).join('')}`
  await using desk = await openFeedDesk((_, response) => send(response, 500, ''), { feeds })
  const offered: string[] = []
  const ports = {
    ...desk.desk.ports,
    enqueue: async (jobs: Parameters<typeof desk.desk.ports.enqueue>[0]) => {
      for (const job of jobs) if (job.step === 'poll-feed') offered.push(job.feedId)
    },
  }
  await tick(ports)
  assert.deepEqual(offered, ids.slice(0, 40))
})
