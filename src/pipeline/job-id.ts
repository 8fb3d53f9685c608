import type { Job } from './job.ts'

/** The same work has the same id, so that queueing it twice is queueing it once. BullMQ forbids ":" in it. */
export function jobId(job: Job): string {
  return [job.step, ...subjects(job)].map((part) => part.replaceAll(/[^\w.-]/g, '_')).join('-')
}

function subjects(job: Job): readonly string[] {
  switch (job.step) {
    case 'tick':
    case 'group-stories':
      return []
    case 'poll-feed':
      return [job.feedId]
    case 'read-article':
    case 'match-article':
      return [job.articleId]
    case 'send-digest':
      return 'deliveryId' in job ? ['deliver', job.deliveryId] : ['compose', job.planId, job.slotDate]
  }
}
