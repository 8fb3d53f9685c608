import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Job } from './job.ts'

/** A host takes some milliseconds; the next tick learns from the others. */
const HOST_LIMIT = 20
const OFFER_LIMIT = 500

export interface OfferRereadingsPorts {
  readonly loadHostsToLearn: (now: number, limit: number) => Promise<readonly string[]>
  readonly learnHost: (host: string, now: number) => Promise<number>
  readonly loadDueRereadings: (now: number, limit: number) => Promise<readonly string[]>
}

/** Learns from what was read of hosts since the last time; the articles that are to be read again for it, as jobs. */
export async function offerRereadings(ports: OfferRereadingsPorts, now: number): Promise<readonly Job[]> {
  for (const host of await ports.loadHostsToLearn(now, HOST_LIMIT)) {
    await ports.learnHost(host, now)
    // SQLite answers at once: without this, other work would wait for all hosts together.
    await nextTurn()
  }
  const articleIds = await ports.loadDueRereadings(now, OFFER_LIMIT)
  return articleIds.map((articleId) => ({ step: 'read-article', articleId }))
}
