import { BullQueues } from '../../workers/bull-queues.ts'
import { startWorker } from '../../workers/start-worker.ts'
import { loadConfig } from '../config/load-config.ts'
import { type Job, STEPS } from '../pipeline/job.ts'
import { RetryLaterError } from '../pipeline/step-error.ts'
import { openVirtualClock, type VirtualClock } from '../replay/virtual-clock.ts'
import { openDesk } from './open-desk.ts'
import { concurrencyOf } from './open-in-process-desk.ts'
import { openLog } from './open-log.ts'
import { type ReplayMessage, replayMessage } from './replay-message.ts'
import { replayEnvironment, replayRandom } from './replay-setup.ts'
import { runLogged } from './run-logged.ts'

type Start = Extract<ReplayMessage, { kind: 'start' }>

let clock: VirtualClock = openVirtualClock(0)
const opened = new AsyncDisposableStack()

/** One worker process of a replay, led by messages of its parent; without a parent it ends. */
process.on('message', (message) => {
  obey(replayMessage.parse(message)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    process.exit(3)
  })
})
process.on('disconnect', () => process.exit(0))

async function obey(message: ReplayMessage): Promise<void> {
  switch (message.kind) {
    case 'start':
      await start(message)
      break
    case 'advance':
      clock.advanceTo(message.at)
      break
    case 'stop':
      await opened.disposeAsync()
      process.exit(0)
  }
  process.send?.({ kind: 'done' })
}

async function start({ setup, redisUrl, prefix, lockMs, now }: Start): Promise<void> {
  clock = openVirtualClock(now)
  const log = openLog(setup.logLevel)
  const environment = replayEnvironment(setup)
  const config = await loadConfig(environment.configDir, environment)
  const onError = (error: Error) => log.debug({ err: error }, 'redis')
  const queues = opened.use(new BullQueues({ redisUrl, prefix, onError }))
  await queues.ready()
  const desk = opened.use(
    await openDesk({
      environment,
      config: () => config,
      now: () => clock.now(),
      sleepUntil: (at) => clock.sleepUntil(at),
      random: replayRandom,
      enqueue: (jobs) => queues.enqueue(jobs),
      dialInstead: setup.dialInstead,
    }),
  )
  for (const step of STEPS) {
    const concurrency = concurrencyOf(step, config.settings.concurrency)
    const run = (job: Job) => runLogged(desk.ports, job, { log }).catch(endAtWait)
    opened.use(startWorker(step, { redisUrl, prefix, concurrency, run, onError, lockMs }))
  }
}

/** Waits end by the clock of the day, which Redis does not know: the database has when, and a later tick offers it. */
function endAtWait(error: unknown): void {
  if (!(error instanceof RetryLaterError)) throw error
}
