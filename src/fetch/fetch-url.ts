import type { Dispatcher } from 'undici'
import type { FetchFailed, FetchFailure, FetchOutcome, Validators } from '../feed/fetch-outcome.ts'
import { acceptEncoding } from './decode-content.ts'
import { followRedirects, type Landing } from './follow-redirects.ts'
import type { HostTurns } from './host-turns.ts'
import { judgeAnswer } from './judge-answer.ts'
import type { LargeBodies } from './open-large-bodies.ts'
import type { RobotsGate } from './open-robots-gate.ts'
import { readRetryAfter } from './read-retry-after.ts'
import { type Answer, sendRequest } from './send-request.ts'

/** A host that says 429 without saying until when is left alone this long. */
const coolDownMs = 60_000

export interface FetchMeans {
  readonly options: {
    readonly userAgent: string
    readonly totalTimeoutMs: number
    readonly maxBytes: number
    readonly hostGapMs: number
    readonly now: () => number
    readonly dialInstead?: { readonly host: string; readonly port: number }
  }
  readonly dispatcher: Dispatcher
  readonly turns: HostTurns
  readonly largeBodies: LargeBodies
  readonly robots: RobotsGate
}

export interface FetchOrder {
  readonly url: string
  readonly validators: Validators
  readonly accept: string
  readonly obeysRobots: boolean
  readonly signal: AbortSignal | undefined
}

/** What stays the same, and what runs out, over the hops of one fetch. */
interface Journey {
  readonly origin: string
  /** Basic credentials from the URL, for its origin only. */
  readonly authorization: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly obeysRobots: boolean
  readonly signal: AbortSignal | undefined
  leftMs: number
}

/** Brings one URL: turns, robots.txt, redirects, deadline and limits observed. */
export async function fetchUrl(means: FetchMeans, order: FetchOrder): Promise<FetchOutcome> {
  const { now } = means.options
  const start = URL.parse(order.url)
  if (!start) return failed('bad-url', 'this is no URL')
  if (start.protocol !== 'http:' && start.protocol !== 'https:') {
    return failed('bad-url', `expected http: or https:, got ${start.protocol}`)
  }
  const journey = planJourney(means, order, start)
  const landing = await followRedirects(withoutCredentials(start), (url) => visit(means, journey, url))
  order.signal?.throwIfAborted()
  if (landing.kind === 'failed') return landing
  const { answer, url, movedTo } = landing
  return judgeAnswer(answer, { url: url.href, movedTo, validators: order.validators, now: now() })
}

function planJourney({ options }: FetchMeans, order: FetchOrder, start: URL): Journey {
  const { validators, accept, obeysRobots, signal } = order
  const headers = {
    accept,
    'accept-encoding': acceptEncoding,
    'user-agent': options.userAgent,
    ...(isSendable(validators.etag) && { 'if-none-match': validators.etag }),
    ...(isSendable(validators.lastModified) && { 'if-modified-since': validators.lastModified }),
  }
  return {
    origin: start.origin,
    authorization: basic(start),
    headers,
    obeysRobots,
    signal,
    leftMs: options.totalTimeoutMs,
  }
}

async function visit(means: FetchMeans, journey: Journey, url: URL): Promise<Answer | FetchFailed> {
  const { hostGapMs } = means.options
  if (!journey.obeysRobots) return visitInTurn(means, journey, url, hostGapMs)
  const pass = await means.robots.pass(url, (robotsUrl) => fetchRobots(means, journey, robotsUrl))
  if (pass.kind === 'failed') return pass
  return visitInTurn(means, journey, url, Math.max(hostGapMs, pass.crawlDelayMs ?? 0))
}

function fetchRobots(means: FetchMeans, journey: Journey, robotsUrl: URL): Promise<Landing | FetchFailed> {
  const { accept: _, ...headers } = journey.headers
  const errand = { ...journey, headers: { ...headers, accept: 'text/plain, */*;q=0.5' } }
  return followRedirects(robotsUrl, (url) => visitInTurn(means, errand, url, means.options.hostGapMs))
}

async function visitInTurn(
  means: FetchMeans,
  journey: Journey,
  url: URL,
  gapMs: number,
): Promise<Answer | FetchFailed> {
  const turn = await means.turns.take(url.hostname, gapMs)
  if (turn.kind === 'later') return { ...failed('rate-limited', 'its turn comes later'), retryAt: turn.retryAt }
  const startedAt = performance.now()
  try {
    journey.signal?.throwIfAborted()
    const answer = await request(means, journey, url)
    if (answer.kind === 'answer' && answer.status === 429) return await coolDown(means, url, answer)
    return answer
  } finally {
    journey.leftMs -= performance.now() - startedAt
    turn.end()
  }
}

function request({ options, dispatcher, largeBodies }: FetchMeans, journey: Journey, url: URL): Promise<Answer> {
  const { authorization, signal, leftMs } = journey
  const isHome = url.origin === journey.origin
  const headers = {
    ...journey.headers,
    ...(isHome && authorization !== undefined && { authorization }),
    // Whoever plays all hosts by plain HTTP cannot see which scheme was asked for.
    ...(options.dialInstead !== undefined && { 'x-forwarded-proto': url.protocol.slice(0, -1) }),
  }
  return sendRequest(dispatcher, { url, headers, maxBytes: options.maxBytes, timeoutMs: leftMs, signal, largeBodies })
}

async function coolDown(
  means: FetchMeans,
  url: URL,
  answer: Extract<Answer, { kind: 'answer' }>,
): Promise<FetchFailed> {
  const now = means.options.now()
  const retryAt = readRetryAfter(answer.headers, now) ?? now + coolDownMs
  await means.turns.cool(url.hostname, retryAt)
  return { ...failed('rate-limited', '429: we ask too often'), retryAt }
}

/** RFC 7617. */
function basic({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined
  const pair = `${plain(username)}:${plain(password)}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function withoutCredentials(url: URL): URL {
  if (url.username === '' && url.password === '') return url
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare
}

/** HTTP cannot carry control characters; such a validator was not taken from a header. */
function isSendable(value: string | undefined): value is string {
  return value !== undefined && value !== '' && /^[\t\x20-\x7e\x80-\xff]+$/.test(value)
}

function failed(code: FetchFailure['code'], message: string): FetchFailed {
  return { kind: 'failed', failure: { code, message } }
}
