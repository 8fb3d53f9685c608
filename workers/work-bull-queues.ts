import { openDesk } from '../src/cli/open-desk.ts'
import { concurrencyOf } from '../src/cli/open-in-process-desk.ts'
import type { Log } from '../src/cli/open-log.ts'
import { type JobWatch, runLogged } from '../src/cli/run-logged.ts'
import { systemClock } from '../src/cli/system-clock.ts'
import type { DeskConfig } from '../src/config/desk-config.ts'
import type { Environment } from '../src/config/environment.ts'
import type { Job, Step } from '../src/pipeline/job.ts'
import { BullQueues } from './bull-queues.ts'
import { startWorker } from './start-worker.ts'

/** How often the tick's schedule is put back, should Redis have lost it. */
const RESCHEDULE_EVERY_MS = 15_000

export interface BullWork extends JobWatch {
  readonly environment: Environment
  readonly redisUrl: string
  readonly config: () => DeskConfig
}

/** Takes jobs of these steps from Redis until disposed, which waits for the jobs that run. */
export async function workBullQueues(steps: readonly Step[], work: BullWork): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack()
  const { environment, redisUrl, config, log } = work
  const onError = tellOnce(log)
  const queues = opened.use(new BullQueues({ redisUrl, onError }))
  const desk = opened.use(
    await openDesk({ environment, config, ...systemClock, enqueue: (jobs) => queues.enqueue(jobs) }),
  )
  for (const step of steps) {
    const concurrency = concurrencyOf(step, config().settings.concurrency)
    const run = (job: Job) => runLogged(desk.ports, job, work)
    opened.use(startWorker(step, { redisUrl, concurrency, run, onError }))
  }
  opened.use(keepTicking(queues, onError))
  const resources = opened.move()
  return { [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

/** Every process keeps the tick scheduled; the schedule is one, however many put it there. */
function keepTicking(queues: BullQueues, onError: (error: Error) => void): Disposable {
  const schedule = () => void queues.scheduleTick().catch(onError)
  void queues.ready().then(schedule, onError)
  const timer = setInterval(schedule, RESCHEDULE_EVERY_MS)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}

/** A Redis that is away complains at every retry of every connection: once per message and minute is enough. */
function tellOnce(log: Log): (error: Error) => void {
  const toldAt = new Map<string, number>()
  return (error) => {
    const now = Date.now()
    if (now - (toldAt.get(error.message) ?? 0) < 60_000) return
    if (toldAt.size > 100) toldAt.clear()
    toldAt.set(error.message, now)
    log.warn({ err: error }, 'redis')
  }
}
