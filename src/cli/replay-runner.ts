import { loadConfig } from '../config/load-config.ts'
import type { Job } from '../pipeline/job.ts'
import type { VirtualClock } from '../replay/virtual-clock.ts'
import type { Desk } from './open-desk.ts'
import { openInProcessDesk } from './open-in-process-desk.ts'
import type { Log } from './open-log.ts'
import { type ReplaySetup, replayEnvironment, replayRandom } from './replay-setup.ts'

/** Runs the steps of a replay, in this process or in several. */
export interface ReplayRunner extends AsyncDisposable {
  readonly desk: Desk
  readonly enqueue: (jobs: readonly Job[]) => Promise<void>
  /** Resolves when no job is queued or running. */
  readonly idle: () => Promise<void>
  /** Sets the clock of all who take part. */
  readonly advanceTo: (at: number) => Promise<void>
}

export async function openLocalRunner(setup: ReplaySetup, clock: VirtualClock, log: Log): Promise<ReplayRunner> {
  const environment = replayEnvironment(setup)
  const config = await loadConfig(environment.configDir, environment)
  const { desk, queue, ...opened } = await openInProcessDesk(
    {
      environment,
      config: () => config,
      now: clock.now,
      sleepUntil: clock.sleepUntil,
      random: replayRandom,
      dialInstead: setup.dialInstead,
    },
    log,
    [],
  )
  return {
    desk,
    enqueue: async (jobs) => queue.enqueue(jobs),
    idle: () => queue.idle(),
    advanceTo: async (at) => clock.advanceTo(at),
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  }
}
