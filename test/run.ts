import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * `npm test`: finds or starts what the tests talk to, runs them, and puts everything away again.
 * Arguments are test files; without any, all are run.
 */
const scratch = mkdtempSync(join(tmpdir(), 'nightdesk-test-'))
const stops: (() => Promise<void>)[] = []
let exitCode = 1
try {
  // Hundreds of processes load the same sources: compiled once, they start in half the time.
  const compiled = { NODE_COMPILE_CACHE: join(scratch, 'compiled') }
  const environment = { ...process.env, ...compiled, TEST_REDIS_URL: await redisUrl(), ...(await postgresUrl()) }
  exitCode = await runTests(environment)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
} finally {
  for (const stop of stops.reverse()) await stop()
  rmSync(scratch, { recursive: true, force: true })
}
process.exitCode = exitCode

async function runTests(env: NodeJS.ProcessEnv): Promise<number> {
  const named = process.argv.slice(2)
  const files = named.length > 0 ? named : globSync('test/**/*.test.ts')
  // Most files wait for processes, sockets and a browser, not for the processor.
  const flags = [
    '--test',
    '--test-concurrency=3',
    '--test-timeout=240000',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
  ]
  const runner = spawn(process.execPath, [...flags, ...files], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => runner.kill(signal))
  const [code] = await once(runner, 'exit')
  return typeof code === 'number' ? code : 1
}

/** REDIS_URL, else a redis-server of our own: on the PATH, or from apt where we may install. */
async function redisUrl(): Promise<string> {
  if (process.env.REDIS_URL) return process.env.REDIS_URL
  if (!has('redis-server')) installRedis()
  const port = await freePort()
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--save', '', '--dir', scratch, '--bind', '127.0.0.1'],
    {
      stdio: 'ignore',
    },
  )
  stops.push(async () => {
    server.kill('SIGKILL')
    await once(server, 'exit')
  })
  await untilOpen(port, 'redis-server')
  return `redis://127.0.0.1:${port}`
}

function installRedis(): void {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !has('apt-get')) {
    throw new Error(
      'npm test: expected a redis-server: set REDIS_URL, or install one (Debian: apt install redis-server)',
    )
  }
  process.stderr.write('npm test: installing redis-server through apt\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  execFileSync('apt-get', ['-qq', 'update'], { stdio: ['ignore', 'ignore', 'inherit'], env })
  execFileSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'redis-server'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
}

/** TEST_POSTGRES_URL, else a server of our own where PostgreSQL is installed; the store's tests run on SQLite anyway. */
async function postgresUrl(): Promise<{ TEST_POSTGRES_URL?: string }> {
  if (process.env.TEST_POSTGRES_URL) return { TEST_POSTGRES_URL: process.env.TEST_POSTGRES_URL }
  const [bin] = globSync('/usr/lib/postgresql/*/bin').toSorted().reverse()
  if (bin === undefined) {
    process.stderr.write(
      'npm test: no PostgreSQL here, so the store is tested on SQLite alone (Debian: apt install postgresql)\n',
    )
    return {}
  }
  const port = await freePort()
  const data = join(scratch, 'postgres')
  const settings = ['-p', String(port), '-k', '', '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off']
  asPostgres(['mkdir', '-p', data])
  asPostgres([join(bin, 'initdb'), '-D', data, '-A', 'trust', '-U', 'postgres'])
  const server = spawnAsPostgres([join(bin, 'postgres'), '-D', data, ...settings])
  stops.push(async () => {
    spawnSync(...asUser([join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop']))
    if (server.exitCode === null) await once(server, 'exit')
  })
  await untilOpen(port, 'postgres')
  return { TEST_POSTGRES_URL: `postgres://postgres@127.0.0.1:${port}/postgres` }
}

/** PostgreSQL refuses to run as root. */
function asUser([command = '', ...rest]: readonly string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, [...rest]]
  return ['runuser', ['-u', 'postgres', '--', command, ...rest]]
}

function asPostgres(command: readonly string[]): void {
  if (process.getuid?.() === 0) execFileSync('chmod', ['777', scratch])
  execFileSync(...asUser(command), { stdio: ['ignore', 'ignore', 'inherit'] })
}

function spawnAsPostgres(command: readonly string[]) {
  return spawn(...asUser(command), { stdio: 'ignore' })
}

function has(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('npm test: no free port')
  return address.port
}

async function untilOpen(port: number, what: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await isOpen(port)) return
    await pause(50)
  }
  throw new Error(`npm test: expected ${what} to listen on port ${port} within 15 s, got nothing`)
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
