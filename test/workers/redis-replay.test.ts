import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { Redis } from 'ioredis'
import { openLog } from '../../src/cli/open-log.ts'
import type { RedisRun } from '../../src/cli/open-redis-runner.ts'
import { type Replay, replayDay } from '../../src/cli/replay-day.ts'
import { compareWithExpected } from '../../src/replay/compare-with-expected.ts'
import type { Report } from '../../src/replay/report.ts'
import { openMailServer } from '../mail/open-mail-server.ts'
import { openPostgres } from '../store/each-database.ts'
import { openOwnRedis } from './open-own-redis.ts'

const DAY = join('fixtures', 'days', '2024-06-14')
const log = openLog('silent')

interface PlayedThrough {
  readonly replay: Replay
  readonly mailCount: number
}

type Busy = Parameters<NonNullable<RedisRun['onBusy']>>[0]

/** Plays the day through three worker processes and a real mail server, with a mishap in mid-run. */
async function playThrough(
  url: string,
  mishap: (busy: Busy) => Promise<boolean>,
  databaseUrl?: string,
): Promise<PlayedThrough> {
  await using mailServer = await openMailServer()
  let happened = false
  const replay = await replayDay(DAY, {
    log,
    smtpUrl: `smtp://127.0.0.1:${mailServer.port}`,
    redis: {
      url,
      workerCount: 3,
      ...(databaseUrl !== undefined && { databaseUrl }),
      lockMs: 3_000,
      onError: () => undefined,
      onBusy: async (busy) => {
        if (!happened) happened = await mishap(busy)
      },
    },
  })
  assert.ok(happened, 'the mishap came too late to happen')
  return { replay, mailCount: mailServer.mails.length }
}

/**
 * The outcome of a run with a mishap is that of a run without, and one mail was sent. What was lost is taken up again
 * minutes later by the clock of the day, so "seen at" may differ, and with it the order of undated items.
 */
async function assertSameDespite(url: string, mishap: (busy: Busy) => Promise<boolean>): Promise<void> {
  const { replay, mailCount } = await playThrough(url, mishap)
  const expected: Report = JSON.parse(await readFile(join(DAY, 'expected', 'report.json'), 'utf8'))
  assert.deepEqual(withoutOrder(replay.report), withoutOrder(expected))
  assert.equal(mailCount, 1)
}

function withoutOrder(report: Report): Report {
  const digests = report.digests.map((digest) => ({
    ...digest,
    sections: digest.sections.map((section) => ({
      ...section,
      items: section.items.toSorted((left, right) => left.url.localeCompare(right.url)),
    })),
  }))
  return { ...report, digests }
}

test('three worker processes come to the same report as one process', async () => {
  await using redis = await openOwnRedis()
  const { replay, mailCount } = await playThrough(redis.url, async () => true)
  assert.equal(await compareWithExpected(replay.outputs, join(DAY, 'expected')), '')
  assert.equal(mailCount, 1)
  const client = new Redis(redis.url)
  assert.equal(await client.dbsize(), 0)
  client.disconnect()
})

const postgres = process.env.TEST_POSTGRES_URL
if (postgres !== undefined) {
  test('three worker processes over PostgreSQL come to the same report', async () => {
    await using scratch = await openPostgres(postgres)
    await using redis = await openOwnRedis()
    const { replay, mailCount } = await playThrough(redis.url, async () => true, scratch.url)
    assert.equal(await compareWithExpected(replay.outputs, join(DAY, 'expected')), '')
    assert.equal(mailCount, 1)
  })
}

test('a worker killed in mid-run loses nothing and mails nothing twice', async () => {
  await using redis = await openOwnRedis()
  await assertSameDespite(redis.url, async ({ openCount, workers }) => {
    if (openCount < 8) return false
    return workers[0]?.kill('SIGKILL') ?? false
  })
})

test('an emptied Redis in mid-run loses nothing and mails nothing twice', async () => {
  await using redis = await openOwnRedis()
  await assertSameDespite(redis.url, async ({ openCount }) => {
    if (openCount < 8) return false
    const client = new Redis(redis.url)
    await client.flushall()
    client.disconnect()
    return true
  })
})

test('a Redis that goes away in mid-run and comes back loses nothing and mails nothing twice', async () => {
  await using redis = await openOwnRedis()
  await assertSameDespite(redis.url, async ({ openCount }) => {
    if (openCount < 8) return false
    await redis.stop()
    await redis.start()
    return true
  })
})
