import type { Digest } from '../../src/digest/digest.ts'
import { signLink } from '../../src/digest/sign-link.ts'
import { openMetrics } from '../../src/site/open-metrics.ts'
import { openSite, type Site, type SiteLimits } from '../../src/site/open-site.ts'
import type { MetricsAccess, Subscription } from '../../src/site/site-ports.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'

export const READER: Subscription = { planId: 'morning', address: 'reader@desk.example' }
export const SLOT_DATE = '2024-06-14'
const SECRET = 'the secret of a site that is open for a test'

export interface TestSite extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly store: Store
  readonly site: Site
  readonly errors: readonly unknown[]
  readonly unsubscribePath: string
  readonly digestPath: string
}

export interface TestSiteOptions {
  readonly digest?: Digest
  readonly limits?: Partial<SiteLimits>
  readonly host?: string
  readonly port?: number
  readonly metricsAccess?: MetricsAccess
  readonly isWatching?: () => Promise<boolean>
  /** Runs before a digest is given out. */
  readonly onLoadDigest?: () => Promise<void>
}

/** The page of a desk with one reader and, if given, one digest, on a port of its own. */
export async function openTestSite(options: TestSiteOptions = {}): Promise<TestSite> {
  const store = await openStore(':memory:')
  const errors: unknown[] = []
  const metrics = openMetrics()
  metrics.countJob({ step: 'poll-feed', kind: 'fresh', ms: 30 })
  const site = await openSite(
    {
      now: () => 1_000,
      linkSecrets: [SECRET, 'the secret before it'],
      loadDigest: async ({ planId, address, slotDate }) => {
        await options.onLoadDigest?.()
        const isKept = planId === READER.planId && address === READER.address && slotDate === SLOT_DATE
        return isKept ? options.digest : undefined
      },
      digestName: (planId) => (planId === READER.planId ? 'Morning <digest>' : planId),
      isUnsubscribed: store.isUnsubscribed,
      unsubscribe: store.unsubscribe,
      resubscribe: store.resubscribe,
      isWatching: options.isWatching ?? (async () => true),
      renderMetrics: () =>
        metrics.render({
          articleCount: 3,
          unsubscriptionCount: 0,
          mailsByStatus: { sent: 2 },
          feedsByHealth: { ok: 1 },
          dueBySteps: { 'poll-feed': 1 },
          tickAt: 5_000,
        }),
      metricsAccess: options.metricsAccess ?? { kind: 'this-machine' },
      onError: (error) => errors.push(error),
    },
    { host: options.host ?? '127.0.0.1', port: options.port ?? 0, ...(options.limits && { limits: options.limits }) },
  )
  return {
    url: site.url,
    port: Number(new URL(site.url).port),
    store,
    site,
    errors,
    unsubscribePath: `/unsubscribe/${signLink(SECRET, { purpose: 'unsubscribe', ...READER })}`,
    digestPath: `/digest/${signLink(SECRET, { purpose: 'view', ...READER, slotDate: SLOT_DATE })}`,
    [Symbol.asyncDispose]: async () => {
      await site[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
    },
  }
}

/** A link of the page signed with the secret that was in force before. */
export function oldLink(): string {
  return `/unsubscribe/${signLink('the secret before it', { purpose: 'unsubscribe', ...READER })}`
}
