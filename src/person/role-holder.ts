import type { PeopleBook, Person } from './person.ts'

/**
 * Who held an office at a moment, by the day in UTC (tenures are known to the day).
 * @param at epoch ms
 */
export function roleHolder(book: PeopleBook, roleId: string, at: number): Person | undefined {
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) return undefined
  const day = moment.toISOString().slice(0, 10)
  return book.people.find(({ held }) =>
    held.some(({ role, from, to }) => role === roleId && from <= day && (to === undefined || day < to)),
  )
}
