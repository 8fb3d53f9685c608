import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { openStore } from '../../src/store/open-store.ts'
import { openMailServer } from '../mail/open-mail-server.ts'
import { page, send } from '../pipeline/loopback-desk.ts'
import { openOwnRedis } from '../workers/open-own-redis.ts'
import { openWorkspace } from './open-workspace.ts'
import { RunningCli } from './run-cli.ts'

const TOPICS = 'topics:\n  - { id: peace, name: Peace, any: [peace plan] }\n'
const DAY_MS = 86_400_000

function digests(...ids: readonly string[]): string {
  return `digests:\n${ids.map((id) => `  - { id: ${id}, name: Daily, at: "00:00", timezone: UTC, to: [reader@desk.example] }\n`).join('')}`
}

/** A feed with one article on a loopback port, dated now. */
async function openSite() {
  const server = createServer((request, response) => {
    if (request.url === '/plan') return send(response, 200, page('A plan', 'The council put forward a peace plan.'))
    const item = `<item><title>A plan</title><link>${origin}/plan</link><pubDate>${new Date().toUTCString()}</pubDate></item>`
    return send(response, 200, `<rss version="2.0"><channel><title>T</title>${item}</channel></rss>`, 'text/xml')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    origin,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

for (const mode of ['in-process', 'redis'] as const) {
  test(`a running desk (${mode}) takes over an edit, mails once by SMTP, refuses a bad edit, and stops cleanly`, async () => {
    await using opened = new AsyncDisposableStack()
    const site = opened.use(await openSite())
    const mail = opened.use(await openMailServer())
    const workspace = opened.use(
      await openWorkspace({
        'feeds.yaml': `feeds:\n  - { id: local, url: "${site.origin}/feed", outlet: Local }\n`,
        'topics.yaml': TOPICS,
        'digests.yaml': digests('first'),
        'settings.yaml': 'fetch: { host-gap: 1ms, allow-private-hosts: [127.0.0.1] }\n',
      }),
    )
    const variables = {
      ...workspace.variables,
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      DIGEST_TO: 'reader@desk.example',
    }
    const redis = mode === 'redis' ? opened.use(await openOwnRedis()) : undefined
    const all = redis === undefined ? variables : { ...variables, REDIS_URL: redis.url }
    const desk = opened.use(new RunningCli(['start'], all))
    const worker = redis === undefined ? undefined : opened.use(new RunningCli(['worker'], all))
    const judged = [desk, ...(worker ? [worker] : [])].map((each) => each.until(/"kind":"matched".*"topics":"peace"/))
    await Promise.any(judged)
    Promise.allSettled(judged)

    await using store = await openStore(workspace.database)
    await store.saveRecipients([{ planId: 'late', address: 'reader@desk.example' }], Date.now() - 2 * DAY_MS)
    await workspace.write('digests.yaml', digests('first', 'late'))
    await desk.until(/config taken over/)
    await Promise.any([desk, ...(worker ? [worker] : [])].map((each) => each.until(/"kind":"sent"/)))
    assert.equal(mail.mails.length, 1)
    assert.match(mail.mails[0]?.eml.toString() ?? '', /127\.0\.0\.1:\d+\/plan/)

    await workspace.write('topics.yaml', 'topics:\n  - { id: peace, anny: [peace plan] }\n')
    const refused = await desk.until(/config refused/)
    assert.match(refused, /topics\.yaml:2:/)
    assert.match(refused, /any/)
    assert.equal(await desk.stop(), 0)
    if (worker !== undefined) assert.equal(await worker.stop(), 0)
    assert.equal(mail.mails.length, 1)
  })
}

test('start without a network says per feed what failed, goes on trying, and stops cleanly', async () => {
  await using workspace = await openWorkspace({
    'feeds.yaml':
      'feeds:\n  - { id: nowhere, url: "https://nowhere.invalid/feed", outlet: Nowhere }\n  - { id: inside, url: "http://127.0.0.1:1/feed", outlet: Inside }\n',
    'topics.yaml': TOPICS,
    'digests.yaml': digests('first'),
  })
  await using desk = new RunningCli(['start'], workspace.variables)
  await desk.until(/"feedId":"nowhere".*"kind":"failed".*"code":"dns"/)
  await desk.until(/"feedId":"inside".*"kind":"failed".*"code":"forbidden-address"/)
  assert.equal(await desk.stop('SIGINT'), 0)
  await using store = await openStore(workspace.database)
  for (const state of await store.loadFeedStates()) assert.ok(state.nextPollAt > Date.now())
})

test('a desk whose Redis is away starts, says so, and works once Redis is there', async () => {
  await using site = await openSite()
  await using redis = await openOwnRedis()
  await redis.stop()
  await using workspace = await openWorkspace({
    'feeds.yaml': `feeds:\n  - { id: local, url: "${site.origin}/feed", outlet: Local }\n`,
    'topics.yaml': TOPICS,
    'digests.yaml': digests('first'),
    'settings.yaml': 'fetch: { host-gap: 1ms, allow-private-hosts: [127.0.0.1] }\n',
  })
  await using desk = new RunningCli(['start'], { ...workspace.variables, REDIS_URL: redis.url })
  await desk.until(/redis.*ECONNREFUSED|ECONNREFUSED.*redis/)
  await redis.start()
  await desk.until(/"kind":"matched".*"topics":"peace"/)
  assert.equal(await desk.stop(), 0)
})
