import type { Command } from 'commander'
import { workBullQueues } from '../../workers/work-bull-queues.ts'
import { STEPS } from '../pipeline/job.ts'
import { loadEnvironment } from './load-environment.ts'
import { openInProcessDesk } from './open-in-process-desk.ts'
import { type LiveConfig, openLiveConfig } from './open-live-config.ts'
import { type Log, openLog } from './open-log.ts'
import { systemClock } from './system-clock.ts'
import { untilStopped } from './until-stopped.ts'

const TICK_EVERY_MS = 5_000

export function addStart(program: Command): void {
  program
    .command('start')
    .description('Keep watch: poll, read, match and mail what falls due, until stopped by SIGTERM or Ctrl-C.')
    .addHelpText(
      'after',
      '\nWith REDIS_URL the steps run as BullMQ workers, here and in every `nightdesk worker`;\nwithout it they run in this process. Edits of the config are taken over while it runs.',
    )
    .action(start)
}

async function start(): Promise<void> {
  const environment = loadEnvironment()
  const log = openLog(environment.logLevel)
  const stopped = untilStopped()
  await using config = await openLiveConfig(environment, log)
  log.info({ feeds: config.current().feeds.length, queue: environment.redisUrl ? 'redis' : 'in-process' }, 'watching')
  if (environment.redisUrl !== undefined) {
    const { redisUrl } = environment
    await using _workers = await workBullQueues(STEPS, {
      environment,
      redisUrl,
      config: config.current,
      log,
    })
    await toldStop(stopped, log)
    return
  }
  await startInProcess(environment, config, log, stopped)
}

async function startInProcess(
  environment: ReturnType<typeof loadEnvironment>,
  config: LiveConfig,
  log: Log,
  stopped: Promise<string>,
): Promise<void> {
  await using opened = await openInProcessDesk({ environment, config: config.current, ...systemClock }, log)
  opened.queue.enqueue([{ step: 'tick' }])
  const timer = setInterval(() => opened.queue.enqueue([{ step: 'tick' }]), TICK_EVERY_MS)
  await toldStop(stopped, log)
  clearInterval(timer)
}

async function toldStop(stopped: Promise<string>, log: Log): Promise<void> {
  log.info({ signal: await stopped }, 'stopping: finishing what runs')
}
