import { type Context, Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { type LinkClaims, type LinkPurpose, verifyLink } from '../digest/sign-link.ts'
import { answerPage, answerText } from './answer-page.ts'
import { digestPage } from './digest-page.ts'
import { mayReadMetrics } from './may-read-metrics.ts'
import { readForm } from './read-form.ts'
import { siteNotices } from './site-notices.ts'
import type { SitePorts, Subscription } from './site-ports.ts'
import { AGAIN_FIELD, renderQuestion, renderStopped, renderTakenUp } from './unsubscribe-page.ts'

/** Prometheus' text format. */
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** The routes of the page. GET and HEAD change nothing. */
export function buildSite(ports: SitePorts): Hono {
  const site = new Hono()
  site.use(methodNotAllowed({ app: site, onMethodNotAllowed: refuseMethod }))
  site.get('/', (c) => answerPage(c, siteNotices.front))
  site.get('/unsubscribe/:token', (c) => askToUnsubscribe(c, ports))
  site.post('/unsubscribe/:token', (c) => changeSubscription(c, ports))
  site.get('/digest/:token', (c) => showDigest(c, ports))
  site.get('/livez', (c) => answerText(c, 'alive'))
  site.get('/readyz', (c) => tellReadiness(c, ports))
  site.get('/metrics', (c) => showMetrics(c, ports))
  site.notFound(refuseAddress)
  site.onError((error, c) => {
    // A client that went away in the middle is no failure of the desk's.
    if (!c.req.raw.signal.aborted) ports.onError(error)
    return answerPage(c, siteNotices.failed, 500)
  })
  return site
}

async function askToUnsubscribe(c: Context, ports: SitePorts): Promise<Response> {
  const claims = claimsOf(c, ports, 'unsubscribe')
  if (claims === undefined) return refuseAddress(c)
  const words = wordsOf(ports, claims)
  return answerPage(c, (await ports.isUnsubscribed(claims)) ? renderStopped(words) : renderQuestion(words))
}

/** One POST ends it, from a mail program without cookies (RFC 8058, 3.2); an odd body must not keep it up. */
async function changeSubscription(c: Context, ports: SitePorts): Promise<Response> {
  const claims = claimsOf(c, ports, 'unsubscribe')
  if (claims === undefined) return refuseAddress(c)
  const form = await readForm(c.req.raw)
  if (form.kind === 'too-large') return answerPage(c, siteNotices.tooLarge, 413)
  const words = wordsOf(ports, claims)
  if (form.field(AGAIN_FIELD.name) === AGAIN_FIELD.value) {
    await ports.resubscribe(claims)
    return answerPage(c, renderTakenUp(words))
  }
  await ports.unsubscribe(claims, ports.now())
  return answerPage(c, renderStopped(words))
}

async function showDigest(c: Context, ports: SitePorts): Promise<Response> {
  const claims = claimsOf(c, ports, 'view')
  if (claims?.slotDate === undefined) return refuseAddress(c)
  const digest = await ports.loadDigest({ ...claims, slotDate: claims.slotDate })
  return digest === undefined ? answerPage(c, siteNotices.noLongerKept, 404) : answerPage(c, digestPage(digest))
}

async function tellReadiness(c: Context, ports: SitePorts): Promise<Response> {
  if (await ports.isWatching()) return answerText(c, 'watching')
  return answerText(c, 'not watching: expected an answer of the database and a tick within the last two minutes', 503)
}

async function showMetrics(c: Context, ports: SitePorts): Promise<Response> {
  if (!mayReadMetrics(c.req.raw, ports.metricsAccess)) return refuseAddress(c)
  const response = answerText(c, await ports.renderMetrics())
  response.headers.set('Content-Type', METRICS_TYPE)
  return response
}

function claimsOf(c: Context, ports: SitePorts, purpose: LinkPurpose): LinkClaims | undefined {
  return verifyLink(ports.linkSecrets, purpose, c.req.param('token') ?? '')
}

function wordsOf(ports: SitePorts, { planId, address }: Subscription) {
  return { digestName: ports.digestName(planId), address }
}

function refuseAddress(c: Context): Response {
  return answerPage(c, siteNotices.notFound, 404)
}

function refuseMethod(c: Context, methods: readonly string[]): Response {
  c.header('Allow', methods.join(', '))
  return answerPage(c, siteNotices.wrongMethod, 405)
}
