import { type DeliverMailPorts, deliverMail } from './deliver-mail.ts'
import { type GroupStoriesPorts, groupStories } from './group-stories.ts'
import type { Job, StepOutcome } from './job.ts'
import { type MatchArticlePorts, matchArticle } from './match-article.ts'
import { type PollFeedPorts, pollFeed } from './poll-feed.ts'
import { type ReadArticlePorts, readArticle } from './read-article.ts'
import { type SendDigestPorts, sendDigest } from './send-digest.ts'
import { type TickPorts, tick } from './tick.ts'

export type Ports = TickPorts &
  PollFeedPorts &
  ReadArticlePorts &
  MatchArticlePorts &
  GroupStoriesPorts &
  SendDigestPorts &
  DeliverMailPorts

/** Hands a job to its step. */
export function runJob(ports: Ports, job: Job): Promise<StepOutcome> {
  switch (job.step) {
    case 'tick':
      return tick(ports)
    case 'poll-feed':
      return pollFeed(ports, job)
    case 'read-article':
      return readArticle(ports, job)
    case 'match-article':
      return matchArticle(ports, job)
    case 'group-stories':
      return groupStories(ports)
    case 'send-digest':
      return 'deliveryId' in job ? deliverMail(ports, job) : sendDigest(ports, job)
  }
}
