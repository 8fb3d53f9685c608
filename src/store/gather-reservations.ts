import type { Kysely } from 'kysely'
import {
  type HostCaller,
  type HostTerms,
  loadNextStarts,
  prepareReserveHosts,
  type ReserveHosts,
} from './host-store.ts'
import type { Schema } from './schema.ts'

/** What the desk promises each host unless the settings say otherwise. */
const MAX_VISIT_COUNT = 2

interface Asked extends HostCaller, HostTerms {
  readonly resolve: (startAt: number) => void
  readonly reject: (error: unknown) => void
}

/**
 * Takes the next start at the host, a gap after the one before, of whichever worker.
 * @param latestAt the latest start that is of use (epoch ms)
 * @returns when the request may start (epoch ms); beyond `latestAt`, nothing was taken, and it is when to ask again
 */
export type ReserveHost = (
  host: string,
  gapMs: number,
  now: number,
  latestAt: number,
  maxVisitCount?: number,
) => Promise<number>

/**
 * Takes turns at hosts. Those who ask in the same round of the event loop share one write: a commit that waits for the
 * disk costs more than a request.
 */
export function gatherReservations(db: Kysely<Schema>): ReserveHost {
  const reserveHosts = prepareReserveHosts(db)
  let waiting: Asked[] = []

  function reserveHost(...[host, gapMs, now, latestAt, maxVisitCount]: Parameters<ReserveHost>): Promise<number> {
    return new Promise((resolve, reject) => {
      waiting.push({
        host,
        now,
        gapMs,
        waitMs: Math.max(latestAt - now, 0),
        maxVisitCount: maxVisitCount ?? MAX_VISIT_COUNT,
        resolve,
        reject,
      })
      if (waiting.length === 1) setImmediate(reserveAll)
    })
  }

  function reserveAll(): void {
    const groups = grouped(waiting)
    waiting = []
    for (const group of groups) {
      reserveGroup(db, reserveHosts, group).catch((error) => {
        for (const { reject } of group) reject(error)
      })
    }
  }

  return reserveHost
}

/** One statement has one set of terms and each host once. */
function grouped(all: readonly Asked[]): Asked[][] {
  const groups = new Map<string, Asked[]>()
  const seen = new Map<string, number>()
  for (const asked of all) {
    const timesSeen = seen.get(asked.host) ?? 0
    seen.set(asked.host, timesSeen + 1)
    const key = [timesSeen, asked.gapMs, asked.waitMs, asked.maxVisitCount].join(' ')
    const group = groups.get(key)
    if (group) group.push(asked)
    else groups.set(key, [asked])
  }
  return [...groups.values()]
}

async function reserveGroup(db: Kysely<Schema>, reserveHosts: ReserveHosts, group: readonly Asked[]): Promise<void> {
  const [first] = group
  if (!first) return
  const starts = await reserveHosts(group, first)
  const refused = group.filter(({ host }) => !starts.has(host)).map(({ host }) => host)
  const nextStarts = refused.length > 0 ? await loadNextStarts(db, refused) : new Map<string, number>()
  for (const asked of group) asked.resolve(starts.get(asked.host) ?? askAgainAt(asked, nextStarts.get(asked.host)))
}

/** Where the gap alone would have let it start, the host is busy: how long, nobody knows. */
function askAgainAt({ now, waitMs, gapMs }: Asked, nextStartAt = 0): number {
  const latestAt = now + waitMs
  return nextStartAt > latestAt ? nextStartAt : latestAt + Math.max(gapMs, 1)
}
