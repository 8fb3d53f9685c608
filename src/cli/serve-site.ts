import type { DeskConfig } from '../config/desk-config.ts'
import type { Environment, SiteBind } from '../config/environment.ts'
import { isLoopback } from '../config/is-loopback.ts'
import { completeDigest } from '../digest/complete-digest.ts'
import { roleNames } from '../person/role-names.ts'
import type { Metrics } from '../site/open-metrics.ts'
import { openSite, type Site } from '../site/open-site.ts'
import { SiteAddressError } from '../site/site-address-error.ts'
import type { MailClaims, MetricsAccess, SitePorts } from '../site/site-ports.ts'
import type { Store } from '../store/open-store.ts'
import { familiesOf } from './families-of.ts'
import { isWatching } from './is-watching.ts'
import { loadDeskGauges } from './load-desk-gauges.ts'
import type { Log } from './open-log.ts'
import { UsageError } from './usage-error.ts'

/** A database that is slower than this is no answer to a health check. */
const DATABASE_LIMIT_MS = 2_000

export interface SiteServing {
  readonly environment: Environment
  readonly config: () => DeskConfig
  readonly store: Store
  readonly metrics: Metrics
  readonly log: Log
}

/**
 * Serves the page beside a desk. Where its address cannot be had, a desk whose mails link to the page does not start;
 * without BASE_URL none do, and the desk goes on without it.
 */
export async function serveSite(serving: SiteServing): Promise<Site | undefined> {
  const { environment, log } = serving
  const { siteBind, baseUrl } = environment
  if (siteBind === undefined) return undefined
  try {
    const site = await openSite(await joinSitePorts(serving, siteBind), siteBind)
    log.info({ url: site.url, ...(baseUrl !== undefined && { baseUrl }) }, 'page open')
    return site
  } catch (error) {
    if (!(error instanceof SiteAddressError)) throw error
    if (baseUrl !== undefined) throw new UsageError(`${error.message}: mails would link to a page that nobody serves`)
    log.error(`${error.message}: going on without the page`)
    return undefined
  }
}

async function joinSitePorts(serving: SiteServing, bind: SiteBind): Promise<SitePorts> {
  const { environment, config, store, metrics, log } = serving
  return {
    now: Date.now,
    linkSecrets: await store.loadSecrets(environment.linkSecrets),
    loadDigest: (mail) => loadWholeDigest(store, mail, config()),
    digestName: (planId) => config().digests.find((plan) => plan.id === planId)?.name ?? planId,
    isUnsubscribed: store.isUnsubscribed,
    unsubscribe: store.unsubscribe,
    resubscribe: store.resubscribe,
    isWatching: () => answersInTime(store),
    renderMetrics: async () => metrics.render(await loadDeskGauges(store, config(), Date.now())),
    metricsAccess: metricsAccess(environment, bind),
    onError: (error) => log.error({ err: error }, 'the page failed to answer'),
  }
}

async function loadWholeDigest(store: Store, mail: MailClaims, config: DeskConfig) {
  const digest = await store.loadMailedDigest(mail)
  if (digest === undefined || digest.sections.every((section) => section.cutIds.length === 0)) return digest
  const told = await store.loadToldArticles({ ...mail, families: familiesOf(config) })
  return completeDigest(digest, told, roleNames(config.people))
}

async function answersInTime(store: Store): Promise<boolean> {
  const limit = Promise.withResolvers<false>()
  const timer = setTimeout(() => limit.resolve(false), DATABASE_LIMIT_MS)
  const answer = store.loadHeartbeat('tick').then(
    (tickAt) => isWatching(tickAt, Date.now()),
    () => false,
  )
  return Promise.race([answer, limit.promise]).finally(() => clearTimeout(timer))
}

/** Behind a proxy every request comes from this machine, so a page with a public name shows nothing without a token. */
function metricsAccess({ baseUrl, metricsToken }: Environment, bind: SiteBind): MetricsAccess {
  if (metricsToken !== undefined) return { kind: 'token', token: metricsToken }
  const isPrivate = isLoopback(bind.host) && (baseUrl === undefined || isLoopback(new URL(baseUrl).hostname))
  return isPrivate ? { kind: 'this-machine' } : { kind: 'nobody' }
}
