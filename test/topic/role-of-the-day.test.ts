import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { decodeText } from '../../src/article/decode-text.ts'
import { readPage } from '../../src/article/read-page.ts'
import type { Reading } from '../../src/article/reading.ts'
import { loadSource } from '../../src/config/load-source.ts'
import { readPeople } from '../../src/config/read-people.ts'
import { loadDay } from '../../src/replay/load-day.ts'
import { compileTopics, matchTopics } from '../../src/topic/match-topics.ts'
import { sampleTopic } from './match-query.ts'

const cases = [
  ['2024-06-14', 'jens-stoltenberg'],
  ['2024-12-12', 'mark-rutte'],
] as const

for (const [day, holder] of cases) {
  test(`${day}: @nato-secretary-general means ${holder}`, async () => {
    const readings = await readingsOf(day)
    assert.deepEqual(await holdersFound(readings), [holder])
  })
}

test('and nobody whom the article names, when it is of a day on which somebody else held the office', async () => {
  const [june, december] = [await readingsOf('2024-06-14'), await readingsOf('2024-12-12')]
  assert.deepEqual(await holdersFound(june, Date.UTC(2024, 11, 12)), [])
  assert.deepEqual(await holdersFound(december, Date.UTC(2024, 5, 14)), [])
})

/** The people whom the articles name as holders of the office. */
async function holdersFound(readings: readonly Reading[], publishedAt?: number): Promise<readonly string[]> {
  const compiled = compileTopics([sampleTopic({ query: '@nato-secretary-general' })], await peopleOf('2024-12-12'))
  const evidence = readings.flatMap(({ title, text, blocks, passages, language, published }) => {
    const at = publishedAt ?? published?.at
    return matchTopics(compiled, {
      title,
      body: text,
      blocks,
      passages,
      ...(language !== undefined && { language }),
      ...(at !== undefined && { publishedAt: at }),
      source: 'full',
    }).flatMap((match) => match.evidence)
  })
  const holders = evidence.map(({ via = '' }) => via.split(', nato-secretary-general from ')).filter(([, from]) => from)
  return [...new Set(holders.map(([person = '']) => person))]
}

async function peopleOf(day: string) {
  const report = (problem: object) => assert.fail(JSON.stringify(problem))
  const source = await loadSource(join('fixtures', 'days', day, 'config'), 'people.yaml', { report, isRequired: true })
  assert.ok(source)
  return readPeople(source, report)
}

/** Every page of the day, as read by the extractor. */
async function readingsOf(day: string): Promise<readonly Reading[]> {
  const { responses, endAt } = await loadDay(join('fixtures', 'days', day))
  const pages = [...responses].filter(
    ([, { status, headers }]) => status === 200 && headers['content-type']?.startsWith('text/html') === true,
  )
  return Promise.all(
    pages.flatMap(([url, { file, headers }]) =>
      file === undefined
        ? []
        : [
            readFile(file).then((body) =>
              readPage({
                html: decodeText(body, headers['content-type']),
                url,
                outlet: 'Recorded',
                timezone: 'UTC',
                now: endAt,
                listed: { title: '', authors: [] },
              }),
            ),
          ],
    ),
  )
}
