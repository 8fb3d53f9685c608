import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { FetchOutcome } from '../../src/feed/fetch-outcome.ts'
import { type HttpDoor, openHttpDoor } from '../../src/fetch/open-http-door.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { type HostileKind, hostileKinds } from '../../test/fetch/hostile-kinds.ts'
import { allowedHosts, lookupMixed, type MixedFeed } from '../../test/fetch/serve-mixed-hosts.ts'

/**
 * A thousand feeds, a hundred of them hostile, come due evenly over half a minute and are polled with the settings as
 * they come. Are the healthy ones polled on time, is each bad one named rightly, and what is left behind?
 * `polls.ts at-once` lets all come due in one instant.
 */
const spreadMs = process.argv[2] === 'at-once' ? 0 : 30_000
const concurrency = 20
const memoryGoalMb = 300
/** The tick that looks for due feeds comes about this often. */
const lateGoalMs = 10_000

/** What was fetched is let go at once, as the desk does. */
interface Polled {
  readonly feed: MixedFeed
  readonly told: Told
  readonly lateMs: number
}

interface Told {
  readonly code: string
  readonly message: string
}

const server = fork(new URL('./serve-mixed.ts', import.meta.url))
const [{ feeds, authority }] = await once(server, 'message')
setDefaultCACertificates([...getCACertificates(), authority])
const folder = await mkdtemp(join(tmpdir(), 'nightdesk-bench-'))
let peakBytes = 0
const sampler = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
}, 20)
try {
  await using store = await openStore(join(folder, 'desk.sqlite'))
  const polled = await pollOn(store, feeds)
  clearInterval(sampler)
  await report(polled)
} finally {
  server.disconnect()
  await rm(folder, { recursive: true })
}

async function pollOn(store: Store, all: readonly MixedFeed[]): Promise<Polled[]> {
  await using door = openHttpDoor({
    ...store,
    userAgent: 'Nightdesk/0.1 (+https://desk.example/about)',
    connectTimeoutMs: 10_000,
    totalTimeoutMs: 30_000,
    maxBytes: 15 * 1024 ** 2,
    hostGapMs: 1000,
    maxPerHost: 2,
    allowPrivateHosts: allowedHosts(all),
    respectRobots: true,
    now: Date.now,
    sleepUntil: async (at) => void (await pause(at - Date.now())),
    lookup: lookupMixed,
  })
  return await pollInLanes(door, all)
}

async function pollInLanes(door: HttpDoor, all: readonly MixedFeed[]): Promise<Polled[]> {
  const startedAt = Date.now()
  const waiting = all.entries()
  const polled: Polled[] = []
  const lane = async () => {
    for (const [index, feed] of waiting) {
      const dueAt = startedAt + (index * spreadMs) / all.length
      await pause(Math.max(dueAt - Date.now(), 0))
      const lateMs = Math.max(Date.now() - dueAt, 0)
      polled.push({ feed, lateMs, told: tell(await door.fetchFeed({ url: feed.url })) })
    }
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
  return polled
}

async function report(polled: readonly Polled[]): Promise<void> {
  const healthy = polled.filter(({ feed }) => feed.kind === undefined)
  const freshCount = healthy.filter(({ told }) => told.code === 'fresh').length
  const late = healthy.map(({ lateMs }) => lateMs).sort((a, b) => a - b)
  const latestMs = late.at(-1) ?? 0
  const rows = hostileKinds.map((kind) => kindRow(kind, polled))
  const peakMb = Math.max(peakBytes, process.resourceUsage().maxRSS * 1024) / 1024 ** 2
  const handles = process.getActiveResourcesInfo().filter((name) => /TCPSocketWrap|TLSWrap/.test(name)).length
  const openCount = await countOpen()
  const lines = [
    'kind            told as            right  says',
    ...rows.map(({ line }) => line),
    '',
    `healthy feeds fetched    ${freshCount} of ${healthy.length}`,
    `late by                  median ${late[Math.floor(late.length / 2)]?.toFixed(0)} ms, worst ${latestMs.toFixed(0)} ms (goal: under ${lateGoalMs} ms)`,
    `peak memory              ${peakMb.toFixed(0)} MB (goal: under ${memoryGoalMb} MB)`,
    `connections left open    ${openCount} at the servers, ${handles} here`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  const isGood = freshCount === healthy.length && rows.every(({ isRight }) => isRight) && openCount + handles === 0
  if (!isGood || latestMs >= lateGoalMs || peakMb >= memoryGoalMb) process.exitCode = 1
}

function kindRow({ name, code, says = /./ }: HostileKind, polled: readonly Polled[]) {
  const told = polled.filter(({ feed }) => feed.kind === name).map((each) => each.told)
  const rightCount = told.filter((each) => each.code === code && says.test(each.message)).length
  const [first] = told
  const line = `${name.padEnd(15)} ${first?.code.padEnd(18)} ${`${rightCount}/${told.length}`.padEnd(6)} ${first?.message}`
  return { line, isRight: rightCount === told.length }
}

function tell(outcome: FetchOutcome): Told {
  return outcome.kind === 'failed' ? outcome.failure : { code: outcome.kind, message: '' }
}

/** Closing takes a moment to be seen at the other end. */
async function countOpen(): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    server.send('count')
    const [{ openCount }] = await once(server, 'message')
    if (openCount === 0 || attempt === 50) return openCount
    await pause(20)
  }
}
