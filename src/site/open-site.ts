import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { buildSite } from './build-site.ts'
import { SiteAddressError } from './site-address-error.ts'
import type { SitePorts } from './site-ports.ts'

export interface SiteOptions {
  readonly host: string
  /** 0 is any that is free. */
  readonly port: number
  readonly limits?: Partial<SiteLimits>
}

export interface SiteLimits {
  /** From the first byte of a request to the end of its headers, and to the end of its body. */
  readonly headersMs: number
  readonly requestMs: number
  /** A connection on which nothing moves, and one that waits for its next request. */
  readonly silenceMs: number
  readonly keepAliveMs: number
  readonly connectionCount: number
  /** For requests under way when the site is stopped. */
  readonly stopMs: number
}

export interface Site extends AsyncDisposable {
  /** Where it listens, without a slash at the end. */
  readonly url: string
}

const LIMITS: SiteLimits = {
  headersMs: 10_000,
  requestMs: 20_000,
  silenceMs: 20_000,
  keepAliveMs: 5_000,
  connectionCount: 200,
  stopMs: 5_000,
}
const MAX_HEADER_BYTES = 8 * 1024
/** Stands for the Host of a client of HTTP/1.0 that gives none, as health checks are. */
const NAMELESS = 'nameless.invalid'
const LOOK_EVERY_MS = 20

/** Serves the page until disposed. @throws SiteAddressError when the address cannot be had */
export async function openSite(ports: SitePorts, options: SiteOptions): Promise<Site> {
  const limits = { ...LIMITS, ...options.limits }
  const server = createLimitedServer(ports, limits)
  await listen(server, options)
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? options.port) : options.port
  return { url: `http://${host}:${port}`, [Symbol.asyncDispose]: () => stop(server, limits.stopMs) }
}

function createLimitedServer(ports: SitePorts, limits: SiteLimits): Server {
  const serve = getRequestListener(buildSite(ports).fetch, { hostname: NAMELESS, overrideGlobalObjects: false })
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: Math.min(1_000, limits.headersMs),
    },
    (incoming, outgoing) => void serve(incoming, outgoing),
  )
  server.maxConnections = limits.connectionCount
  server.setTimeout(limits.silenceMs)
  return server
}

async function listen(server: Server, { host, port }: SiteOptions): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening').catch((error: unknown) => {
    throw new SiteAddressError(host, port, error)
  })
}

/** Takes no more requests, lets those under way end, and cuts off what is left when the time is up. */
async function stop(server: Server, stopMs: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // A connection that is busy now is idle after its answer, and would wait for another request.
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS)
  const limit = setTimeout(() => server.closeAllConnections(), stopMs)
  await closed
  clearInterval(looking)
  clearTimeout(limit)
}
