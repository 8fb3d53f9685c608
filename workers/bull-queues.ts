import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { type Job, STEPS, type Step } from '../src/pipeline/job.ts'
import { jobId } from '../src/pipeline/job-id.ts'

/** All keys of the desk in Redis start with this. */
export const DESK_PREFIX = 'nightdesk'
const TICK_EVERY_MS = 5_000

/** Finished jobs leave nothing behind: results are in the database, and a kept job would block its id. */
const JOB_OPTIONS = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 2_000, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: true,
} as const

export interface BullSetup {
  readonly redisUrl: string
  readonly prefix?: string
  readonly onError: (error: Error) => void
}

/** The sending side of the queues: one BullMQ queue per step. */
export class BullQueues implements AsyncDisposable {
  readonly #connection: Redis
  readonly #queues: ReadonlyMap<Step, Queue>
  readonly #onError: (error: Error) => void

  constructor({ redisUrl, prefix = DESK_PREFIX, onError }: BullSetup) {
    this.#onError = onError
    this.#connection = new Redis(redisUrl, { maxRetriesPerRequest: 1, commandTimeout: 5_000 })
    this.#connection.on('error', onError)
    this.#queues = new Map(STEPS.map((step) => [step, new Queue(step, { connection: this.#connection, prefix })]))
    for (const queue of this.#queues.values()) queue.on('error', onError)
  }

  /** Offers jobs. While Redis is away they are dropped: the next tick finds in the database what is due. */
  async enqueue(jobs: readonly Job[]): Promise<void> {
    if (this.#connection.status !== 'ready') return
    for (const [step, group] of Map.groupBy(jobs, (job) => job.step)) {
      const bulk = group.map((job) => ({ name: step, data: job, opts: { ...JOB_OPTIONS, jobId: jobId(job) } }))
      await this.#queues.get(step)?.addBulk(bulk).catch(this.#onError)
    }
  }

  /**
   * Makes sure that the tick comes, and that stories are grouped by one worker at a time (two would do no harm, but work
   * twice); to be repeated, since an emptied Redis forgets both.
   */
  async scheduleTick(): Promise<void> {
    if (this.#connection.status !== 'ready') return
    await this.#queues.get('group-stories')?.setGlobalConcurrency(1)
    const job = { name: 'tick', data: { step: 'tick' }, opts: { ...JOB_OPTIONS, attempts: 1 } }
    await this.#queues.get('tick')?.upsertJobScheduler('tick', { every: TICK_EVERY_MS }, job)
  }

  /** Jobs queued, running or delayed, over all steps. */
  async countOpen(): Promise<number> {
    const counts = await Promise.all(
      [...this.#queues.values()].map((queue) =>
        queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized'),
      ),
    )
    return counts.reduce((sum, count) => sum + count, 0)
  }

  /** Forgets all queues and jobs of this prefix. */
  async obliterate(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.obliterate({ force: true })))
  }

  /** Resolves once Redis answers. */
  async ready(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.waitUntilReady()))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()))
    this.#connection.disconnect()
  }
}
