import { Cron } from 'croner'
import type { DigestPlan } from './digest-plan.ts'
import { localClock } from './local-clock.ts'

/** A moment, or the end of the quiet hours it falls into. */
export function afterQuietHours({ instant, timezone }: DigestPlan, at: number): number {
  const { quietHours } = instant
  if (quietHours === undefined) return at
  const { from, until } = quietHours
  const { time } = localClock(timezone)(at)
  const isQuiet = from < until ? from <= time && time < until : from <= time || time < until
  if (!isQuiet) return at
  const [hour, minute] = until.split(':').map(Number)
  return new Cron(`0 ${minute} ${hour} * * *`, { timezone }).nextRun(new Date(at))?.getTime() ?? at
}
