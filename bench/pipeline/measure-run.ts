import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { ReplaySetup } from '../../src/cli/replay-setup.ts'
import { openStore } from '../../src/store/open-store.ts'
import { BullQueues } from '../../workers/bull-queues.ts'
import { type Child, startChild } from './child.ts'
import { type DeskMessage, type ProcessUse, processUse } from './desk-message.ts'
import type { RedisServer } from './start-redis.ts'

export interface Run {
  readonly name: string
  readonly wallMs: number
  readonly processes: readonly ProcessUse[]
  readonly redis?: { readonly peakBytes: number; readonly cpuMs: number }
  readonly articleCount: number
  readonly partlyReadCount: number
  readonly matchCount: number
}

export interface RunOrder {
  readonly dayDir: string
  readonly workDir: string
  readonly dialInstead: { readonly host: string; readonly port: number }
  /** Pages read at the same time, over all processes. */
  readonly threads: number
}

const done = z.object({ kind: z.literal('done') })
const LOOK_EVERY_MS = 50

/** Everything in one process of its own: what `nightdesk start` is without Redis. */
export async function measureInProcess(order: RunOrder): Promise<Run> {
  const setup = setupOf(order, 'in-process')
  await using desk = startChild('./desk-process.ts')
  await desk.ask(openOrder(setup, order.threads), done)
  const startedAt = performance.now()
  await untilAllPolled(setup, () => desk.ask({ kind: 'work' }, done).then(() => undefined))
  const wallMs = performance.now() - startedAt
  const processes = [await desk.ask({ kind: 'measure' }, processUse)]
  return { name: 'in one process', wallMs, processes, ...(await countResults(setup)) }
}

/** The same through BullMQ; only the first job and the look whether all is done come from here. */
export async function measureThroughRedis(order: RunOrder, redis: RedisServer, processCount: number): Promise<Run> {
  await using opened = new AsyncDisposableStack()
  const setup = setupOf(order, 'bullmq')
  const bull = { redisUrl: redis.url, prefix: `nightdesk-bench-${randomUUID()}` }
  const queues = opened.use(new BullQueues({ ...bull, onError: complain }))
  await queues.ready()
  opened.defer(() => queues.obliterate())
  const desks = Array.from({ length: processCount }, () => opened.use(startChild('./desk-process.ts')))
  const threads = Math.max(1, Math.floor(order.threads / processCount))
  for (const desk of desks) await desk.ask({ ...openOrder(setup, threads), bull }, done)
  const before = await redis.use()
  const startedAt = performance.now()
  await untilAllPolled(setup, async () => {
    await queues.enqueue([{ step: 'tick' }])
    await untilDone(queues, desks)
  })
  const wallMs = performance.now() - startedAt
  const after = await redis.use()
  const processes = await Promise.all(desks.map((desk) => desk.ask({ kind: 'measure' }, processUse)))
  return {
    name: `BullMQ, ${processCount} processes`,
    wallMs,
    processes,
    redis: { peakBytes: after.peakBytes, cpuMs: after.cpuMs - before.cpuMs },
    ...(await countResults(setup)),
  }
}

/** A tick offers a part of many feeds that are due at once: rounds go on until one polls no feed more. */
async function untilAllPolled(setup: ReplaySetup, round: () => Promise<void>): Promise<void> {
  await using store = await openStore(setup.databaseUrl)
  for (let before = -1, polled = 0; polled > before; ) {
    await round()
    before = polled
    polled = (await store.loadFeedStates()).length
  }
}

async function untilDone(queues: BullQueues, desks: readonly Child[]): Promise<void> {
  while ((await queues.countOpen()) > 0) {
    if (desks.some((desk) => desk.isOver())) throw new Error('bench: a desk process ended before its time')
    await pause(LOOK_EVERY_MS)
  }
}

function setupOf({ dayDir, workDir, dialInstead }: RunOrder, name: string): ReplaySetup {
  const databaseUrl = join(workDir, `${name}.sqlite`)
  return { dayDir, workDir: join(workDir, name), databaseUrl, dialInstead, logLevel: 'silent' }
}

function openOrder(setup: ReplaySetup, threads: number): Extract<DeskMessage, { kind: 'open' }> {
  return { kind: 'open', setup, threads }
}

async function countResults(setup: ReplaySetup) {
  await using store = await openStore(setup.databaseUrl)
  const { matchCount, waitingCount } = await store.loadCounts()
  if (waitingCount > 0) throw new Error(`bench: expected all articles to be done, got ${waitingCount} that are not`)
  return { ...(await store.loadReadCounts(0)), matchCount }
}

function complain(error: Error): void {
  process.stderr.write(`${error.message}\n`)
}
