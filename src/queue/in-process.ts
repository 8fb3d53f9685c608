import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'

/** What to do with a job that threw. `wait` ends it here: whoever knows when it is due offers it again. */
export type Verdict = 'retry' | 'wait'

export interface InProcessOptions<J extends { readonly step: string }> {
  readonly run: (job: J) => Promise<void>
  readonly idOf: (job: J) => string
  /** How many jobs of a step run at once. */
  readonly concurrencyOf: (step: J['step']) => number
  readonly judge: (error: unknown) => Verdict
  /** Pauses before the second, third … attempt; one attempt more than there are pauses. */
  readonly retryPausesMs: readonly number[]
  readonly onError: (job: J, error: unknown, verdict: Verdict) => void
}

interface Lane<J> {
  readonly waiting: J[]
  runningCount: number
}

/** Beyond this a step's queue drops hints; they come again. */
const LANE_LIMIT = 20_000

/**
 * Runs jobs in this process, each step with its own bounded concurrency. Disposing waits for what runs and forgets
 * what waits.
 */
export class InProcessQueue<J extends { readonly step: string }> implements AsyncDisposable {
  readonly #options: InProcessOptions<J>
  readonly #lanes = new Map<string, Lane<J>>()
  readonly #known = new Set<string>()
  readonly #closing = new AbortController()
  #whenIdle = Promise.withResolvers<void>()

  constructor(options: InProcessOptions<J>) {
    this.#options = options
    this.#whenIdle.resolve()
  }

  /** Takes hints: one that is queued or running already, or finds its step's queue full, is dropped. */
  enqueue(jobs: readonly J[]): void {
    for (const job of jobs) this.#add(job)
  }

  /** Resolves when nothing is queued or running. */
  idle(): Promise<void> {
    return this.#whenIdle.promise
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort()
    for (const lane of this.#lanes.values()) {
      for (const job of lane.waiting.splice(0)) this.#known.delete(this.#options.idOf(job))
    }
    this.#settle()
    await this.#whenIdle.promise
  }

  #add(job: J): void {
    const lane = this.#laneOf(job.step)
    const id = this.#options.idOf(job)
    if (this.#closing.signal.aborted || this.#known.has(id) || lane.waiting.length >= LANE_LIMIT) return
    if (this.#known.size === 0) this.#whenIdle = Promise.withResolvers<void>()
    this.#known.add(id)
    lane.waiting.push(job)
    this.#fill(lane, job.step)
  }

  #fill(lane: Lane<J>, step: J['step']): void {
    while (lane.runningCount < this.#options.concurrencyOf(step)) {
      const job = lane.waiting.shift()
      if (job === undefined) return
      lane.runningCount++
      void this.#attempt(job).finally(() => {
        lane.runningCount--
        this.#known.delete(this.#options.idOf(job))
        this.#fill(lane, step)
        this.#settle()
      })
    }
  }

  #settle(): void {
    if (this.#known.size === 0) this.#whenIdle.resolve()
  }

  async #attempt(job: J): Promise<void> {
    const { signal } = this.#closing
    // A job whose waits end at once would else run together with those before it, and hold up timers and sockets.
    await nextTurn()
    for (const pauseMs of [...this.#options.retryPausesMs, undefined]) {
      const verdict = await this.#runOnce(job)
      if (verdict !== 'retry' || pauseMs === undefined || signal.aborted) return
      await pause(pauseMs, undefined, { signal }).catch(() => undefined)
    }
  }

  async #runOnce(job: J): Promise<Verdict | undefined> {
    try {
      await this.#options.run(job)
      return undefined
    } catch (error) {
      const verdict = this.#options.judge(error)
      this.#options.onError(job, error, verdict)
      return verdict
    }
  }

  #laneOf(step: string): Lane<J> {
    const lane = this.#lanes.get(step) ?? { waiting: [], runningCount: 0 }
    this.#lanes.set(step, lane)
    return lane
  }
}
