import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { startChild } from './child.ts'
import { measureInProcess, measureThroughRedis, type RunOrder } from './measure-run.ts'
import { renderRuns } from './render-runs.ts'
import { startRedis } from './start-redis.ts'
import { type DaySize, type WrittenDay, writeDay } from './write-day.ts'

/** From feeds on loopback to matched articles: how fast, at what cost, and where the time goes. */
const PROCESS_COUNT = 2
const size: DaySize = process.argv.includes('--quick')
  ? { feedCount: 10, articlesPerFeed: 5 }
  : { feedCount: 200, articlesPerFeed: 20 }
const threads = Math.max(2, availableParallelism())
const address = z.object({ host: z.string(), port: z.number() })

const workDir = await mkdtemp(join(tmpdir(), 'nightdesk-bench-'))
try {
  say(machineFacts())
  const dayDir = join(workDir, 'day')
  await mkdir(dayDir)
  say(inputFacts(await writeDay(dayDir, size)))
  await using server = startChild('./serve-process.ts', [dayDir])
  await using redis = await startRedis(workDir)
  const order: RunOrder = { dayDir, workDir, dialInstead: await server.hear(address), threads }
  say(`load       ${load()} before`)
  const inProcess = await measureInProcess(order)
  say(`load       ${load()} after the first run`)
  const throughRedis = await measureThroughRedis(order, redis, PROCESS_COUNT)
  say(`load       ${load()} after the second run`)
  say(`\n${renderRuns([inProcess, throughRedis])}`)
} finally {
  await rm(workDir, { recursive: true, force: true })
}

function machineFacts(): string {
  const memory = (totalmem() / 1e9).toFixed(0)
  const model = cpus()[0]?.model.trim() ?? 'unknown'
  return [
    `machine    ${availableParallelism()} cores (${model}), ${memory} GB, ${process.platform} ${process.arch}`,
    `node       ${process.version}`,
    `threads    ${threads} for extraction, over all processes`,
  ].join('\n')
}

function inputFacts({ templateCount, pageBytes, sentBytes }: WrittenDay): string {
  const pageCount = size.feedCount * size.articlesPerFeed
  const mean = (pageBytes / pageCount / 1e3).toFixed(0)
  const sent = (sentBytes / pageCount / 1e3).toFixed(0)
  return `input      ${size.feedCount} feeds × ${size.articlesPerFeed} articles; pages of 30–300 KB, ${mean} KB on average (${sent} KB gzipped), made from ${templateCount}`
}

/** Over 1, 5 and 15 minutes: more than what is measured here means that the machine had other work too. */
function load(): string {
  return loadavg()
    .map((each) => each.toFixed(1))
    .join(' ')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
