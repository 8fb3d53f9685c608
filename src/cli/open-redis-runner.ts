import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { BullQueues } from '../../workers/bull-queues.ts'
import { loadConfig } from '../config/load-config.ts'
import type { VirtualClock } from '../replay/virtual-clock.ts'
import { openDesk } from './open-desk.ts'
import type { ReplayMessage } from './replay-message.ts'
import type { ReplayRunner } from './replay-runner.ts'
import { type ReplaySetup, replayEnvironment, replayRandom } from './replay-setup.ts'

export interface RedisRun {
  readonly url: string
  readonly workerCount: number
  /** Shared by the workers; without it an SQLite file of this run. */
  readonly databaseUrl?: string
  /** How long a job may be silent before another worker takes it (ms). */
  readonly lockMs: number
  readonly onError: (error: Error) => void
  /** Told again and again while jobs are open. */
  readonly onBusy?: (busy: { readonly openCount: number; readonly workers: readonly ChildProcess[] }) => Promise<void>
}

const LOOK_EVERY_MS = 20
const IDLE_LIMIT_MS = 300_000

/** Leads worker processes through a replay: the jobs go by Redis, the clock by messages. */
export async function openRedisRunner(setup: ReplaySetup, clock: VirtualClock, run: RedisRun): Promise<ReplayRunner> {
  await using opened = new AsyncDisposableStack()
  const environment = replayEnvironment(setup)
  const config = await loadConfig(environment.configDir, environment)
  const bull = { redisUrl: run.url, prefix: `nightdesk-replay-${randomUUID()}`, onError: run.onError }
  const queues = opened.use(new BullQueues(bull))
  await queues.ready()
  opened.defer(() => queues.obliterate().catch(run.onError))
  const desk = opened.use(
    await openDesk({
      environment,
      config: () => config,
      now: clock.now,
      sleepUntil: clock.sleepUntil,
      random: replayRandom,
      enqueue: (jobs) => queues.enqueue(jobs),
      dialInstead: setup.dialInstead,
    }),
  )
  const workers = opened.adopt(startWorkers(run.workerCount), stopWorkers)
  const { redisUrl, prefix } = bull
  const start: ReplayMessage = { kind: 'start', setup, redisUrl, prefix, lockMs: run.lockMs, now: clock.now() }
  await Promise.all(workers.map((worker) => tell(worker, start)))
  const resources = opened.move()
  return {
    desk,
    enqueue: (jobs) => queues.enqueue(jobs),
    idle: () => untilIdle(queues, workers, run),
    advanceTo: async (at) => {
      clock.advanceTo(at)
      await Promise.all(workers.map((worker) => tell(worker, { kind: 'advance', at })))
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

async function untilIdle(queues: BullQueues, workers: readonly ChildProcess[], run: RedisRun): Promise<void> {
  for (let waitedMs = 0; waitedMs < IDLE_LIMIT_MS; waitedMs += LOOK_EVERY_MS) {
    const openCount = await queues.countOpen().catch(run.onError)
    if (openCount === 0) return
    if (openCount !== undefined) await run.onBusy?.({ openCount, workers })
    await pause(LOOK_EVERY_MS)
  }
  throw new Error(`expected the workers to finish within ${IDLE_LIMIT_MS / 1_000} s, got jobs still open`)
}

function startWorkers(count: number): ChildProcess[] {
  const module = new URL('./replay-worker.ts', import.meta.url)
  return Array.from({ length: count }, () => fork(module, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }))
}

/** Sends a message and waits for its answer, or for the end of a worker that will not give one. */
async function tell(worker: ChildProcess, message: ReplayMessage): Promise<void> {
  if (!worker.connected) return
  const answered = new AbortController()
  const { signal } = answered
  const answer = Promise.race([once(worker, 'message', { signal }), once(worker, 'exit', { signal })])
  worker.send(message)
  await answer.finally(() => answered.abort())
}

async function stopWorkers(workers: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    workers.map(async (worker) => {
      if (worker.exitCode !== null || worker.signalCode !== null) return
      const gone = once(worker, 'exit')
      if (worker.connected) worker.send({ kind: 'stop' })
      const timer = setTimeout(() => worker.kill('SIGKILL'), 10_000)
      await gone.finally(() => clearTimeout(timer))
    }),
  )
}
