import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadDay } from '../../src/replay/load-day.ts'

/** Folders of days, each with its `day.yaml` and what URLs answer. */
async function writeDays(days: Readonly<Record<string, { readonly day: string; readonly responses: string }>>) {
  const dir = await mkdtemp(join(tmpdir(), 'nightdesk-days-'))
  for (const [name, { day, responses }] of Object.entries(days)) {
    await mkdir(join(dir, name))
    await writeFile(join(dir, name, 'day.yaml'), `what: nothing\n${day}`)
    await writeFile(join(dir, name, 'responses.yaml'), `responses: { ${responses} }\n`)
  }
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true }) }
}

const FIRST = { day: 'start: 2024-06-14T20:00:00Z\nend: 2024-06-15T05:00:00Z\n', responses: '' }
const SECOND = 'after: ../first\nstart: 2024-06-15T20:00:00Z\nend: 2024-06-16T05:00:00Z\n'

test('a day after another answers as that one did where nothing else is recorded, and has its config', async () => {
  const first = { ...FIRST, responses: '"https://a.example/": { status: 200 }, "https://b.example/": { status: 404 }' }
  await using days = await writeDays({
    first,
    second: { day: SECOND, responses: '"https://b.example/": { status: 410 }' },
  })
  const day = await loadDay(join(days.dir, 'second'))
  assert.equal(day.before?.dir, join(days.dir, 'first'))
  assert.equal(day.configDir, join(days.dir, 'first', 'config'))
  assert.deepEqual(
    [...day.responses].map(([url, { status }]) => [url, status]),
    [
      ['https://a.example/', 200],
      ['https://b.example/', 410],
    ],
  )
  await mkdir(join(days.dir, 'second', 'config'))
  assert.equal((await loadDay(join(days.dir, 'second'))).configDir, join(days.dir, 'second', 'config'))
})

test('a day that begins before the one before it ends, or comes after itself, is refused', async () => {
  const early = { day: SECOND.replace('2024-06-15T20', '2024-06-15T04'), responses: '' }
  const round = { day: SECOND.replace('../first', '.'), responses: '' }
  await using days = await writeDays({ first: FIRST, early, round })
  await assert.rejects(loadDay(join(days.dir, 'early')), {
    message: `${join(days.dir, 'early', 'day.yaml')}: start: expected a time after the day before has ended (2024-06-15T05:00:00.000Z), got 2024-06-15T04:00:00Z`,
  })
  await assert.rejects(loadDay(join(days.dir, 'round')), /after: expected at most 10 days in a row, got more/)
})
