import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '../../src/article/reading.ts'
import { compileTopics, matchTopics } from '../../src/topic/match-topics.ts'
import { sampleTopic } from './match-query.ts'
import { peopleOf, readingsOf } from './recorded-day.ts'

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
