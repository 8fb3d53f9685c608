const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Words for a date. Our own, since those of Intl change with the ICU version and a digest must not. */
export interface CalendarDate {
  readonly year: number
  /** "14 Jun" */
  readonly short: string
  /** "Fri 14 Jun" */
  readonly medium: string
  /** "Friday 14 June 2024" */
  readonly long: string
}

/** `date` is an ISO date. */
export function calendarDate(date: string): CalendarDate {
  const noon = new Date(`${date}T12:00:00Z`)
  const year = noon.getUTCFullYear()
  const day = noon.getUTCDate()
  const month = MONTHS[noon.getUTCMonth()] ?? ''
  const weekday = WEEKDAYS[noon.getUTCDay()] ?? ''
  const short = `${day} ${month.slice(0, 3)}`
  return { year, short, medium: `${weekday.slice(0, 3)} ${short}`, long: `${weekday} ${day} ${month} ${year}` }
}
