import { type Command, Option } from 'commander'
import { workBullQueues } from '../../workers/work-bull-queues.ts'
import { STEPS, type Step } from '../pipeline/job.ts'
import { loadEnvironment } from './load-environment.ts'
import { openLiveConfig } from './open-live-config.ts'
import { openLog } from './open-log.ts'
import { untilStopped } from './until-stopped.ts'
import { UsageError } from './usage-error.ts'

export function addWorker(program: Command): void {
  program
    .command('worker')
    .description('Take jobs of one, several or all steps from Redis; run as many of these as you like, anywhere.')
    .addOption(new Option('--step <step...>', 'only these steps').choices(STEPS))
    .action((options: { readonly step?: readonly Step[] }) => work(options.step ?? STEPS))
}

/** Works until stopped; what runs is finished first. */
export async function work(steps: readonly Step[]): Promise<void> {
  const environment = loadEnvironment()
  if (environment.redisUrl === undefined) {
    throw new UsageError('worker: expected REDIS_URL in the environment, got none (`nightdesk start` works without)')
  }
  const log = openLog(environment.logLevel)
  const stopped = untilStopped()
  await using config = await openLiveConfig(environment, log)
  const { redisUrl } = environment
  await using _working = await workBullQueues(steps, {
    environment,
    redisUrl,
    config: config.current,
    log,
  })
  log.info({ steps }, 'working')
  log.info({ signal: await stopped }, 'stopping: finishing what runs')
}
