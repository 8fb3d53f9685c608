import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { Redis } from 'ioredis'

export interface RedisServer extends AsyncDisposable {
  readonly url: string
  /** What it used so far; a server that is not ours may have worked for others too. */
  readonly use: () => Promise<{ readonly peakBytes: number; readonly cpuMs: number }>
}

/** REDIS_URL, else a redis-server of our own from the PATH, which keeps nothing. */
export async function startRedis(dir: string): Promise<RedisServer> {
  await using opened = new AsyncDisposableStack()
  const url = process.env.REDIS_URL || opened.adopt(await startServer(dir), ({ stop }) => stop()).url
  const redis = opened.adopt(new Redis(url, { retryStrategy: (tries) => (tries > 100 ? null : 50) }), (each) => {
    each.disconnect()
  })
  redis.on('error', () => undefined)
  await redis.ping()
  const resources = opened.move()
  return {
    url,
    use: async () => {
      const facts = await redis.info('everything')
      const cpuSeconds = numberOf(facts, 'used_cpu_user') + numberOf(facts, 'used_cpu_sys')
      return { peakBytes: numberOf(facts, 'used_memory_peak'), cpuMs: cpuSeconds * 1_000 }
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

async function startServer(dir: string) {
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', dir]
  const server = spawn('redis-server', args, { stdio: 'ignore' })
  await once(server, 'spawn').catch(() => {
    throw new Error('bench: expected redis-server on the PATH, or REDIS_URL (Debian: apt install redis-server)')
  })
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      const gone = once(server, 'exit')
      server.kill('SIGKILL')
      await gone
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('bench: no free port')
  return address.port
}

function numberOf(facts: string, name: string): number {
  return Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(facts)?.[1] ?? 0)
}
