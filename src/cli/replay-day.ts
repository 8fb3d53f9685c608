import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { renderHtml } from '../digest/render-html.ts'
import { renderText } from '../digest/render-text.ts'
import { nextDueAt } from '../pipeline/next-due-at.ts'
import type { Outputs } from '../replay/compare-with-expected.ts'
import { loadDay } from '../replay/load-day.ts'
import type { RecordedDay } from '../replay/recorded-day.ts'
import { composeReport, type Report } from '../replay/report.ts'
import { serveDay } from '../replay/serve-day.ts'
import { openVirtualClock, type VirtualClock } from '../replay/virtual-clock.ts'
import { familiesOf } from './families-of.ts'
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

/**
 * Plays a recorded day through the whole pipeline, over real HTTP on loopback, by a virtual clock. The days before it are
 * played first, on the same database; what comes out is of the last day alone.
 */
export async function replayDay(dir: string, options: ReplayOptions): Promise<Replay> {
  const days = daysUpTo(await loadDay(resolve(dir)))
  const workDir = await mkdtemp(join(tmpdir(), 'nightdesk-replay-'))
  try {
    const stored = options.redis?.databaseUrl ?? join(workDir, 'desk.sqlite')
    const databaseUrl = options.redis === undefined && days.length === 1 ? ':memory:' : stored
    const clock = openVirtualClock(days[0]?.startAt ?? 0)
    const toldBefore = new Set<string>()
    for (const day of days) {
      const replay = await playDay(day, { ...options, clock, workDir, databaseUrl, toldBefore })
      if (day === days.at(-1)) return replay
    }
    throw new Error(`${dir}: no day to play`)
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

function daysUpTo(day: RecordedDay): readonly RecordedDay[] {
  return day.before === undefined ? [day] : [...daysUpTo(day.before), day]
}

interface DayOptions extends ReplayOptions {
  readonly clock: VirtualClock
  readonly workDir: string
  readonly databaseUrl: string
  /** Ids of the mails of the days before; those of this day are added. */
  readonly toldBefore: Set<string>
}

async function playDay(day: RecordedDay, options: DayOptions): Promise<Replay> {
  const { clock, redis, log, smtpUrl, workDir, databaseUrl } = options
  await using server = await serveDay(day)
  clock.advanceTo(day.startAt)
  const dialInstead = { host: server.host, port: server.port }
  const setup = {
    dayDir: dirname(day.configDir),
    workDir,
    databaseUrl,
    dialInstead,
    logLevel: 'silent',
    smtpUrl,
  } as const
  await using runner =
    redis === undefined ? await openLocalRunner(setup, clock, log) : await openRedisRunner(setup, clock, redis)
  await playThrough(runner, clock, day, options)
  return await collect(runner.desk, day, options.toldBefore)
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

async function collect(desk: Desk, day: RecordedDay, toldBefore: Set<string>): Promise<Replay> {
  const { store, ports } = desk
  const outbox = (await store.loadOutbox()).filter(({ deliveryId }) => !toldBefore.has(deliveryId))
  for (const { deliveryId } of outbox) toldBefore.add(deliveryId)
  const mails = await Promise.all(
    outbox.map(async (entry) => {
      const mail = await store.loadMail(entry.deliveryId)
      if (mail === undefined) throw new Error(`outbox: ${entry.deliveryId} has no content`)
      return { ...mail, to: entry.to, status: entry.status }
    }),
  )
  const articles = (await store.loadJudgedArticles()).filter(({ article }) => isOf(day, article.firstSeenAt))
  const ids = new Set(articles.map(({ article }) => article.id))
  const stories = await store.loadStories({ since: 0, families: familiesOf({ feeds: ports.feeds() }) })
  const said = await store.loadLedger({ since: 0 })
  const report = composeReport({
    day: basename(day.dir),
    endAt: day.endAt,
    feeds: ports.feeds(),
    states: await store.loadFeedStates(),
    articles,
    stories: stories.filter((story) => story.articles.some(({ articleId }) => ids.has(articleId))),
    statements: said.filter(({ articleId }) => ids.has(articleId)),
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

/** The first day has what came before it too. */
function isOf({ before, startAt }: RecordedDay, seenAt: number): boolean {
  return before === undefined || seenAt >= startAt
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
