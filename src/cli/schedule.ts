import { type Command, InvalidArgumentError } from 'commander'
import { loadConfig } from '../config/load-config.ts'
import { calendarDate } from '../digest/calendar-date.ts'
import type { DigestPlan, Slot } from '../digest/digest-plan.ts'
import { localClock } from '../digest/local-clock.ts'
import { slotsFrom } from '../digest/slots-from.ts'
import { loadEnvironment } from './load-environment.ts'
import { print, printJson, table } from './terminal.ts'

const MOST = 1_000

export function addSchedule(program: Command): void {
  program
    .command('schedule')
    .description('See when digests are due.')
    .command('next')
    .argument('[count]', `how many, from 1 to ${MOST}`, countOf, 10)
    .description('The next due times over all digests.')
    .option('--json', 'as JSON')
    .action(next)
}

async function next(count: number, options: { readonly json?: true }): Promise<void> {
  const environment = loadEnvironment()
  const { digests } = await loadConfig(environment.configDir, environment)
  const timed = digests.filter((plan) => plan.every !== 'instant')
  const slots = timed
    .flatMap((plan) =>
      slotsFrom(plan, Date.now())
        .take(count)
        .map((slot) => ({ plan, slot }))
        .toArray(),
    )
    .toSorted((left, right) => left.slot.dueAt - right.slot.dueAt)
    .slice(0, count)
  if (options.json) return printJson(slots.map(({ plan, slot }) => describe(plan, slot)))
  const rows = slots.map(({ plan, slot }) => {
    const { date, time, timezone, due, digest } = describe(plan, slot)
    return [calendarDate(date).medium, date, time, timezone, due, digest]
  })
  print(table(rows))
  for (const plan of digests.filter((each) => each.every === 'instant')) print(describeInstant(plan))
}

function describe(plan: DigestPlan, slot: Slot) {
  const { date, time } = localClock(plan.timezone)(slot.dueAt)
  return { digest: plan.id, date, time, timezone: plan.timezone, due: new Date(slot.dueAt).toISOString() }
}

function describeInstant({ id, instant, timezone }: DigestPlan): string {
  const { settleMs, longestWaitMs, quietHours } = instant
  const wait = `${settleMs / 60_000} to ${longestWaitMs / 60_000} minutes after something arrives`
  const quiet = quietHours === undefined ? '' : `, not from ${quietHours.from} until ${quietHours.until} (${timezone})`
  return `${id}: ${wait}${quiet}`
}

function countOf(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= MOST) return count
  throw new InvalidArgumentError(`Expected a number from 1 to ${MOST}.`)
}
