import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coveredDays } from '../../src/digest/covered-days.ts'
import type { DigestPlan, Slot } from '../../src/digest/digest-plan.ts'
import { dueSlot } from '../../src/digest/due-slot.ts'
import { isHeartbeatDue } from '../../src/digest/is-heartbeat-due.ts'
import { samplePlan } from './sample-plan.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const YEAR_START = Date.parse('2026-01-01T00:00:00Z')
const YEAR_END = Date.parse('2027-01-01T00:00:00Z')
const JUMPS_MS = [0, -3 * DAY_MS, 2 * HOUR_MS, -HOUR_MS]
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
]

interface Made {
  readonly slot: Slot
  readonly madeAt: number
}

/** Lives a year by a clock that ticks, and remembers what a database remembers: the dates that were made. */
function live(plan: DigestPlan, ticks: Iterable<number>): readonly Made[] {
  const made: Made[] = []
  for (const now of ticks) {
    const lastSlotDate = made.at(-1)?.slot.date
    const known = { startedAt: YEAR_START, ...(lastSlotDate !== undefined && { lastSlotDate }) }
    const slot = dueSlot(plan, known, now)
    if (slot !== undefined) made.push({ slot, madeAt: now })
  }
  return made
}

/** Every five hours, but for when the desk is off. */
function* ticksOf(off: { readonly from: number; readonly until: number } | undefined): Generator<number> {
  for (let now = YEAR_START; now < YEAR_END; now += 5 * HOUR_MS) {
    if (off === undefined || now < off.from || now >= off.until) yield now
  }
}

for (const timezone of ZONES) {
  const plan: DigestPlan = { ...samplePlan, timezone, at: '02:30' }

  test(`${timezone}: every date of a year is made once, in order, within hours of being due`, () => {
    const made = live(plan, ticksOf(undefined))
    const dates = made.map(({ slot }) => slot.date)
    assert.ok(dates.length >= 364)
    for (const [index, date] of dates.entries()) {
      if (index > 0) assert.equal(Date.parse(date) - Date.parse(dates[index - 1] ?? ''), DAY_MS, date)
    }
    assert.ok(made.every(({ slot, madeAt }) => madeAt - slot.dueAt < 5 * HOUR_MS))
  })

  for (const [what, offMs] of [
    ['an hour', HOUR_MS],
    ['a day', DAY_MS],
    ['a month', 30 * DAY_MS],
  ] as const) {
    test(`${timezone}: after ${what} off at a change of the clock no date is made twice, and none late`, () => {
      const from = Date.parse('2026-03-28T12:00:00Z')
      const made = live(plan, ticksOf({ from, until: from + offMs }))
      const dates = made.map(({ slot }) => slot.date)
      assert.equal(new Set(dates).size, dates.length)
      assert.deepEqual(dates.toSorted(), dates)
      assert.ok(dates.length >= 364 - Math.ceil(offMs / DAY_MS))
      assert.ok(made.every(({ slot, madeAt }) => madeAt - slot.dueAt <= 20 * HOUR_MS))
    })
  }

  test(`${timezone}: a clock that jumps back and forth makes no date twice`, () => {
    const jumps = [...ticksOf(undefined)].map((now, index) => now + (JUMPS_MS[index % JUMPS_MS.length] ?? 0))
    const dates = live(plan, jumps).map(({ slot }) => slot.date)
    assert.equal(new Set(dates).size, dates.length)
    assert.deepEqual(dates.toSorted(), dates)
    assert.ok(dates.length >= 364)
  })
}

const slot: Slot = { planId: 'morning', date: '2026-06-14', dueAt: Date.parse('2026-06-14T05:00:00Z') }
const covered = [
  { what: 'the day before', plan: samplePlan, since: '2026-06-13T05:00:03Z', days: undefined },
  { what: 'the day before, late in the evening', plan: samplePlan, since: '2026-06-13T21:00:00Z', days: undefined },
  { what: 'two days before', plan: samplePlan, since: '2026-06-12T05:00:03Z', days: 2 },
  { what: 'a month before', plan: samplePlan, since: '2026-05-14T05:00:03Z', days: 31 },
  {
    what: 'Friday, for a digest that is due from Monday to Friday',
    plan: { ...samplePlan, days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
    since: '2026-06-12T05:00:03Z',
    days: undefined,
  },
] as const
for (const { what, plan, since, days } of covered) {
  test(`a digest that reaches back to ${what} says that it covers ${days ?? 'no more than usual'}`, () => {
    assert.equal(coveredDays(plan, slot, Date.parse(since)), days)
  })
}

const signs = [
  { whenEmpty: 'skip', daysAgo: 1, isDue: false },
  { whenEmpty: 'skip', daysAgo: 6, isDue: false },
  { whenEmpty: 'skip', daysAgo: 7, isDue: true },
  { whenEmpty: 'send', daysAgo: 1, isDue: true },
] as const
for (const { whenEmpty, daysAgo, isDue } of signs) {
  test(`without news, ${daysAgo} days after the last mail, when-empty: ${whenEmpty} ${isDue ? 'sends' : 'skips'}`, () => {
    const lastMailAt = slot.dueAt - daysAgo * DAY_MS + 60_000
    assert.equal(isHeartbeatDue({ ...samplePlan, whenEmpty }, slot, lastMailAt), isDue)
  })
}
