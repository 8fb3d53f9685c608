import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantInZone } from '../../src/article/zoned-time.ts'

const cases: readonly (readonly [string, string, string])[] = [
  ['2024-12-12 19:16', 'Europe/Kyiv', '2024-12-12T17:16:00.000Z'],
  ['2024-06-14 13:11', 'America/New_York', '2024-06-14T17:11:00.000Z'],
  ['2024-03-31 03:30', 'Europe/Berlin', '2024-03-31T01:30:00.000Z'],
  ['2024-10-27 04:00', 'Europe/Berlin', '2024-10-27T03:00:00.000Z'],
  ['2024-06-14 00:00', 'Pacific/Auckland', '2024-06-13T12:00:00.000Z'],
  ['2024-06-14 12:00', 'UTC', '2024-06-14T12:00:00.000Z'],
]

for (const [wall, timezone, expected] of cases) {
  test(`${wall} in ${timezone}`, () => {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (wall.match(/\d+/g) ?? []).map(Number)
    assert.equal(new Date(instantInZone({ year, month, day, hour, minute }, timezone)).toISOString(), expected)
  })
}
