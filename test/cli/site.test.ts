import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { test } from 'node:test'
import { openStore } from '../../src/store/open-store.ts'
import { openOwnRedis } from '../workers/open-own-redis.ts'
import { openWorkspace, type Workspace } from './open-workspace.ts'
import { RunningCli, runCli } from './run-cli.ts'

const DAY_MS = 86_400_000
const CONFIG = {
  'feeds.yaml': 'feeds:\n  - { id: nowhere, url: "https://nowhere.invalid/feed", outlet: Nowhere }\n',
  'topics.yaml': 'topics:\n  - { id: peace, name: Peace, any: [peace plan] }\n',
  'digests.yaml':
    'digests:\n  - { id: daily, name: The Daily, at: "00:00", timezone: UTC, when-empty: send, to: [reader@desk.example] }\n',
}

async function pageOf(desk: RunningCli): Promise<string> {
  const line = await desk.until(/"msg":"page open"/)
  return /"url":"([^"]+)"/.exec(line)?.[1] ?? assert.fail(line)
}

/** A desk whose digest is due, since it has a reader for two days. */
async function openDueWorkspace(): Promise<Workspace> {
  const workspace = await openWorkspace(CONFIG)
  await using store = await openStore(workspace.database)
  await store.saveRecipients([{ planId: 'daily', address: 'reader@desk.example' }], Date.now() - 2 * DAY_MS)
  return workspace
}

async function firstMail(workspace: Workspace): Promise<string> {
  const outbox = join(workspace.dir, 'var', 'outbox')
  const names = await readdir(outbox, { recursive: true })
  const name = names.find((each) => each.endsWith('.eml')) ?? assert.fail('expected a mail')
  return (await readFile(join(outbox, name), 'utf8')).replaceAll('\r\n ', ' ')
}

for (const mode of ['in-process', 'redis'] as const) {
  test(`start (${mode}) serves the page, counts what it does, and takes the page down with it`, async () => {
    await using opened = new AsyncDisposableStack()
    const workspace = opened.use(await openWorkspace(CONFIG))
    const redis = mode === 'redis' ? opened.use(await openOwnRedis()) : undefined
    const variables = { ...workspace.variables, ...(redis && { REDIS_URL: redis.url }) }
    const desk = opened.use(new RunningCli(['start'], variables))
    const url = await pageOf(desk)
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/)
    await desk.until(/"step":"poll-feed"/)
    assert.equal((await fetch(`${url}/readyz`)).status, 200)
    const metrics = await (await fetch(`${url}/metrics`)).text()
    assert.match(metrics, /^nightdesk_jobs_total\{step="tick",kind="offered"\} [1-9]/m)
    assert.match(metrics, /^nightdesk_jobs_total\{step="poll-feed",kind="failed"\} 1$/m)
    assert.match(metrics, /^nightdesk_feeds\{health="failing"\} 1$/m)
    assert.equal(await desk.stop(), 0)
    await assert.rejects(fetch(url))
  })
}

test('a mail links to the page, where its digest is read and ended; a restart and a new secret keep its links', async () => {
  await using workspace = await openDueWorkspace()
  const variables = { ...workspace.variables, BASE_URL: 'https://desk.example/news/' }
  let header: string
  {
    await using desk = new RunningCli(['start'], variables)
    await desk.until(/"step":"send-digest".*"kind":"sent"/)
    header = /^List-Unsubscribe: (.*)$/m.exec(await firstMail(workspace))?.[1] ?? assert.fail('expected the field')
    assert.equal(await desk.stop(), 0)
  }
  await using store = await openStore(workspace.database)
  const slotDate = (await store.loadOutbox())[0]?.slotDate ?? ''
  const reader = { planId: 'daily', address: 'reader@desk.example' }
  const { links } = (await store.loadMailedDigest({ ...reader, slotDate })) ?? assert.fail('expected a digest')
  await using desk = new RunningCli(['start'], { ...variables, NIGHTDESK_SECRET: 'n'.repeat(32) })
  const url = await pageOf(desk)
  const here = (link: string) => link.replace('https://desk.example/news', url)
  const view = await fetch(here(links?.viewUrl ?? ''))
  assert.equal(view.status, 200)
  assert.match(await view.text(), /The Daily/)
  const unsubscribeUrl = here(/<(https:[^>]+)>/.exec(header)?.[1] ?? '')
  assert.match(await (await fetch(unsubscribeUrl)).text(), /“The Daily” is mailed to <strong>reader@desk\.example/)
  assert.equal(await store.isUnsubscribed(reader), false)
  const posted = await fetch(unsubscribeUrl, {
    method: 'POST',
    body: new URLSearchParams('List-Unsubscribe=One-Click'),
  })
  assert.equal(posted.status, 200)
  assert.equal(await store.isUnsubscribed(reader), true)
  const metrics = await fetch(`${url}/metrics`)
  assert.equal(metrics.status, 404, 'a public page shows no metrics without a token')
  assert.equal(await desk.stop(), 0)
})

test('a busy port is told in one line: the desk goes on without the page', async () => {
  await using opened = new AsyncDisposableStack()
  const workspace = opened.use(await openWorkspace(CONFIG))
  const other = opened.adopt(createServer(), (server) => void server.close()).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const bind = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const variables = { ...workspace.variables, SITE_BIND: bind }
  const desk = opened.use(new RunningCli(['start'], variables))
  const line = await desk.until(/going on without the page/)
  assert.match(line, new RegExp(`SITE_BIND: expected to listen at ${bind}, got EADDRINUSE`))
  await desk.until(/"step":"poll-feed"/)
  assert.equal(await desk.stop(), 0)

  const linked = await runCli(['start'], { ...variables, BASE_URL: 'https://desk.example' })
  assert.equal(linked.code, 2)
  const told = linked.stderr.split('\n').filter((each) => each.includes('SITE_BIND'))
  assert.deepEqual(told, [
    `SITE_BIND: expected to listen at ${bind}, got EADDRINUSE (another program listens there): mails would link to a page that nobody serves`,
  ])
})

test('SITE_BIND=off serves nothing', async () => {
  await using workspace = await openWorkspace(CONFIG)
  await using desk = new RunningCli(['start'], { ...workspace.variables, SITE_BIND: 'off' })
  await desk.until(/"step":"poll-feed"/)
  assert.equal(await desk.stop(), 0)
  assert.ok(desk.lines.every((line) => !line.includes('page open')))
})
