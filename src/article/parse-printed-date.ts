import { MONTHS_BY_NAME } from './month-names.ts'
import { type PrintedClock, parseClock } from './parse-clock.ts'

/** A date found in running text, with the place where it stands. */
export interface PrintedDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  readonly clock?: PrintedClock
  readonly start: number
  readonly end: number
  readonly printed: string
}

type Calendar = Pick<PrintedDate, 'year' | 'month' | 'day' | 'start' | 'end'>

/** How far from the date its time of day may stand, in code units. */
const CLOCK_REACH = 32
const NUMERIC = /(?<!\d)(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\6(\d{4}))(?!\d)/
/** "25.04.24": read as a date only beside a time of day, since versions and prices look like it too. */
const SHORT_YEAR = /(?<![\d.])(\d{2})\.(\d{2})\.(\d{2})(?![\d.]\d)/
const EAST_ASIAN = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/
const YEAR = /^(?:19[7-9]|20[0-9])\d$/
/** Words that may stand between the parts of a date. */
const FILLER = new Set(['of', 'de', 'del', 'the', 'den', 'di', 'do', 'd'])

/**
 * The first date with a day, a month and a year, in the ways national presses print it, and its time of day when one stands
 * beside it. `monthFirst` settles 6/7/2024, which is read day first otherwise.
 */
export function parsePrintedDate(text: string, options: { readonly monthFirst: boolean }): PrintedDate | undefined {
  const calendar = isoDate(text) ?? namedDate(text) ?? numericDate(text, options.monthFirst) ?? shortDate(text)
  if (calendar === undefined || !isOnCalendar(calendar)) return undefined
  const clock = clockAfter(text, calendar.end) ?? clockBefore(text, calendar.start)
  const start = Math.min(calendar.start, clock?.start ?? calendar.start)
  const end = Math.max(calendar.end, clock?.end ?? calendar.end)
  return { ...calendar, ...(clock !== undefined && { clock }), start, end, printed: text.slice(start, end) }
}

function isoDate(text: string): Calendar | undefined {
  const match = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text)
  if (match === null) return undefined
  return {
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
    start: match.index,
    end: match.index + match[0].length,
  }
}

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

function namedDate(text: string): Calendar | undefined {
  const tokens: Token[] = []
  for (const match of text.matchAll(/\d+|[\p{L}\p{M}]+/gu)) {
    if (!FILLER.has(match[0].toLowerCase()))
      tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  for (const [index, token] of tokens.entries()) {
    const month = MONTHS_BY_NAME.get(token.text.toLowerCase())
    const date = month === undefined ? undefined : aroundMonth(tokens, index, month)
    if (date !== undefined) return date
  }
  return undefined
}

/** Day month year, month day year, or year month day; an ordinal's ending (14th, 1er, 14-го) is passed over. */
function aroundMonth(tokens: readonly Token[], index: number, month: number): Calendar | undefined {
  const before = stepOver(tokens, index - 1, -1)
  const after = stepOver(tokens, index + 1, 1)
  const afterNext = stepOver(tokens, tokens.indexOf(after ?? missing) + 1, 1)
  const beforePrevious = tokens[tokens.indexOf(before ?? missing) - 1]
  if (isDay(before) && isYear(after)) return calendar(after, month, before)
  if (isDay(after) && isYear(afterNext)) return calendar(afterNext, month, after, tokens[index])
  if (isYear(before) && isDay(after)) return calendar(before, month, after)
  // "14 June, Friday, 2024"
  if (isDay(before) && isYear(afterNext) && !isDay(after)) return calendar(afterNext, month, before)
  if (isDay(before) && isYear(beforePrevious)) return calendar(beforePrevious, month, before, tokens[index])
  return undefined
}

const missing: Token = { text: '', start: 0, end: 0 }
const ORDINAL_ENDING = /^(?:st|nd|rd|th|er|го|те|ое)$/i

function stepOver(tokens: readonly Token[], index: number, step: 1 | -1): Token | undefined {
  const token = tokens[index]
  return token !== undefined && ORDINAL_ENDING.test(token.text) ? tokens[index + step] : token
}

function isDay(token: Token | undefined): token is Token {
  return token !== undefined && /^\d{1,2}$/.test(token.text) && Number(token.text) >= 1 && Number(token.text) <= 31
}

function isYear(token: Token | undefined): token is Token {
  return token !== undefined && YEAR.test(token.text)
}

function calendar(year: Token, month: number, day: Token, other: Token = year): Calendar {
  const start = Math.min(year.start, day.start, other.start)
  const end = Math.max(year.end, day.end, other.end)
  return { year: Number(year.text), month, day: Number(day.text), start, end }
}

function numericDate(text: string, monthFirst: boolean): Calendar | undefined {
  const asian = EAST_ASIAN.exec(text)
  if (asian !== null) return at(asian, asian[1], asian[2], asian[3])
  const match = NUMERIC.exec(text)
  if (match === null) return undefined
  if (match[1] !== undefined) return at(match, match[1], match[3], match[4])
  const swap = Number(match[7]) > 12 || (match[6] === '/' && monthFirst && Number(match[5]) <= 12)
  return swap ? at(match, match[8], match[5], match[7]) : at(match, match[8], match[7], match[5])
}

function shortDate(text: string): Calendar | undefined {
  const match = SHORT_YEAR.exec(text)
  if (match === null) return undefined
  const calendar = at(match, `20${match[3]}`, match[2], match[1])
  return (clockAfter(text, calendar.end) ?? clockBefore(text, calendar.start)) ? calendar : undefined
}

function at(
  match: RegExpExecArray,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Calendar {
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    start: match.index,
    end: match.index + match[0].length,
  }
}

function isOnCalendar({ year, month, day }: Calendar): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1970 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function clockAfter(text: string, end: number): PrintedClock | undefined {
  const clock = parseClock(text.slice(end, end + CLOCK_REACH))
  return clock === undefined ? undefined : { ...clock, start: clock.start + end, end: clock.end + end }
}

function clockBefore(text: string, start: number): PrintedClock | undefined {
  const from = Math.max(0, start - CLOCK_REACH)
  const clock = parseClock(text.slice(from, start))
  return clock === undefined ? undefined : { ...clock, start: clock.start + from, end: clock.end + from }
}
