import type { DigestPlan } from '../digest/digest-plan.ts'

/** How far before the last digest's moment matches are looked for again: covers writes that were under way then. */
const OVERLAP_MS = 24 * 60 * 60_000
/** Far more than a mail can show. */
const ARTICLE_LIMIT = 2_000

/** One reader of a plan. */
export interface Reader {
  readonly startedAt?: number
  /** Where the next mail has to begin, when the last one came too late. */
  readonly newsSince?: number
  /** When the last mail was composed that was not given up. */
  readonly lastMailAt?: number
}

export interface LoadNewsPorts {
  readonly now: () => number
  readonly backlogMs: () => number
  readonly loadReader: (planId: string, address: string) => Promise<Reader>
  readonly loadUnmailedIds: (request: {
    readonly planId: string
    readonly address: string
    readonly topicIds: readonly string[]
    readonly matchedSince: number
    readonly limit: number
  }) => Promise<readonly string[]>
}

/** What one address was not told yet. */
export interface News {
  readonly articleIds: readonly string[]
  /** How far back they reach. */
  readonly since: number
  /** When the last mail came, or the reader. */
  readonly lastMailAt: number
}

/** As far back as the last digest of the address, or the backlog of a new reader. */
export async function loadNews(
  ports: LoadNewsPorts,
  plan: DigestPlan,
  { address, lastComposedAt }: { readonly address: string; readonly lastComposedAt: number | undefined },
): Promise<News> {
  const reader = await ports.loadReader(plan.id, address)
  const startedAt = reader.startedAt ?? ports.now()
  const readerSince = plan.backlog === 'skip' ? startedAt : startedAt - ports.backlogMs()
  const since = Math.max(readerSince, reader.newsSince ?? lastComposedAt ?? 0)
  const articleIds = await ports.loadUnmailedIds({
    planId: plan.id,
    address,
    topicIds: plan.topics,
    matchedSince: Math.max(readerSince, since - OVERLAP_MS),
    limit: ARTICLE_LIMIT,
  })
  return { articleIds, since, lastMailAt: reader.lastMailAt ?? startedAt }
}
