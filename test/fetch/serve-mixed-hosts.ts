import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { LookupFunction, Server, Socket } from 'node:net'
import { createSecureContext, type SecureContext } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { hostileKinds } from './hostile-kinds.ts'
import { issueCertificate } from './issue-certificate.ts'
import { listen } from './serve.ts'

export interface MixedFeed {
  readonly url: string
  readonly host: string
  /** Which of `hostileKinds`; a healthy feed has none. */
  readonly kind?: string
}

export interface MixedHosts {
  readonly feeds: readonly MixedFeed[]
  /** Signed the certificates that are good but for their one fault. */
  readonly authority: string
  /** Connections that are open now. */
  openCount(): number
  /** Resolves when none is. */
  allClosed(): Promise<void>
  close(): void
}

const present = { from: '20200101000000Z', until: '20991231235959Z' }
const past = { from: '20200101000000Z', until: '20200201000000Z' }
const healthyBody = gzipSync(
  `<rss version="2.0"><channel>${'<item><title>Invented news</title></item>'.repeat(500)}</channel></rss>`,
)

/** Plays many hosts on loopback, some of them hostile, evenly mixed in. */
export async function serveMixedHosts(feedCount: number, hostileCount: number): Promise<MixedHosts> {
  const issuer = issueCertificate({ name: 'Desk test authority', ...present, isAuthority: true })
  const sockets = new Set<Socket>()
  const plain = createServer(answerByHost)
  const secure = createTlsServer({ SNICallback: (name, done) => done(null, contextOf(name, issuer)) }, answerByHost)
  for (const server of [plain, secure]) trackSockets(server, sockets)
  const ports = { http: await listen(plain), https: await listen(secure) }
  const every = feedCount / hostileCount
  const feeds = Array.from({ length: feedCount }, (_, index) =>
    index % every === 0 ? hostileFeed(index / every, ports) : healthyFeed(index, ports.http),
  )
  const close = () => {
    for (const socket of sockets) socket.destroy()
    plain.close()
    secure.close()
  }
  const allClosed = async () => {
    for (const socket of sockets) if (!socket.closed) await once(socket, 'close')
  }
  return { feeds, authority: issuer.cert, openCount: () => sockets.size, allClosed, close }
}

/** A name server for them: all at loopback, but for the name nobody knows and the one inside somebody's network. */
export const lookupMixed: LookupFunction = (hostname, options, callback) => {
  if (hostname.startsWith('unknown-name')) {
    return callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' }), '')
  }
  const address = hostname.startsWith('private') ? '10.0.0.1' : '127.0.0.1'
  return options.all ? callback(null, [{ address, family: 4 }]) : callback(null, address, 4)
}

/** The hosts that may be at a private address: all but those that want to lead there. */
export function allowedHosts(feeds: readonly MixedFeed[]): string[] {
  return feeds.filter(({ kind }) => kind !== 'private').map(({ host }) => host)
}

const answerByHost: RequestListener = (request, response) => {
  const name = request.headers.host?.replace(/-\d+\.example.*$/, '')
  const kind = hostileKinds.find((each) => each.name === name)
  if (kind?.answer) return void kind.answer(request, response)
  response.writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' }).end(healthyBody)
}

function healthyFeed(index: number, port: number): MixedFeed {
  const host = `f${index}.example`
  return { host, url: `http://${host}:${port}/feed` }
}

function hostileFeed(index: number, ports: { readonly http: number; readonly https: number }): MixedFeed {
  const { name: kind = '' } = hostileKinds[index % hostileKinds.length] ?? {}
  const host = `${kind}-${index}.example`
  const scheme = ['expired', 'self-signed', 'wrong-host'].includes(kind) ? 'https' : 'http'
  return { host, url: `${scheme}://${host}:${ports[scheme === 'https' ? 'https' : 'http']}/feed`, kind }
}

function contextOf(name: string, issuer: ReturnType<typeof issueCertificate>): SecureContext {
  const isSelfSigned = name.startsWith('self-signed')
  const { key, cert } = issueCertificate({
    name: name.startsWith('wrong-host') ? 'other.example' : name,
    ...(name.startsWith('expired') ? past : present),
    ...(!isSelfSigned && { issuer }),
  })
  return createSecureContext({ key: key.export({ type: 'pkcs8', format: 'pem' }), cert })
}

function trackSockets(server: Server, sockets: Set<Socket>): void {
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => sockets.delete(socket))
  })
}
