import type { LookupFunction } from 'node:net'
import { Agent } from 'undici'
import type { FetchOutcome, Validators } from '../feed/fetch-outcome.ts'
import { fetchUrl } from './fetch-url.ts'
import { type HostPorts, openHostTurns } from './host-turns.ts'
import { openConnector } from './open-connector.ts'
import { openLargeBodies } from './open-large-bodies.ts'
import { openRobotsGate } from './open-robots-gate.ts'
import type { RobotsCopy } from './read-robots.ts'

export interface HttpDoorOptions extends HostPorts {
  /** Product, version and a contact URL. */
  readonly userAgent: string
  readonly connectTimeoutMs: number
  /** For all hops and bodies of one fetch together, waiting for turns aside. */
  readonly totalTimeoutMs: number
  /** Of a body, after decoding. */
  readonly maxBytes: number
  readonly hostGapMs: number
  readonly maxPerHost: number
  /** Host names that may be at addresses which are not public. */
  readonly allowPrivateHosts: readonly string[]
  readonly respectRobots: boolean
  readonly now: () => number
  readonly sleepUntil: (at: number) => Promise<void>
  readonly loadRobots: (origin: string) => Promise<RobotsCopy | undefined>
  readonly saveRobots: (origin: string, copy: RobotsCopy) => Promise<void>
  /** Recorded days: every connection goes as plain HTTP to this address, the Host header kept, no guard. */
  readonly dialInstead?: { readonly host: string; readonly port: number }
  /** Finds the addresses of a name; the system's way where none is given. What it finds is guarded alike. */
  readonly lookup?: LookupFunction
}

/** HTTP out. What the network does is a value; only an aborted `signal` throws, with its reason. */
export interface HttpDoor extends AsyncDisposable {
  /** A feed was asked for by a person: robots.txt does not bind it. */
  fetchFeed(
    request: { readonly url: string; readonly validators?: Validators },
    signal?: AbortSignal,
  ): Promise<FetchOutcome>
  /** Obeys robots.txt and its Crawl-delay. */
  fetchPage(request: { readonly url: string }, signal?: AbortSignal): Promise<FetchOutcome>
}

const acceptFeed = [
  'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json',
  'application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
].join(', ')
const acceptPage = 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5'

export function openHttpDoor(options: HttpDoorOptions): HttpDoor {
  const dispatcher = new Agent({
    connect: openConnector(options),
    connections: options.maxPerHost,
    // One deadline for all of a fetch stands in for undici's two.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const means = {
    options,
    dispatcher,
    turns: openHostTurns(options),
    robots: openRobotsGate(options),
    largeBodies: openLargeBodies(),
  }
  return {
    fetchFeed: ({ url, validators = {} }, signal) =>
      fetchUrl(means, { url, validators, accept: acceptFeed, obeysRobots: false, signal }),
    fetchPage: ({ url }, signal) =>
      fetchUrl(means, { url, validators: {}, accept: acceptPage, obeysRobots: options.respectRobots, signal }),
    [Symbol.asyncDispose]: () => dispatcher.destroy(),
  }
}
