import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RobotsCopy } from '../../src/fetch/read-robots.ts'
import { openTestDoor } from './open-test-door.ts'
import { serve, type TestServer } from './serve.ts'

const day = 86_400_000

/** A server with this robots.txt, and a page everywhere else. */
function serveRobots(status: number, body: string): Promise<TestServer> {
  return serve((request, response) => {
    if (request.url === '/robots.txt') response.statusCode = status
    response.end(request.url === '/robots.txt' ? body : '<html>page</html>')
  })
}

const manyRules = `User-agent: *\n${'Allow: /other\n'.repeat(5000)}Disallow: /page\n`
const costlyRules = `User-agent: *\n${`Disallow: /${'*x'.repeat(44)}$\n`.repeat(4900)}Disallow: /page\n`
const longFile = `User-agent: *\n#${'x'.repeat(500 * 1024)}\nDisallow: /page\n`

const rules: readonly (readonly [name: string, status: number, body: string, allowed: boolean])[] = [
  ['nothing', 200, '', true],
  ['all', 200, 'User-agent: *\nDisallow: /', false],
  ['this page', 200, 'User-agent: *\nDisallow: /page', false],
  ['another page', 200, 'User-agent: *\nDisallow: /other', true],
  ['us by name', 200, 'User-agent: *\nAllow: /\n\nUser-agent: nightdesk\nDisallow: /page', false],
  ['others by name', 200, 'User-agent: othercrawler\nDisallow: /', true],
  ['all but us', 200, 'User-agent: *\nDisallow: /\n\nUser-agent: Nightdesk\nAllow: /', true],
  ['the longer rule', 200, 'User-agent: *\nDisallow: /\nAllow: /page', true],
  ['a pattern', 200, 'User-agent: *\nDisallow: /*.html$', true],
  ['with a byte order mark', 200, '\ufeffUser-agent: *\nDisallow: /', false],
  ['a 404', 404, 'User-agent: *\nDisallow: /', true],
  ['a 403', 403, '', true],
  ['a 500', 500, '', false],
  ['a 503', 503, 'User-agent: *\nAllow: /', false],
  ['more than 5,000 rules', 200, manyRules, true],
  ['with rules that are made to be costly', 200, costlyRules, true],
  ['more than 500 KiB', 200, longFile, true],
]
for (const [name, status, body, allowed] of rules) {
  test(`robots.txt that forbids ${name} ${allowed ? 'lets' : 'does not let'} the page be read`, async () => {
    await using server = await serveRobots(status, body)
    await using door = openTestDoor()
    const outcome = await door.fetchPage({ url: `${server.url}/page` })
    if (allowed) return assert.equal(outcome.kind, 'fresh')
    assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'robots')
    assert.ok(outcome.kind === 'failed' && outcome.retryAt !== undefined)
    assert.deepEqual(
      server.requests.map(({ url }) => url),
      ['/robots.txt'],
    )
  })
}

test('a feed is fetched whatever robots.txt says, which is not even asked', async () => {
  await using server = await serveRobots(200, 'User-agent: *\nDisallow: /')
  await using door = openTestDoor()
  const outcome = await door.fetchFeed({ url: `${server.url}/feed` })
  assert.equal(outcome.kind, 'fresh')
  assert.deepEqual(
    server.requests.map(({ url }) => url),
    ['/feed'],
  )
})

test('pages are free of robots.txt where the settings say so', async () => {
  await using server = await serveRobots(200, 'User-agent: *\nDisallow: /')
  await using door = openTestDoor({ respectRobots: false })
  assert.equal((await door.fetchPage({ url: `${server.url}/page` })).kind, 'fresh')
})

test('robots.txt is asked for once a day, once for pages that come together, and an hour after it failed', async () => {
  const copies = new Map<string, RobotsCopy>()
  let now = 10 * day
  let status = 200
  let askedCount = 0
  await using server = await serve((request, response) => {
    if (request.url === '/robots.txt') {
      askedCount++
      response.statusCode = status
    }
    response.end('User-agent: *\nAllow: /')
  })
  await using door = openTestDoor({
    now: () => now,
    loadRobots: async (origin) => copies.get(origin),
    saveRobots: async (origin, copy) => void copies.set(origin, copy),
  })
  const read = () => door.fetchPage({ url: `${server.url}/page` })
  await Promise.all([read(), read()])
  now += day - 1
  await read()
  assert.equal(askedCount, 1)
  now += 1
  status = 503
  const refused = await read()
  assert.equal(askedCount, 2)
  assert.equal(refused.kind === 'failed' && refused.retryAt, now + 3_600_000)
  now += 3_600_000
  status = 200
  assert.equal((await read()).kind, 'fresh')
})

const delays: readonly (readonly [written: string, gapMs: number])[] = [
  ['4', 4000],
  ['0.5', 1000],
  ['99999999', 300_000],
  ['never', 1000],
]
for (const [written, expected] of delays) {
  test(`Crawl-delay: ${written} makes the gap of pages ${expected} ms`, async () => {
    const gaps: number[] = []
    await using server = await serveRobots(200, `User-agent: *\nCrawl-delay: ${written}`)
    await using door = openTestDoor({
      hostGapMs: 1000,
      reserveHost: async (_host, gapMs, now) => {
        gaps.push(gapMs)
        return now
      },
    })
    await door.fetchPage({ url: `${server.url}/page` })
    assert.deepEqual(gaps, [1000, expected])
  })
}

test('of a robots.txt no more is kept than counts', async () => {
  const kept: RobotsCopy[] = []
  await using server = await serveRobots(200, longFile + longFile)
  await using door = openTestDoor({ saveRobots: async (_origin, copy) => void kept.push(copy) })
  await door.fetchPage({ url: `${server.url}/page` })
  assert.equal(kept[0]?.body.length, 500 * 1024)
})

test('a redirect to another origin is judged by that one\u2019s robots.txt', async () => {
  await using closed = await serveRobots(200, 'User-agent: *\nDisallow: /')
  await using open = await serve((request, response) => {
    if (request.url !== '/robots.txt') response.writeHead(302, { location: `${closed.url}/page` })
    response.end()
  })
  await using door = openTestDoor()
  const outcome = await door.fetchPage({ url: `${open.url}/page` })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'robots')
  assert.deepEqual(
    closed.requests.map(({ url }) => url),
    ['/robots.txt'],
  )
})
