import { openDesk } from '../../src/cli/open-desk.ts'
import { concurrencyOf } from '../../src/cli/open-in-process-desk.ts'
import { openLog } from '../../src/cli/open-log.ts'
import { replayEnvironment, replayRandom } from '../../src/cli/replay-setup.ts'
import { runLogged } from '../../src/cli/run-logged.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { type Job, STEPS } from '../../src/pipeline/job.ts'
import { jobId } from '../../src/pipeline/job-id.ts'
import { InProcessQueue } from '../../src/queue/in-process.ts'
import { openVirtualClock } from '../../src/replay/virtual-clock.ts'
import { BullQueues } from '../../workers/bull-queues.ts'
import { startWorker } from '../../workers/start-worker.ts'
import type { DeskMessage, Waits } from './desk-message.ts'
import { openStopwatch } from './open-stopwatch.ts'
import { timePorts } from './time-ports.ts'
import { START_AT } from './write-day.ts'

type Order = Extract<DeskMessage, { kind: 'open' }>

export interface MeasuredDesk extends AsyncDisposable {
  /** Does all that is due; through Redis the jobs come by themselves. */
  readonly work: () => Promise<void>
  readonly waits: () => Waits
}

/** The desk as it runs in earnest, but with its ports timed, and a clock that stands still, so that nobody waits. */
export async function openMeasuredDesk({ setup, threads, bull }: Order): Promise<MeasuredDesk> {
  await using opened = new AsyncDisposableStack()
  const clock = openVirtualClock(START_AT)
  const log = openLog(setup.logLevel)
  const environment = replayEnvironment(setup)
  const written = await loadConfig(environment.configDir, environment)
  const extraction = { ...written.settings.extraction, threads }
  const config = { ...written, settings: { ...written.settings, extraction } }
  const desk = opened.use(
    await openDesk({
      environment,
      config: () => config,
      now: clock.now,
      sleepUntil: clock.sleepUntil,
      random: replayRandom,
      enqueue: (jobs) => queue.enqueue(jobs),
      dialInstead: setup.dialInstead,
    }),
  )
  const stopwatch = openStopwatch()
  const ports = timePorts(desk.ports, stopwatch)
  const work = {
    run: (job: Job) => stopwatch.timed(`step ${job.step}`, () => runLogged(ports, job, { log }))(),
    concurrencyOf: (step: Job['step']) => concurrencyOf(step, config.settings.concurrency),
  }
  const queue = opened.use(bull === undefined ? queueHere(work) : await workBull(work, bull))
  const resources = opened.move()
  return {
    work: async () => {
      await queue.enqueue([{ step: 'tick' }])
      await queue.idle()
    },
    waits: stopwatch.waits,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

interface Work {
  readonly run: (job: Job) => Promise<void>
  readonly concurrencyOf: (step: Job['step']) => number
}

function queueHere(work: Work): InProcessQueue<Job> {
  return new InProcessQueue<Job>({
    ...work,
    idOf: jobId,
    judge: () => 'wait',
    retryPausesMs: [],
    onError: (_job, error) => complain(error),
  })
}

async function workBull(work: Work, bull: { readonly redisUrl: string; readonly prefix: string }) {
  await using opened = new AsyncDisposableStack()
  const redis = { ...bull, onError: complain }
  const queues = opened.use(new BullQueues(redis))
  await queues.ready()
  for (const step of STEPS) {
    opened.use(startWorker(step, { ...redis, concurrency: work.concurrencyOf(step), run: work.run }))
  }
  const resources = opened.move()
  return {
    enqueue: (jobs: readonly Job[]) => queues.enqueue(jobs),
    // Only who leads all processes can see whether all is done.
    idle: async () => undefined,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

function complain(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
}
