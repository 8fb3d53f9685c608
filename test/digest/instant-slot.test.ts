import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DigestPlan } from '../../src/digest/digest-plan.ts'
import { type InstantNews, instantSlot } from '../../src/digest/instant-slot.ts'
import { samplePlan } from './sample-plan.ts'

const plan: DigestPlan = {
  ...samplePlan,
  every: 'instant',
  instant: {
    settleMs: 120_000,
    longestWaitMs: 300_000,
    mailsPerHour: 2,
    quietHours: { from: '22:00', until: '07:00' },
  },
}

function at(time: string): number {
  return Date.parse(`2024-06-14T${time}Z`)
}

/** Times are UTC; in Berlin it is two hours later. */
const cases: readonly {
  readonly what: string
  readonly news: Partial<InstantNews>
  readonly due: string
}[] = [
  { what: 'one article', news: { arrived: [{ firstAt: at('08:00:00'), lastAt: at('08:00:00') }] }, due: '08:02:00' },
  {
    what: 'one more a minute later',
    news: { arrived: [{ firstAt: at('08:00:00'), lastAt: at('08:01:00') }] },
    due: '08:03:00',
  },
  { what: 'more and more', news: { arrived: [{ firstAt: at('08:00:00'), lastAt: at('08:04:50') }] }, due: '08:05:00' },
  {
    what: 'one, while another story goes on',
    news: {
      arrived: [
        { firstAt: at('07:59:00'), lastAt: at('08:01:30') },
        { firstAt: at('08:00:00'), lastAt: at('08:00:00') },
      ],
    },
    due: '08:02:00',
  },
  {
    what: 'two, of which the last mail knew one',
    news: {
      arrived: [
        { firstAt: at('07:55:00'), lastAt: at('07:55:00') },
        { firstAt: at('07:57:00'), lastAt: at('07:58:30') },
      ],
      composedAt: at('07:58:00'),
    },
    due: '08:00:30',
  },
  {
    what: 'one, right after a mail',
    news: { arrived: [{ firstAt: at('08:00:00'), lastAt: at('08:00:00') }], recentlyDueAt: [at('08:01:30')] },
    due: '08:03:30',
  },
  {
    what: 'one, when the hour has its mails',
    news: {
      arrived: [{ firstAt: at('08:00:00'), lastAt: at('08:00:00') }],
      recentlyDueAt: [at('07:20:00'), at('07:40:00')],
    },
    due: '08:20:00',
  },
  {
    what: 'one in quiet hours',
    news: { arrived: [{ firstAt: at('21:00:00'), lastAt: at('21:00:00') }] },
    due: '29:00:00',
  },
  {
    what: 'one before midnight UTC',
    news: { arrived: [{ firstAt: at('19:58:30'), lastAt: at('19:58:30') }] },
    due: '29:00:00',
  },
  {
    what: 'one at the end of them',
    news: { arrived: [{ firstAt: at('04:59:00'), lastAt: at('04:59:00') }] },
    due: '05:01:00',
  },
]
for (const { what, news, due } of cases) {
  test(`after ${what} a mail is due at ${due}`, () => {
    const [hours = 0, minutes = 0, seconds = 0] = due.split(':').map(Number)
    const dueAt = at('00:00:00') + ((hours * 60 + minutes) * 60 + seconds) * 1_000
    const slot = instantSlot(plan, {
      arrived: [],
      recentlyDueAt: [],
      sinceAt: at('00:00:00'),
      now: at('08:00:00'),
      ...news,
    })
    assert.equal(new Date(slot.dueAt).toISOString(), new Date(dueAt).toISOString())
    assert.equal(slot.date, new Date(dueAt).toISOString().replace('.000', ''))
  })
}

test('without news a sign of life is due a week after the last mail', () => {
  const slot = instantSlot(plan, { arrived: [], recentlyDueAt: [], sinceAt: at('08:00:00'), now: at('09:00:00') })
  assert.equal(slot.dueAt, at('08:00:00') + 7 * 86_400_000)
})

test('what waited while the desk was off is due in the hour it came back, and stays the same slot', () => {
  const arrived = [{ firstAt: at('08:00:00'), lastAt: at('08:00:00') }]
  const slots = ['08:10:00', '08:40:00'].map((time) =>
    instantSlot(plan, { arrived, recentlyDueAt: [], sinceAt: 0, now: at(time) + 86_400_000 }),
  )
  assert.equal(slots[0]?.dueAt, at('08:00:00') + 86_400_000)
  assert.deepEqual(slots[1], slots[0])
})
