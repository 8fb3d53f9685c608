import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePrintedDate } from '../../src/article/parse-printed-date.ts'

/** Text, then year-month-day, then the time of day, then the zone. */
const cases: readonly (readonly [string, string, string?, (number | string)?])[] = [
  ['1:11 PM EDT, June 14, 2024', '2024-6-14', '13:11', -240],
  ['14 June, 2024 Friday', '2024-6-14'],
  ['June 14th 2024.', '2024-6-14'],
  ['Thursday, 12 December 2024, 19:16', '2024-12-12', '19:16'],
  ['ADA BRANNOCH, JORIS VELLEMAThursday, 12 December 2024, 19:16', '2024-12-12', '19:16'],
  ['14 червня 2024', '2024-6-14'],
  ['14 червня 2024, 17:30', '2024-6-14', '17:30'],
  ['12 грудня 2024 року, четвер', '2024-12-12'],
  ['14 июня 2024 г., 09:05 МСК', '2024-6-14', '9:05', 180],
  ['Freitag, 14. Juni 2024, 18.30 Uhr', '2024-6-14', '18:30'],
  ['Stand: 3. März 2024, 9 Uhr', '2024-3-3', '9:00'],
  ['Publié le 1er août 2024 à 18h05', '2024-8-1', '18:05'],
  ['le 12 décembre 2024', '2024-12-12'],
  ['14 czerwca 2024, 21:40', '2024-6-14', '21:40'],
  ['piątek, 5 października 2023', '2023-10-5'],
  ['14 de junio de 2024', '2024-6-14'],
  ['14 giugno 2024', '2024-6-14'],
  ['2024, June 14', '2024-6-14'],
  ['2024年6月14日 19時', '2024-6-14'],
  ['14.06.2024 18:45', '2024-6-14', '18:45'],
  ['2024-06-14T13:11:00-04:00', '2024-6-14', '13:11', -240],
  ['2024-06-14T17:11:00.000Z', '2024-6-14', '17:11', 0],
  ['Fri, 14 Jun 2024 13:11:00 GMT', '2024-6-14', '13:11', 0],
  ['June 14, 2024 at 12:05 a.m. ET', '2024-6-14', '0:05', 'America/New_York'],
  ['06/14/2024 - 14:15', '2024-6-14', '14:15'],
  ['6/7/2024', '2024-7-6'],
]

for (const [text, day, time, zone] of cases) {
  test(`reads “${text}”`, () => {
    const date = parsePrintedDate(text, { monthFirst: false })
    assert.ok(date)
    assert.equal(`${date.year}-${date.month}-${date.day}`, day)
    const { clock } = date
    assert.equal(clock && `${clock.hour}:${String(clock.minute).padStart(2, '0')}`, time)
    const stated = clock?.zone
    assert.equal(stated && ('timezone' in stated ? stated.timezone : stated.offsetMinutes), zone)
  })
}

test('a date with slashes is read month first where that is the custom', () => {
  const date = parsePrintedDate('6/7/2024', { monthFirst: true })
  assert.deepEqual([date?.month, date?.day], [6, 7])
})

for (const text of [
  '22:36',
  '22 June',
  '2024, Saturday',
  'June 2024',
  '31 June 2024',
  '45.13.2024',
  'Room 14 opens',
  '1,100 soldiers, 28 guns',
]) {
  test(`finds no date in “${text}”`, () => {
    assert.equal(parsePrintedDate(text, { monthFirst: false }), undefined)
  })
}

test('tells where the date stands, with its time of day', () => {
  const text = 'Posted 12 December 2024, 19:16 by the desk'
  const date = parsePrintedDate(text, { monthFirst: false })
  assert.equal(date?.printed, '12 December 2024, 19:16')
  assert.equal(text.slice(date?.start, date?.end), date?.printed)
})
