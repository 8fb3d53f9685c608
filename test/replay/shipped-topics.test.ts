import assert from 'node:assert/strict'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openLog } from '../../src/cli/open-log.ts'
import { replayDay } from '../../src/cli/replay-day.ts'

const SHIPPED = ['topics.yaml', 'people.yaml']

/** Where each article stands, and whether somebody speaks in it for NATO by office. */
const CASES = [
  ['2024-06-14', 'meridian-daily.example/news/putins-peace-offer', true],
  ['2024-06-14', 'global.espreso.example/russia-ukraine-war/nato-ukraine-respond', true],
  ['2024-06-14', 'scrollwise.example/n/putin-promises', false],
  ['2024-06-14', 'moscowtimes.example/news/nato-urged-ukraine', true],
  ['2024-12-12', 'pravda-ua.example/eng/news/2024/12/12/7488746', true],
] as const

for (const day of new Set(CASES.map(([name]) => name))) {
  test(`${day}: the shipped topics tell who speaks for NATO from who only mentions it`, async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'nightdesk-shipped-'))
    try {
      await cp(join('fixtures', 'days', day), scratch, { recursive: true })
      for (const file of SHIPPED) await cp(join('config', file), join(scratch, 'config', file))
      const { report } = await replayDay(scratch, { log: openLog('silent') })
      for (const [, at, isMatch] of CASES.filter(([name]) => name === day)) {
        const article = report.articles.find(({ url }) => url.includes(at))
        assert.ok(article, at)
        assert.equal(
          article.topics.some(({ id }) => id === 'nato-statements'),
          isMatch,
          at,
        )
      }
    } finally {
      await rm(scratch, { recursive: true, force: true })
    }
  })
}
