import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { renderHtml } from '../digest/render-html.ts'
import { renderText } from '../digest/render-text.ts'
import { nextDueAt } from '../pipeline/next-due-at.ts'
import type { Outputs } from '../replay/compare-with-expected.ts'
import { loadDay } from '../replay/load-day.ts'
import type { RecordedDay } from '../replay/recorded-day.ts'
import { composeReport, type Report } from '../replay/report.ts'
import { serveDay } from '../replay/serve-day.ts'
import { openVirtualClock, type VirtualClock } from '../replay/virtual-clock.ts'
import type { Desk } from './open-desk.ts'
import type { Log } from './open-log.ts'
import { openRedisRunner, type RedisRun } from './open-redis-runner.ts'
import { openLocalRunner, type ReplayRunner } from './replay-runner.ts'

export interface ReplayOptions {
  readonly log: Log
  /** Through BullMQ and several worker processes instead of in this process. */
  readonly redis?: RedisRun
  /** A mail server to send to; without it the mail goes into a folder that is thrown away. */
  readonly smtpUrl?: string
  readonly onProgress?: (share: number) => void
}

export interface Replay {
  readonly report: Report
  /** `digest.*` of the first mail, further mails numbered, and `report.json`. */
  readonly outputs: Outputs
}

/** More rounds than this at one moment mean that something is offered again and again. */
const ROUND_LIMIT = 50

/** Plays a recorded day through the whole pipeline, over real HTTP on loopback, by a virtual clock. */
export async function replayDay(dir: string, options: ReplayOptions): Promise<Replay> {
  const day = await loadDay(resolve(dir))
  await using server = await serveDay(day)
  const workDir = await mkdtemp(join(tmpdir(), 'nightdesk-replay-'))
  try {
    const clock = openVirtualClock(day.startAt)
    const setup = {
      dayDir: day.dir,
      workDir,
      databaseUrl:
        options.redis === undefined ? ':memory:' : (options.redis.databaseUrl ?? join(workDir, 'desk.sqlite')),
      dialInstead: { host: server.host, port: server.port },
      logLevel: 'silent',
      smtpUrl: options.smtpUrl,
    } as const
    await using runner =
      options.redis === undefined
        ? await openLocalRunner(setup, clock, options.log)
        : await openRedisRunner(setup, clock, options.redis)
    await playThrough(runner, clock, day, options)
    return await collect(runner.desk, day)
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

async function playThrough(
  runner: ReplayRunner,
  clock: VirtualClock,
  day: RecordedDay,
  options: ReplayOptions,
): Promise<void> {
  const { ports, store } = runner.desk
  for (let roundCount = 1; roundCount <= ROUND_LIMIT; roundCount++) {
    await runner.enqueue([{ step: 'tick' }])
    await runner.idle()
    const dueAt = await nextDueAt({ ...ports, loadNextAttemptAt: store.loadNextAttemptAt })
    if (dueAt === undefined || dueAt > day.endAt) return
    if (dueAt > clock.now()) {
      await runner.advanceTo(dueAt)
      options.onProgress?.((dueAt - day.startAt) / (day.endAt - day.startAt))
      roundCount = 0
    }
  }
  throw new Error(`${day.dir}: the day does not come to rest at ${new Date(clock.now()).toISOString()}`)
}

async function collect(desk: Desk, day: RecordedDay): Promise<Replay> {
  const { store, ports } = desk
  const outbox = await store.loadOutbox()
  const mails = await Promise.all(
    outbox.map(async (entry) => {
      const mail = await store.loadMail(entry.deliveryId)
      if (mail === undefined) throw new Error(`outbox: ${entry.deliveryId} has no content`)
      return { ...mail, to: entry.to, status: entry.status }
    }),
  )
  const report = composeReport({
    day: basename(day.dir),
    endAt: day.endAt,
    feeds: ports.feeds(),
    states: await store.loadFeedStates(),
    articles: await store.loadJudgedArticles(),
    mails,
  })
  const outputs: Record<string, Uint8Array> = { 'report.json': bytesOf(`${JSON.stringify(report, undefined, 2)}\n`) }
  for (const [index, { digest, eml }] of mails.entries()) {
    const name = index === 0 ? 'digest' : `digest-${index + 1}`
    outputs[`${name}.eml`] = eml
    outputs[`${name}.html`] = bytesOf(renderHtml(digest))
    outputs[`${name}.txt`] = bytesOf(renderText(digest))
  }
  return { report, outputs }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
