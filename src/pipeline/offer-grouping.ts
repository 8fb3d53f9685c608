import type { Job } from './job.ts'

/** Polls that never end are not waited for any longer. */
const PATIENCE_MS = 2 * 60_000

export interface OfferGroupingPorts {
  /** When articles that wait for their story are next due. */
  readonly loadGroupingDueAt: () => Promise<number | undefined>
}

/** Grouping, when articles wait for it: not before what is polled now has come in, so that the outcome hangs on no order. */
export async function offerGrouping(
  ports: OfferGroupingPorts,
  { now, isPolling }: { readonly now: number; readonly isPolling: boolean },
): Promise<readonly Job[]> {
  const dueAt = await ports.loadGroupingDueAt()
  if (dueAt === undefined || dueAt > now) return []
  return isPolling && now - dueAt < PATIENCE_MS ? [] : [{ step: 'group-stories' }]
}
