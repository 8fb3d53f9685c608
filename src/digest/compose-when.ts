import type { Publication } from '../article/publication.ts'
import { publicationDay } from '../article/publication-day.ts'
import { calendarDate } from './calendar-date.ts'
import type { LocalClock } from './local-clock.ts'

/** When an article appeared, as the reader's clock shows it: short today, with the date else, with the year if old. */
export function composeWhen(
  article: { readonly published?: Publication; readonly firstSeenAt: number },
  slotDate: string,
  clock: LocalClock,
): string {
  const { published } = article
  if (published === undefined) return `undated, seen ${dayAndTime(article.firstSeenAt, slotDate, clock)}`
  if (published.precision === 'minute') return dayAndTime(published.at, slotDate, clock)
  return dayInYear(publicationDay(published), slotDate)
}

function dayAndTime(at: number, slotDate: string, clock: LocalClock): string {
  const { date, time } = clock(at)
  return date === slotDate ? time : `${dayInYear(date, slotDate)} ${time}`
}

function dayInYear(date: string, slotDate: string): string {
  const day = calendarDate(date)
  return day.year === calendarDate(slotDate).year ? day.short : `${day.short} ${day.year}`
}
