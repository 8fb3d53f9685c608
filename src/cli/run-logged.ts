import type { Job, StepOutcome } from '../pipeline/job.ts'
import { type Ports, runJob } from '../pipeline/run-job.ts'
import { RetryLaterError } from '../pipeline/step-error.ts'
import type { Log } from './open-log.ts'

export interface JobWatch {
  readonly log: Log
  /** Told of every attempt; `threw` and `waits` are the kinds of those that ended in an error. */
  readonly onJob?: (done: { readonly step: Job['step']; readonly kind: string; readonly ms: number }) => void
}

/** Runs a job and tells of it in one line. Ticks that found nothing are not worth one. */
export async function runLogged(ports: Ports, job: Job, { log, onJob }: JobWatch): Promise<void> {
  const startedAt = performance.now()
  const done = (kind: string): number => {
    const ms = performance.now() - startedAt
    onJob?.({ step: job.step, kind, ms })
    return Math.round(ms)
  }
  const { kind, ...details } = await runJob(ports, job).catch((error: unknown): StepOutcome => {
    done(error instanceof RetryLaterError ? 'waits' : 'threw')
    throw error
  })
  const isQuiet = job.step === 'tick' && Object.values(details).every((count) => count === 0)
  log[isQuiet ? 'trace' : 'info']({ ...job, kind, ms: done(kind), ...details })
}
