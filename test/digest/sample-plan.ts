import type { DigestPlan } from '../../src/digest/digest-plan.ts'

export const samplePlan: DigestPlan = {
  id: 'morning',
  name: 'Morning digest',
  topics: ['peace', 'nato'],
  every: 'day',
  at: '07:00',
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  timezone: 'Europe/Berlin',
  to: ['reader@desk.example'],
  whenEmpty: 'skip',
  backlog: 'include',
  itemLimit: 60,
  order: 'weight',
  minWeight: 1,
  instant: { settleMs: 120_000, longestWaitMs: 300_000, mailsPerHour: 6 },
}
