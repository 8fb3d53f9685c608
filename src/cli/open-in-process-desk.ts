import type { ConcurrencySettings } from '../config/settings.ts'
import type { Job, Step } from '../pipeline/job.ts'
import { jobId } from '../pipeline/job-id.ts'
import { RetryLaterError } from '../pipeline/step-error.ts'
import { InProcessQueue, type Verdict } from '../queue/in-process.ts'
import { type Desk, type DeskOptions, openDesk } from './open-desk.ts'
import type { Log } from './open-log.ts'
import { type JobWatch, runLogged } from './run-logged.ts'

export interface InProcessDesk extends AsyncDisposable {
  readonly desk: Desk
  readonly queue: InProcessQueue<Job>
}

/** A desk whose steps run in this process. */
export async function openInProcessDesk(
  options: Omit<DeskOptions, 'enqueue'> & Pick<JobWatch, 'onJob'>,
  log: Log,
  retryPausesMs: readonly number[] = [1_000, 5_000],
): Promise<InProcessDesk> {
  const { onJob } = options
  const desk = await openDesk({ ...options, enqueue: (jobs) => queue.enqueue(jobs) })
  const queue = new InProcessQueue<Job>({
    run: (job) => runLogged(desk.ports, job, { log, ...(onJob && { onJob }) }),
    idOf: jobId,
    concurrencyOf: (step) => concurrencyOf(step, options.config().settings.concurrency),
    judge,
    retryPausesMs,
    onError: (job, error, verdict) => tell(log, job, error, verdict),
  })
  return {
    desk,
    queue,
    [Symbol.asyncDispose]: async () => {
      await queue[Symbol.asyncDispose]()
      await desk[Symbol.asyncDispose]()
    },
  }
}

export function concurrencyOf(step: Step, settings: ConcurrencySettings): number {
  switch (step) {
    case 'tick':
    case 'group-stories':
      return 1
    case 'poll-feed':
      return settings.pollFeed
    case 'read-article':
      return settings.readArticle
    case 'match-article':
      return settings.matchArticle
    case 'send-digest':
      return settings.sendDigest
  }
}

function judge(error: unknown): Verdict {
  return error instanceof RetryLaterError ? 'wait' : 'retry'
}

function tell(log: Log, job: Job, error: unknown, verdict: Verdict): void {
  if (verdict === 'wait' && error instanceof RetryLaterError) {
    log.debug({ ...job, kind: 'waits', reason: error.message, until: new Date(error.retryAt).toISOString() })
    return
  }
  log.error({ ...job, kind: 'threw', verdict, err: error })
}
