import type { Command } from 'commander'
import { workBullQueues } from '../../workers/work-bull-queues.ts'
import { STEPS } from '../pipeline/job.ts'
import { openMetrics } from '../site/open-metrics.ts'
import { openStore } from '../store/open-store.ts'
import { loadEnvironment } from './load-environment.ts'
import { openInProcessDesk } from './open-in-process-desk.ts'
import { openLiveConfig } from './open-live-config.ts'
import { openLog } from './open-log.ts'
import { type SiteServing, serveSite } from './serve-site.ts'
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
  const metrics = openMetrics()
  const watch: Watch = { environment, config: config.current, log, metrics, stopped }
  log.info({ feeds: config.current().feeds.length, queue: environment.redisUrl ? 'redis' : 'in-process' }, 'watching')
  if (environment.redisUrl === undefined) await watchInProcess(watch)
  else await watchThroughRedis(watch, environment.redisUrl)
}

interface Watch extends Omit<SiteServing, 'store'> {
  readonly stopped: Promise<string>
}

/** The page comes first: what cannot be served is told before anything is sent. */
async function watchThroughRedis(watch: Watch, redisUrl: string): Promise<void> {
  await using store = await openStore(watch.environment.databaseUrl)
  await using _site = await serveSite({ ...watch, store })
  await using _workers = await workBullQueues(STEPS, { ...watch, redisUrl, onJob: watch.metrics.countJob })
  await toldStop(watch)
}

async function watchInProcess(watch: Watch): Promise<void> {
  const { environment, config, log, metrics } = watch
  const desk = { environment, config, ...systemClock, onJob: metrics.countJob }
  await using opened = await openInProcessDesk(desk, log)
  await using _site = await serveSite({ ...watch, store: opened.desk.store })
  opened.queue.enqueue([{ step: 'tick' }])
  const timer = setInterval(() => opened.queue.enqueue([{ step: 'tick' }]), TICK_EVERY_MS)
  await toldStop(watch)
  clearInterval(timer)
}

async function toldStop({ stopped, log }: Watch): Promise<void> {
  log.info({ signal: await stopped }, 'stopping: finishing what runs')
}
