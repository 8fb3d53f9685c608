import { Cron } from 'croner'
import type { DigestPlan, Slot } from './digest-plan.ts'
import { localClock } from './local-clock.ts'

/**
 * The slots of a plan due after an instant, oldest first, at most one a local date.
 *
 * croner moves a time inside a DST gap to the end of the gap, and takes the first of a time that occurs twice. It is
 * only ever asked forwards: backwards it takes the second, which would be another instant for the same slot.
 */
export function* slotsFrom(plan: DigestPlan, after: number): Generator<Slot, undefined> {
  const cron = new Cron(pattern(plan), { timezone: plan.timezone })
  const clock = localClock(plan.timezone)
  let lastDate = ''
  for (let run = cron.nextRun(new Date(after)); run !== null; run = cron.nextRun(run)) {
    const { date } = clock(run.getTime())
    if (date !== lastDate) yield { planId: plan.id, date, dueAt: run.getTime() }
    lastDate = date
  }
}

function pattern(plan: DigestPlan): string {
  const [hour, minute] = plan.at.split(':').map(Number)
  return `0 ${minute} ${hour} * * ${plan.days.join(',')}`
}
