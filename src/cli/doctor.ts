import type { Command } from 'commander'
import { Redis } from 'ioredis'
import { ConfigError } from '../config/config-error.ts'
import type { DeskConfig } from '../config/desk-config.ts'
import type { Environment } from '../config/environment.ts'
import { loadConfig } from '../config/load-config.ts'
import { openStore } from '../store/open-store.ts'
import { EXIT } from './exit-code.ts'
import { loadEnvironment } from './load-environment.ts'
import { openReadonlyDesk } from './open-readonly-desk.ts'
import { print, printJson, styled } from './terminal.ts'

interface Finding {
  readonly part: string
  readonly ok: boolean
  readonly found: string
  /** What to do about it. */
  readonly advice?: string
}

const WAIT_MS = 5_000
/** Mail and feeds are dated by this clock. */
const CLOCK_TOLERANCE_MS = 60_000

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Look at node, config, database, Redis, mail server, clock and feeds: what is wrong, and what to do.')
    .option('--json', 'as JSON')
    .action(doctor)
}

async function doctor(options: { readonly json?: true }): Promise<void> {
  const environment = loadEnvironment()
  const findings = [
    examineNode(),
    await examine(
      'database',
      () => examineDatabase(environment),
      'check DATABASE_URL and that its folder can be written',
    ),
    await examine(
      'redis',
      () => examineRedis(environment),
      'start redis-server, correct REDIS_URL, or unset it to run without',
    ),
    ...(await examineConfigured(environment)),
  ]
  if (findings.some((finding) => !finding.ok)) process.exitCode = EXIT.no
  if (options.json) return printJson(findings)
  for (const { part, ok, found, advice } of findings) {
    print(`${ok ? styled('green', 'ok  ') : styled('red', 'BAD ')} ${part}: ${found}`)
    if (!ok && advice !== undefined) print(`     ${advice}`)
  }
}

async function examineConfigured(environment: Environment): Promise<Finding[]> {
  const config = await loadConfig(environment.configDir, environment).catch((error: unknown) => {
    if (error instanceof ConfigError) return error
    throw error
  })
  if (config instanceof ConfigError)
    return [{ part: 'config', ok: false, found: config.message, advice: 'correct it; `nightdesk check` looks again' }]
  return [
    { part: 'config', ok: true, found: `${config.feeds.length} feeds, ${config.topics.length} topics` },
    examineContact(config),
    await examine(
      'mail',
      () => examineMail(environment, config),
      'check SMTP_URL, or unset it to write mail into a folder',
    ),
    ...(await examineFeeds(environment, config)),
  ]
}

/** Turns what a look found, or its failure, into a finding; a look that hangs is a failure. */
async function examine(part: string, look: () => Promise<string>, advice: string): Promise<Finding> {
  const limit = Promise.withResolvers<never>()
  const timer = setTimeout(() => limit.reject(new Error(`no answer within ${WAIT_MS / 1_000} s`)), WAIT_MS)
  try {
    return { part, ok: true, found: await Promise.race([look(), limit.promise]) }
  } catch (error) {
    return { part, ok: false, found: error instanceof Error ? error.message : String(error), advice }
  } finally {
    clearTimeout(timer)
  }
}

function examineNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 24 || (major === 24 && minor >= 15)
  return { part: 'node', ok, found: process.version, advice: 'expected 24.15 or newer; `npm run` brings its own' }
}

function examineContact({ settings }: DeskConfig): Finding {
  const ok = !settings.contact.endsWith('@localhost')
  const advice = 'set `contact` in settings.yaml: the operator of a site sees it and can write instead of blocking'
  return { part: 'contact', ok, found: settings.contact, advice }
}

async function examineDatabase(environment: Environment): Promise<string> {
  await using store = await openStore(environment.databaseUrl)
  const { articleCount } = await store.loadCounts()
  const kind = /^postgres/.test(environment.databaseUrl) ? 'PostgreSQL' : `SQLite, ${environment.databaseUrl}`
  return `${kind}, ${articleCount} articles`
}

async function examineRedis({ redisUrl }: Environment): Promise<string> {
  if (redisUrl === undefined) return 'not configured: the steps run in one process'
  const redis = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    const info = await redis.info()
    const version = /redis_version:(\S+)/.exec(info)?.[1] ?? 'of unknown version'
    const policy = /maxmemory_policy:(\S+)/.exec(info)?.[1]
    if (policy !== 'noeviction')
      throw new Error(`maxmemory-policy is ${policy}: expected noeviction, or jobs may vanish`)
    return `Redis ${version}`
  } finally {
    redis.disconnect()
  }
}

async function examineMail(environment: Environment, config: DeskConfig): Promise<string> {
  await using desk = await openReadonlyDesk({ ...environment, databaseUrl: ':memory:' }, config)
  const verified = await desk.transport.verify()
  if (!verified.ok) throw new Error(verified.reason)
  return desk.transport.kind === 'smtp'
    ? 'the mail server takes our mail'
    : 'no SMTP_URL: mail is written into a folder'
}

/** Asks one feed: a network that is away fails them all alike. The stored states tell of the rest. */
async function examineFeeds(environment: Environment, config: DeskConfig): Promise<Finding[]> {
  await using store = await openStore(environment.databaseUrl)
  const states = await store.loadFeedStates()
  const failing = states.filter((state) => state.lastFailure !== undefined)
  const polled = states.filter((state) => state.lastPollAt !== undefined).length
  return [
    {
      part: 'feeds',
      ok: failing.length === 0,
      found:
        failing.length === 0
          ? `${polled} of ${config.feeds.length} polled, none failing`
          : failing.map((state) => `${state.feedId}: ${state.lastFailure?.message ?? ''}`).join('; '),
      advice: '`nightdesk feeds list` tells since when; a feed that moved is corrected in feeds.yaml',
    },
    await examine('clock', () => examineClock(environment, config), 'set the clock of this machine (timedatectl, ntp)'),
  ]
}

async function examineClock(environment: Environment, config: DeskConfig): Promise<string> {
  await using desk = await openReadonlyDesk({ ...environment, databaseUrl: ':memory:' }, config)
  for (const feed of config.feeds.slice(0, 3)) {
    const outcome = await desk.door.fetchFeed({ url: feed.url }, AbortSignal.timeout(WAIT_MS)).catch(() => undefined)
    if (outcome === undefined || outcome.kind === 'failed' || outcome.servedAt === undefined) continue
    const offMs = Math.abs(Date.now() - outcome.servedAt)
    if (offMs > CLOCK_TOLERANCE_MS) {
      throw new Error(`${Math.round(offMs / 1_000)} s off from ${new URL(feed.url).hostname}`)
    }
    return 'agrees with the feeds'
  }
  return `${new Date().toISOString()} (no feed answered to compare with)`
}
