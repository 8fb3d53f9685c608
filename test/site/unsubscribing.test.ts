import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import PostalMime from 'postal-mime'
import { openLog } from '../../src/cli/open-log.ts'
import { replayEnvironment } from '../../src/cli/replay-setup.ts'
import { serveSite } from '../../src/cli/serve-site.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { openMetrics } from '../../src/site/open-metrics.ts'
import { MORNING, openLoopbackDesk, rss, send } from '../pipeline/loopback-desk.ts'

const DAY_MS = 86_400_000
const DIGESTS =
  'digests:\n  - { id: daily, name: Daily, at: "07:00", timezone: Europe/Berlin, when-empty: send, to: [ann@desk.example, ben@desk.example] }\n'

test('a reader who ends a digest gets none until taking it up again, and the others get theirs', async () => {
  await using running = await openLoopbackDesk((_, response) => send(response, 200, rss([]), 'text/xml'), {
    digests: DIGESTS,
  })
  const { desk, clock, workDir } = running
  const setup = { dayDir: workDir, workDir, databaseUrl: ':memory:', dialInstead: { host: '', port: 0 } }
  const environment = {
    ...replayEnvironment({ ...setup, logLevel: 'silent' }),
    siteBind: { host: '127.0.0.1', port: 0 },
  }
  const config = await loadConfig(environment.configDir, environment)
  const serving = {
    environment,
    config: () => config,
    store: desk.store,
    metrics: openMetrics(),
    log: openLog('silent'),
  }
  await using site = await serveSite(serving)
  assert.ok(site)
  const mailsOf = async (day: number): Promise<readonly string[]> => {
    clock.advanceTo(MORNING + day * DAY_MS)
    const before = new Set(await readMails(workDir))
    await running.round()
    const added = (await readMails(workDir)).filter((mail) => !before.has(mail))
    return added.toSorted((left, right) => recipientOf(left).localeCompare(recipientOf(right)))
  }
  await running.round()
  const first = await mailsOf(0)
  assert.deepEqual(first.map(recipientOf), ['ann@desk.example', 'ben@desk.example'])
  const link = (await listUnsubscribe(first[0] ?? '')).replace('https://nightdesk.example', site.url)

  for (const method of ['GET', 'HEAD']) assert.equal((await fetch(link, { method })).status, 200)
  assert.deepEqual((await mailsOf(1)).map(recipientOf), ['ann@desk.example', 'ben@desk.example'])

  const oneClick = new URLSearchParams('List-Unsubscribe=One-Click')
  assert.equal((await fetch(link, { method: 'POST', body: oneClick })).status, 200)
  assert.deepEqual((await mailsOf(2)).map(recipientOf), ['ben@desk.example'])

  await fetch(link, { method: 'POST', body: new URLSearchParams('subscribe=again') })
  assert.deepEqual((await mailsOf(3)).map(recipientOf), ['ann@desk.example', 'ben@desk.example'])
})

async function readMails(workDir: string): Promise<readonly string[]> {
  const outbox = join(workDir, 'outbox')
  const names = await readdir(outbox, { recursive: true }).catch(() => [])
  return Promise.all(names.filter((name) => name.endsWith('.eml')).map((name) => readFile(join(outbox, name), 'utf8')))
}

function recipientOf(mail: string): string {
  return /^To: (.*)\r$/m.exec(mail)?.[1] ?? ''
}

async function listUnsubscribe(mail: string): Promise<string> {
  const { headers } = await PostalMime.parse(mail)
  const field = headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
  return /<(https:[^>]*)>/.exec(field)?.[1] ?? assert.fail(`expected an https link, got ${field}`)
}
