import { type Job as BullJob, DelayedError, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { Job, Step } from '../src/pipeline/job.ts'
import { RetryLaterError } from '../src/pipeline/step-error.ts'
import { type BullSetup, DESK_PREFIX } from './bull-queues.ts'

export interface WorkerSetup extends BullSetup {
  readonly concurrency: number
  readonly run: (job: Job) => Promise<void>
  /** How long a job may be silent before another worker takes it (ms). */
  readonly lockMs?: number
}

const LOCK_MS = 60_000
const STALLED_LIMIT = 3

/** Starts taking jobs of one step. Closing it waits for the jobs that run. */
export function startWorker(step: Step, setup: WorkerSetup): AsyncDisposable {
  const connection = new Redis(setup.redisUrl, { maxRetriesPerRequest: null })
  connection.on('error', setup.onError)
  const lockDuration = setup.lockMs ?? LOCK_MS
  const worker = new Worker<Job>(step, (job, token) => process(setup, job, token), {
    connection,
    prefix: setup.prefix ?? DESK_PREFIX,
    concurrency: setup.concurrency,
    lockDuration,
    stalledInterval: lockDuration / 2,
    maxStalledCount: STALLED_LIMIT,
  })
  worker.on('error', setup.onError)
  return {
    [Symbol.asyncDispose]: async () => {
      await worker.close()
      connection.disconnect()
    },
  }
}

async function process(setup: WorkerSetup, job: BullJob<Job>, token: string | undefined): Promise<void> {
  try {
    await setup.run(job.data)
  } catch (error) {
    if (error instanceof RetryLaterError) {
      await job.moveToDelayed(error.retryAt, token)
      throw new DelayedError()
    }
    throw error
  }
}
