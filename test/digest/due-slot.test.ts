import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DigestPlan } from '../../src/digest/digest-plan.ts'
import { dueSlot } from '../../src/digest/due-slot.ts'
import { nextSlot } from '../../src/digest/next-slot.ts'
import { samplePlan } from './sample-plan.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Europe/Kyiv',
]
/** Ordinary, and those that DST gaps and repeated hours of these zones hit. */
const TIMES = ['00:30', '02:15', '02:30', '07:00']

for (const timezone of ZONES) {
  test(`a year of ticks in ${timezone} makes each date due exactly once`, () => {
    for (const at of TIMES) {
      const plan: DigestPlan = { ...samplePlan, timezone, at }
      assert.deepEqual(slotDatesOfYear(plan), datesBetween('2026-01-02', '2026-12-31'), `at ${at}`)
    }
  })
}

test('only the days of the plan are due', () => {
  const plan: DigestPlan = { ...samplePlan, timezone: 'Africa/Cairo', at: '00:00', days: ['fri', 'mon'] }
  const expected = datesBetween('2026-01-02', '2026-12-31').filter((date) =>
    [1, 5].includes(new Date(`${date}T12:00:00Z`).getUTCDay()),
  )
  assert.deepEqual(slotDatesOfYear(plan), expected)
})

const gaps = [
  { timezone: 'Europe/Berlin', at: '02:30', date: '2026-03-29', dueAt: '2026-03-29T01:00:00Z' },
  { timezone: 'Africa/Cairo', at: '00:00', date: '2026-04-24', dueAt: '2026-04-23T22:00:00Z' },
  { timezone: 'America/Santiago', at: '00:30', date: '2026-09-06', dueAt: '2026-09-06T04:00:00Z' },
  { timezone: 'Australia/Lord_Howe', at: '02:15', date: '2026-10-04', dueAt: '2026-10-03T15:30:00Z' },
]
for (const { timezone, at, date, dueAt } of gaps) {
  test(`${at} on ${date}, which the clocks of ${timezone} skip, is due when the gap ends`, () => {
    const plan: DigestPlan = { ...samplePlan, timezone, at }
    const slot = { planId: plan.id, date, dueAt: Date.parse(dueAt) }
    assert.deepEqual(nextSlot(plan, slot.dueAt - 1), slot)
    assert.deepEqual(dueSlot(plan, { startedAt: 0 }, slot.dueAt), slot)
    assert.notEqual(dueSlot(plan, { startedAt: 0 }, slot.dueAt - 1)?.date, date)
  })
}

test('a time that occurs twice is due at the first, and the second is not a new slot', () => {
  const plan: DigestPlan = { ...samplePlan, timezone: 'Europe/Berlin', at: '02:30' }
  const first = Date.parse('2026-10-25T00:30:00Z')
  assert.equal(nextSlot(plan, first - 1).dueAt, first)
  for (const now of [first, first + HOUR_MS / 2, first + HOUR_MS, first + 2 * HOUR_MS]) {
    assert.equal(dueSlot(plan, { startedAt: 0 }, now)?.dueAt, first)
    assert.equal(dueSlot(plan, { startedAt: 0, lastSlotDate: '2026-10-25' }, now), undefined)
    assert.equal(nextSlot(plan, now).date, '2026-10-26')
  }
})

test('a zone that skips a date skips its slot and keeps the others', () => {
  const plan: DigestPlan = { ...samplePlan, timezone: 'Pacific/Apia', at: '07:30', days: ['fri'] }
  const before = Date.parse('2011-12-23T17:30:00Z')
  assert.equal(nextSlot(plan, before).date, '2012-01-06')
  const nearly = before + 14 * DAY_MS - DAY_MS
  assert.equal(dueSlot(plan, { startedAt: 0 }, nearly - 1), undefined)
  assert.equal(dueSlot(plan, { startedAt: 0 }, nearly)?.date, '2012-01-06')
})

test('slots missed while the desk was down become one, the newest', () => {
  const now = Date.parse('2026-07-20T12:00:00Z')
  const slot = dueSlot(samplePlan, { startedAt: 0, lastSlotDate: '2026-06-19' }, now)
  assert.equal(slot?.date, '2026-07-20')
  assert.equal(dueSlot(samplePlan, { startedAt: 0, lastSlotDate: '2026-07-20' }, now), undefined)
})

test('a slot is due for 20 hours, and then left to the next one', () => {
  const due = Date.parse('2026-06-14T05:00:00Z')
  const known = { startedAt: 0, lastSlotDate: '2026-06-13' }
  assert.equal(dueSlot(samplePlan, known, due + 20 * HOUR_MS)?.date, '2026-06-14')
  assert.equal(dueSlot(samplePlan, known, due + 20 * HOUR_MS + 1), undefined)
  assert.equal(dueSlot(samplePlan, known, due + DAY_MS)?.date, '2026-06-15')
})

test('a slot that was due before the first start is left alone', () => {
  const due = Date.parse('2026-06-14T05:00:00Z')
  assert.equal(dueSlot(samplePlan, { startedAt: due }, due + DAY_MS - 1), undefined)
  assert.equal(dueSlot(samplePlan, { startedAt: due - 1 }, due)?.date, '2026-06-14')
})

test('a clock set back, or a zone changed after the slot, does not give its date again', () => {
  const now = Date.parse('2026-06-14T12:00:00Z')
  assert.equal(dueSlot(samplePlan, { startedAt: 0, lastSlotDate: '2026-06-15' }, now), undefined)
  const moved = { ...samplePlan, timezone: 'America/New_York' }
  assert.equal(dueSlot(moved, { startedAt: 0, lastSlotDate: '2026-06-14' }, now), undefined)
})

/** Asks as a tick does, remembering the date of the last slot; every 17 hours, to come at all times of the day. */
function slotDatesOfYear(plan: DigestPlan): string[] {
  const startedAt = Date.parse('2025-12-28T00:00:00Z')
  const dates: string[] = []
  for (let now = startedAt; now < Date.parse('2027-01-02T00:00:00Z'); now += 17 * HOUR_MS) {
    const lastSlotDate = dates.at(-1)
    const slot = dueSlot(plan, { startedAt, ...(lastSlotDate !== undefined && { lastSlotDate }) }, now)
    if (slot !== undefined) dates.push(slot.date)
  }
  return dates.filter((date) => date >= '2026-01-02' && date <= '2026-12-31')
}

function datesBetween(first: string, last: string): string[] {
  const dates: string[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS)
    dates.push(new Date(at).toISOString().slice(0, 10))
  return dates
}
