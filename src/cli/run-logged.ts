import type { Job } from '../pipeline/job.ts'
import { type Ports, runJob } from '../pipeline/run-job.ts'
import type { Log } from './open-log.ts'

/** Runs a job and tells of it in one line. Ticks that found nothing are not worth one. */
export async function runLogged(ports: Ports, job: Job, log: Log): Promise<void> {
  const startedAt = performance.now()
  const { kind, ...details } = await runJob(ports, job)
  const isQuiet = job.step === 'tick' && Object.values(details).every((count) => count === 0)
  log[isQuiet ? 'trace' : 'info']({ ...job, kind, ms: Math.round(performance.now() - startedAt), ...details })
}
