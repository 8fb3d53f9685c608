import { decodeText } from '../article/decode-text.ts'
import type { FetchFailed } from '../feed/fetch-outcome.ts'
import { cutRobots } from './cut-robots.ts'
import type { Landing } from './follow-redirects.ts'
import { openRobotsParser } from './open-robots-parser.ts'
import { type RobotsCopy, type RobotsMeans, readRobots } from './read-robots.ts'

const dayMs = 86_400_000
/** A robots.txt that could not be had is asked for again sooner than one that was read. */
const unavailableMs = 3_600_000

export interface RobotsGateOptions {
  readonly userAgent: string
  readonly now: () => number
  readonly loadRobots: (origin: string) => Promise<RobotsCopy | undefined>
  readonly saveRobots: (origin: string, copy: RobotsCopy) => Promise<void>
}

export type Pass = { readonly kind: 'open'; readonly crawlDelayMs?: number } | FetchFailed

/** Whether robots.txt lets us read a page, and how slowly (RFC 9309). */
export interface RobotsGate {
  /** `fetch` brings robots.txt, redirects followed. */
  pass(url: URL, fetch: (robotsUrl: URL) => Promise<Landing | FetchFailed>): Promise<Pass>
}

export function openRobotsGate(options: RobotsGateOptions): RobotsGate {
  const underWay = new Map<string, Promise<RobotsCopy | FetchFailed>>()
  const means = { userAgent: options.userAgent, parse: openRobotsParser() }

  async function pass(url: URL, fetch: (robotsUrl: URL) => Promise<Landing | FetchFailed>): Promise<Pass> {
    const { origin } = url
    const copy = (await loadFresh(options, origin)) ?? (await (underWay.get(origin) ?? fetchOnce()))
    return 'kind' in copy ? copy : judge(means, copy, url)

    function fetchOnce(): Promise<RobotsCopy | FetchFailed> {
      const fetching = fetchCopy(options, origin, fetch).finally(() => underWay.delete(origin))
      underWay.set(origin, fetching)
      return fetching
    }
  }

  return { pass }
}

async function loadFresh(options: RobotsGateOptions, origin: string): Promise<RobotsCopy | undefined> {
  const copy = await options.loadRobots(origin)
  return copy && options.now() < copy.fetchedAt + keptForMs(copy) ? copy : undefined
}

async function fetchCopy(
  options: RobotsGateOptions,
  origin: string,
  fetch: (robotsUrl: URL) => Promise<Landing | FetchFailed>,
): Promise<RobotsCopy | FetchFailed> {
  const landing = await fetch(new URL('/robots.txt', origin))
  // The host's turn comes later: nothing is known of its robots.txt yet.
  if (landing.kind === 'failed' && landing.failure.code === 'rate-limited') return landing
  if (landing.kind === 'failed' && landing.failure.code === 'forbidden-address') return landing
  const fetchedAt = options.now()
  const copy: RobotsCopy =
    landing.kind === 'landed'
      ? { status: landing.answer.status, body: cutRobots(decodeText(landing.answer.body)), fetchedAt }
      : { status: statusOf(landing), body: '', fetchedAt }
  await options.saveRobots(origin, copy)
  return copy
}

/** RFC 9309, 2.3.1.2 to 2.3.1.4: redirects that lead nowhere mean that there is none; no answer is a closed door. */
function statusOf({ failure }: FetchFailed): number {
  return failure.code === 'redirect' ? 404 : 0
}

function judge(means: RobotsMeans, copy: RobotsCopy, url: URL): Pass {
  const { allowed, crawlDelayMs } = readRobots(copy, url, means)
  if (allowed) return { kind: 'open', ...(crawlDelayMs !== undefined && { crawlDelayMs }) }
  const message = `${url.origin}/robots.txt ${whyNot(copy)}`
  return { kind: 'failed', failure: { code: 'robots', message }, retryAt: copy.fetchedAt + keptForMs(copy) }
}

function keptForMs(copy: RobotsCopy): number {
  return copy.status === 0 || copy.status >= 500 ? unavailableMs : dayMs
}

function whyNot(copy: RobotsCopy): string {
  if (copy.status === 0) return 'could not be read, which counts as a no'
  return copy.status >= 300 ? `answered ${copy.status}, which counts as a no` : 'does not want this page read'
}
