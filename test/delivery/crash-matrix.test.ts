import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import { lateLimit } from '../../src/digest/late-limit.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { type Action, openScriptedServer, type Point } from './open-scripted-server.ts'

/** At each point. Ten play every fault once. */
const RUN_COUNT = Number(process.env.CRASH_RUNS ?? 10)
const PROCESS = new URL('./deliver-process.ts', import.meta.url)
const STARTED_AT = Date.parse('2024-06-14T05:00:00Z')

/** Where the process is when it is killed; `data` and `content` are seen by the server. */
const KILL_POINTS = ['claimed', 'connected', 'data', 'content', 'sent'] as const
type KillPoint = (typeof KILL_POINTS)[number]

/** What the process that comes after meets, once. */
const FAULTS: readonly { readonly at: Point; readonly action: Action }[] = [
  { at: 'mail', action: 'answer' },
  { at: 'mail', action: 'drop' },
  { at: 'rcpt', action: 'drop' },
  { at: 'data', action: 'drop' },
  { at: 'content', action: 'drop' },
  { at: 'content', action: 'hang' },
  { at: 'rcpt', action: { reply: '451 try later' } },
  { at: 'rcpt', action: { reply: '554 no such mailbox' } },
  { at: 'content', action: 'slow' },
  { at: 'content', action: 'double' },
]

/** A server that plays each run's fault once, and tells when the process that is to be killed comes by. */
async function openServer(faults: ReadonlyMap<string, (typeof FAULTS)[number]>) {
  const played = new Set<string>()
  let dying: { readonly from: string; readonly at: Point | undefined; readonly reached: () => void } | undefined
  const server = await openScriptedServer((point, from) => {
    if (dying?.from === from) {
      if (dying.at !== point) return 'answer'
      dying.reached()
      return 'hang'
    }
    const fault = faults.get(from)
    if (fault?.at !== point || played.has(from)) return 'answer'
    played.add(from)
    return fault.action
  })
  return {
    ...server,
    /** Until life is expected again the sender meets no fault: that is for the process that comes after. */
    expectDeath: (from: string, at: Point | undefined): Promise<void> => {
      const { promise, resolve } = Promise.withResolvers<void>()
      dying = { from, at, reached: resolve }
      return promise
    },
    expectLife: () => {
      dying = undefined
    },
  }
}

function senderOf(run: number): string {
  return `run-${run}@desk.example`
}

async function addMails(store: Store): Promise<void> {
  const slot = { planId: 'daily', date: '2024-06-14', dueAt: STARTED_AT }
  const coverage = { feedCount: 1, articleCount: 1, failingFeeds: [], partlyReadCount: 0 }
  const about = { planId: 'daily', name: 'Daily', slotDate: slot.date, timezone: 'UTC', subject: 'S', preheader: '' }
  const digest = { ...about, sections: [], sharedTopics: [], quietTopics: [], coverage }
  await store.startSlot(slot, STARTED_AT)
  const mails = Array.from({ length: RUN_COUNT }, (_, run) => ({
    digest,
    deliveryId: `d${run}`,
    address: `reader-${run}@home.example`,
    from: senderOf(run),
    subject: 'S',
    messageId: `<d${run}@desk.example>`,
    eml: Buffer.from(`Message-ID: <d${run}@desk.example>\r\nSubject: S\r\n\r\nrun ${run}\r\n`),
    articleIds: [],
    newsSince: STARTED_AT,
    expiresAt: lateLimit(STARTED_AT),
  }))
  await store.saveMails({ slot, mails, composedAt: STARTED_AT })
  await store.finishSlot(slot, STARTED_AT)
}

function start(database: string, port: number, death: readonly string[] = []): ChildProcess {
  // Kept beside the database: a hundred processes that start alike need not all compile the same sources.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(dirname(database), 'compiled') }
  return fork(PROCESS, [database, String(port), String(STARTED_AT), ...death], { stdio: 'inherit', env })
}

/** Starts a process, waits until it is at the point, kills it. */
async function killAt(
  point: KillPoint,
  run: number,
  { database, server }: { readonly database: string; readonly server: Awaited<ReturnType<typeof openServer>> },
): Promise<void> {
  const seen = point === 'data' || point === 'content' ? point : undefined
  // After the dot, every other run dies with the answer read and not yet stored.
  const isAnswered = point === 'content' && run % 2 === 1
  const atServer = server.expectDeath(senderOf(run), isAnswered ? undefined : seen)
  const stop = isAnswered ? 'answered' : (seen ?? point)
  const child = start(database, server.port, [stop, `d${run}`])
  const gone = once(child, 'exit')
  const early = gone.then(([code]) => Promise.reject(new Error(`ended with ${code} before ${stop}`)))
  await Promise.race([seen === undefined || isAnswered ? once(child, 'message') : atServer, early])
  early.catch(() => undefined)
  child.kill('SIGKILL')
  await gone
  server.expectLife()
}

describe('a process killed in the middle of a delivery', { concurrency: 2 }, () => {
  for (const point of KILL_POINTS) {
    test(`${RUN_COUNT} times at "${point}": no mail is lost, none comes more than twice, all copies are one mail`, async () => {
      const dir = await mkdtemp(join(tmpdir(), 'nightdesk-crash-'))
      try {
        const database = join(dir, 'desk.sqlite')
        await using store = await openStore(database)
        await addMails(store)
        const faults = new Map(Array.from({ length: RUN_COUNT }, (_, run) => [senderOf(run), faultOf(run)] as const))
        await using server = await openServer(faults)
        for (let run = 0; run < RUN_COUNT; run++) await killAt(point, run, { database, server })
        const [code] = await once(start(database, server.port), 'exit')
        assert.equal(code, 0)
        await expectNothingLost(store, server.kept, point)
      } finally {
        await rm(dir, { recursive: true, force: true })
      }
    })
  }
})

function faultOf(run: number): (typeof FAULTS)[number] {
  return FAULTS[run % FAULTS.length] ?? assert.fail()
}

async function expectNothingLost(
  store: Store,
  kept: readonly { readonly from: string; readonly eml: string }[],
  point: KillPoint,
): Promise<void> {
  const mails = new Map((await store.loadOutbox()).map((mail) => [mail.deliveryId, mail]))
  for (let run = 0; run < RUN_COUNT; run++) {
    const copies = kept.filter((mail) => mail.from === senderOf(run))
    const mail = mails.get(`d${run}`)
    const what = `${point}, run ${run}: ${mail?.status} (${mail?.reason}), ${copies.length} copies`
    assert.ok(copies.length <= 2, what)
    assert.equal(new Set(copies.map((copy) => copy.eml)).size <= 1, true, what)
    for (const copy of copies) assert.match(copy.eml, new RegExp(`^Message-ID: <d${run}@`))
    const isRefused = faultOf(run).action
    const isShown = mail?.status === 'failed' || mail?.status === 'unknown'
    assert.ok(mail?.status === 'sent' ? copies.length > 0 : isShown, what)
    if (typeof isRefused === 'string') assert.ok(copies.length > 0, what)
  }
}
