import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { openStore } from '../../src/store/open-store.ts'
import { rss, send } from '../pipeline/loopback-desk.ts'
import { openWorkspace } from './open-workspace.ts'
import { runCli } from './run-cli.ts'

const HOUR = 3_600_000
const FEED = rss([{ path: '/a', title: 'A' }]).replace('<title>Wire</title>', '<title>The Wire</title><ttl>90</ttl>')

async function openSite() {
  const server = createServer((request, response) => {
    if (request.url === '/feed') {
      response.setHeader('etag', '"one"')
      return send(response, 200, FEED, 'application/rss+xml')
    }
    const head =
      '<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" hreflang="de" href="/de">'
    return request.url === '/'
      ? send(response, 200, `<!doctype html><head>${head}</head><p>Home`)
      : send(response, 404, '')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function openDesk() {
  const feeds = ['well', 'down', 'quiet', 'gone'].map(
    (id) => `  - { id: ${id}, url: "https://${id}.example/feed", outlet: ${id} }\n`,
  )
  return openWorkspace({
    'feeds.yaml': `feeds:\n${feeds.join('')}`,
    'topics.yaml': 'topics:\n  - { id: peace, name: Peace, any: [peace plan] }\n',
    'digests.yaml': 'digests:\n  - { id: daily, name: Daily, at: "07:00", to: [reader@desk.example] }\n',
    'settings.yaml': 'fetch: { host-gap: 1ms, allow-private-hosts: [127.0.0.1] }\n',
  })
}

test('feeds check explains what one fetch shows', async () => {
  await using site = await openSite()
  await using desk = await openDesk()
  const { code, stdout } = await runCli(['feeds', 'check', `${site.origin}/feed`], desk.variables)
  assert.equal(code, 0)
  assert.match(stdout, /^answer +200 in \d+ ms, \d+ bytes, application\/rss\+xml/)
  assert.match(stdout, /validators +ETag "one"/)
  assert.match(stdout, /title +The Wire/)
  assert.match(stdout, /next poll +in 90 min: the feed asks for it/)
})

test('feeds check says what stands there instead of a feed, and what it offers', async () => {
  await using site = await openSite()
  await using desk = await openDesk()
  const page = await runCli(['feeds', 'check', `${site.origin}/`], desk.variables)
  assert.equal(page.code, 1)
  assert.match(page.stdout, /not a feed +.*\noffers +http:\/\/127\.0\.0\.1:\d+\/feed/)
  const missing = await runCli(['feeds', 'check', `${site.origin}/none`], desk.variables)
  assert.equal(missing.code, 1)
  assert.match(missing.stdout, /failed +not-found: 404/)
})

test('feeds discover lists the feeds a site offers', async () => {
  await using site = await openSite()
  await using desk = await openDesk()
  const found = await runCli(['feeds', 'discover', `${site.origin}/`], desk.variables)
  assert.deepEqual([found.code, found.stdout], [0, `${site.origin}/feed\n`])
})

test('feeds add takes a feed into the config, its title for the outlet', async () => {
  await using site = await openSite()
  await using desk = await openDesk()
  assert.equal((await runCli(['feeds', 'add', `${site.origin}/feed`], desk.variables)).code, 0)
  const listed = await runCli(['feeds', 'list', '--json'], desk.variables)
  assert.equal(JSON.parse(listed.stdout).at(-1).outlet, 'The Wire')
  const refused = await runCli(['feeds', 'add', `${site.origin}/`], desk.variables)
  assert.equal(refused.code, 2)
  assert.match(refused.stderr, /nightdesk feeds add http:\/\/127\.0\.0\.1:\d+\/feed/)
})

test('feeds list tells how each feed is, since when, and when it is polled next and why', async () => {
  await using desk = await openDesk()
  const now = Date.now()
  const base = { validators: {}, wishes: {}, failureCount: 0, itemCount: 1, lastPollAt: now, nextPollAt: now + HOUR }
  const states = [
    { feedId: 'well', rhythm: {}, nextPollWhy: 'its interval' },
    {
      feedId: 'down',
      rhythm: {},
      failingSinceAt: now - 5 * HOUR,
      lastFailure: { code: 'timeout', message: 'no answer within 30 s' },
    },
    { feedId: 'quiet', rhythm: { quietGapMs: HOUR, newestItemAt: now - 9.5 * HOUR } },
    { feedId: 'gone', rhythm: {}, goneAt: now - HOUR },
  ] as const
  {
    await using store = await openStore(desk.database)
    for (const state of states) {
      await store.savePoll({ state: { ...base, ...state, url: `https://${state.feedId}.example/feed` }, listed: [] })
    }
  }
  const { stdout } = await runCli(['feeds', 'list'], desk.variables)
  assert.match(stdout, /^well +well +ok +.*its interval$/m)
  assert.match(stdout, /^down +down +failing since \S+Z .*no answer within 30 s/m)
  assert.match(stdout, /^quiet +quiet +silent since \S+Z .*9 times its usual gap/m)
  assert.match(stdout, /^gone +gone +gone since \S+Z/m)
})
