import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { LookupFunction } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent, buildConnector } from 'undici'
import { openHttpDoor } from '../../src/fetch/open-http-door.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'

/**
 * What a poll of unchanged feeds costs: the door with its guards, its deadline and the turns in the database against
 * the bare requests of undici with the same settings. Both open a connection to each host, as polls that lie a
 * quarter of an hour apart do.
 */
const feedCount = 1000
const roundCount = 15
const concurrency = 20
const quarterHourMs = 900_000
const goal = 1.3

const lookup: LookupFunction = (_name, options, callback) =>
  options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4)
const settings = { connectTimeoutMs: 10_000, totalTimeoutMs: 30_000, maxBytes: 15 * 1024 ** 2, maxPerHost: 2 }
const userAgent = 'Nightdesk/0.1 (+https://desk.example/about)'
const validators = { etag: '"same"', lastModified: 'Fri, 14 Jun 2024 10:00:00 GMT' }

const server = fork(new URL('./serve-unchanged.ts', import.meta.url))
const [address] = await once(server, 'message')
const folder = await mkdtemp(join(tmpdir(), 'nightdesk-bench-'))
try {
  await using store = await openStore(join(folder, 'desk.sqlite'))
  await compare(store, Number(address.port))
} finally {
  server.disconnect()
  await rm(folder, { recursive: true })
}

async function compare(store: Store, port: number): Promise<void> {
  const urls = Array.from({ length: feedCount }, (_, index) => `http://f${index}.example:${port}/feed.xml`)
  const bare: number[] = []
  const door: number[] = []
  let now = Date.parse('2024-06-14T10:00:00Z')
  for (let round = -2; round < roundCount; round++) {
    now += quarterHourMs
    const bareMs = await cpuOf(() => pollBare(urls))
    const doorMs = await cpuOf(() => pollThroughDoor(urls, store, now))
    if (round < 0) continue
    bare.push(bareMs)
    door.push(doorMs)
  }
  report(bare, door)
}

async function pollBare(urls: readonly string[]): Promise<void> {
  const connect = buildConnector({ timeout: settings.connectTimeoutMs, allowH2: false, lookup })
  const agent = new Agent({ connect, connections: settings.maxPerHost, headersTimeout: 0, bodyTimeout: 0 })
  const headers = {
    accept: 'application/rss+xml, */*;q=0.5',
    'accept-encoding': 'gzip, br, zstd',
    'user-agent': userAgent,
    'if-none-match': validators.etag,
    'if-modified-since': validators.lastModified,
  }
  await inLanes(urls, async (url) => {
    const { statusCode, body } = await agent.request({
      origin: url.slice(0, -9),
      path: '/feed.xml',
      method: 'GET',
      headers,
    })
    await body.dump()
    if (statusCode !== 304) throw new Error(`expected 304, got ${statusCode}`)
  })
  await agent.destroy()
}

async function pollThroughDoor(urls: readonly string[], store: Store, now: number): Promise<void> {
  await using door = openHttpDoor({
    ...settings,
    userAgent,
    hostGapMs: 1000,
    allowPrivateHosts: urls.map((url) => new URL(url).hostname),
    respectRobots: true,
    now: () => now,
    sleepUntil: async () => {},
    ...store,
    lookup,
  })
  await inLanes(urls, async (url) => {
    const outcome = await door.fetchFeed({ url, validators })
    if (outcome.kind !== 'unchanged') throw new Error(`expected unchanged, got ${JSON.stringify(outcome)}`)
  })
}

async function inLanes(urls: readonly string[], fetch: (url: string) => Promise<void>): Promise<void> {
  const waiting = urls[Symbol.iterator]()
  const lane = async () => {
    for (const url of waiting) await fetch(url)
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
}

/** Processor time of this process, all its threads, user and system. Milliseconds. */
async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function report(bare: readonly number[], door: readonly number[]): void {
  const bareMs = median(bare)
  const doorMs = median(door)
  const ratio = doorMs / bareMs
  process.stdout.write(`${feedCount} unchanged feeds, ${roundCount} rounds in turn, medians of processor time\n`)
  process.stdout.write(`bare undici requests  ${bareMs.toFixed(0)} ms\n`)
  process.stdout.write(`through the door      ${doorMs.toFixed(0)} ms\n`)
  process.stdout.write(`ratio                 ${ratio.toFixed(2)} (goal: under ${goal})\n`)
  if (ratio >= goal) process.exitCode = 1
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
