import type { RequestListener, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { FetchFailure } from '../../src/feed/fetch-outcome.ts'

/** What a bad host does, and what is to be said of it. */
export interface HostileKind {
  readonly name: string
  readonly code: FetchFailure['code']
  readonly says?: RegExp
  /** Without one, it is no answer that is wrong but the way to it: TLS, name or address. */
  readonly answer?: RequestListener
}

const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))
const half = gzipSync('<rss/>'.repeat(999)).subarray(0, 40)

export const hostileKinds: readonly HostileKind[] = [
  { name: 'endless', code: 'too-large', answer: (_q, r) => pour(r) },
  { name: 'dripping', code: 'timeout', answer: (_q, r) => drip(r) },
  { name: 'hanging', code: 'timeout', answer: () => {} },
  { name: 'stopping', code: 'timeout', answer: (_q, r) => void r.write('<rss>') },
  { name: 'bomb', code: 'too-large', answer: (_q, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb) },
  {
    name: 'circle',
    code: 'redirect',
    says: /circle/,
    answer: (q, r) => redirect(r, q.url === '/feed' ? '/b' : '/feed'),
  },
  { name: 'farther', code: 'redirect', says: /more than 10/, answer: (q, r) => redirect(r, `${q.url}x`) },
  { name: 'nowhere', code: 'redirect', says: /without Location/, answer: (_q, r) => r.writeHead(302).end() },
  { name: 'reset', code: 'reset', answer: (q) => q.socket.resetAndDestroy() },
  {
    name: 'truncated',
    code: 'truncated',
    answer: (_q, r) => r.writeHead(200, { 'content-length': 99 }).write('<', () => r.destroy()),
  },
  {
    name: 'half-packed',
    code: 'truncated',
    answer: (_q, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(half),
  },
  {
    name: 'long-headers',
    code: 'unreadable',
    says: /headers/,
    answer: (_q, r) => r.writeHead(200, { 'x-long': 'x'.repeat(40_000) }).end(),
  },
  { name: 'empty', code: 'empty', answer: (_q, r) => r.end() },
  { name: 'broken', code: 'server-error', says: /500/, answer: (_q, r) => pour(r.writeHead(500)) },
  { name: 'challenge', code: 'challenge', answer: (_q, r) => r.writeHead(403, { 'cf-mitigated': 'challenge' }).end() },
  { name: 'expired', code: 'tls', says: /expired/ },
  { name: 'self-signed', code: 'tls', says: /self-signed/ },
  { name: 'wrong-host', code: 'tls', says: /another host/ },
  { name: 'unknown-name', code: 'dns' },
  { name: 'private', code: 'forbidden-address', says: /10\.0\.0\.1/ },
]

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end()
}

function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(65_536, ' ')
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('error', () => {}).on('drain', more)
  more()
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 50)
  response.on('close', () => clearInterval(timer))
}
