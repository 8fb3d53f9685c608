import { foldSpace } from './fold-space.ts'
import { monthNumber } from './month-number.ts'
import { standardDate } from './standard-date.ts'
import { zoneOffsetMs } from './zone-offset.ts'

const dayMs = 86_400_000
/** Longer is no date. */
const maxLength = 100

/** Year, month (1 to 12), day, hour, minute, second. */
type Parts = readonly [number, number, number, number, number, number]

/**
 * Reads a date as feeds write it: ISO 8601 in all its partial forms, RFC 822 with sloppy names, Unix seconds, and
 * the common national forms. No zone means UTC. A date over a day ahead of `now`, or before 1970, is not believed.
 * @returns epoch ms
 */
export function parseDate(written: string, now: number): number | undefined {
  if (written.length > maxLength) return undefined
  const at = standardDate(written) ?? otherDate(foldSpace(written))
  return at !== undefined && at > 0 && at <= now + dayMs ? at : undefined
}

function otherDate(text: string): number | undefined {
  if (text === '') return undefined
  return (
    standardDate(text) ?? unixDate(text) ?? isoDate(text) ?? isoWeekDate(text) ?? numericDate(text) ?? namedDate(text)
  )
}

function unixDate(text: string): number | undefined {
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000)
  return /^\d{13}$/.test(text) ? Number(text) : undefined
}

const iso =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?|-?(\d{3}))?(?:(?:T| |T )(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d*)?)?)?)? ?(Z|[A-Z]{2,4}|(?:GMT|UTC)? ?[+-]\d{1,2}:?(?:\d{2})?)?$/i

function isoDate(text: string): number | undefined {
  const match = iso.exec(text)
  if (!match) return undefined
  const [, year, month = 1, day = 1, dayOfYear, hour = 0, minute = 0, second = 0, zone = ''] = match
  const clock = [Number(hour), Number(minute), Number(second)] as const
  // An ordinal date counts days from the first of January.
  if (dayOfYear !== undefined) {
    const start = utc([Number(year), 1, 1, ...clock], zone)
    return start === undefined ? undefined : start + (Number(dayOfYear) - 1) * dayMs
  }
  return utc([Number(year), Number(month), Number(day), ...clock], zone)
}

function isoWeekDate(text: string): number | undefined {
  const match = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?$/.exec(text)
  if (!match) return undefined
  const [, year, week, weekday = 1] = match
  // The first week is the one with the fourth of January in it.
  const fourth = new Date(Date.UTC(Number(year), 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * dayMs
  return monday + ((Number(week) - 1) * 7 + Number(weekday) - 1) * dayMs
}

/** `31.12.2003 10:14`, `12/31/2003 10:14 PM`, `2003年12月31日 10時14分`, `2003-12-31 오후 10:14:55`. */
function numericDate(text: string): number | undefined {
  const plain = text
    .replace(/[年月년월]\s*/g, '-')
    .replace(/[日일]/g, ' ')
    .replace(/[時时시点]\s*/g, ':')
    .replace(/[分분]\s*$|[秒초]/g, '')
    .replace(/[分분]\s*/g, ':')
  const match = /(?:^|[ ,])(\d{1,4})([-./])(\d{1,2})\2 ?(\d{1,4})(?!\d)/.exec(plain)
  if (!match) return undefined
  const [written, first, separator = '', second, third] = match
  const rest = plain.slice(match.index + written.length)
  const day = dayOf(Number(first), Number(second), Number(third), separator)
  return day && utc([...day, ...clockOf(rest)], zoneOf(rest))
}

/** Year, month, day of three numbers: by size where that tells, else as the separator is used. */
function dayOf(
  first: number,
  second: number,
  third: number,
  separator: string,
): readonly [number, number, number] | undefined {
  if (first > 31) return [first, second, third]
  const year = fullYear(third)
  if (second > 12 || (separator === '/' && first <= 12)) return [year, first, second]
  return [year, second, first]
}

/** `Thu, 01 Jan 2004 19:48:21 GMT`, `Thursday January 1st, 2004 7:48pm`, `Sun Jan  4 16:29:06 PST 2004`. */
function namedDate(text: string): number | undefined {
  const month = monthIn(text)
  if (month === undefined) return undefined
  const withoutClock = text.replace(/\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?|[+-]\d{4}\b|[+-]\d{2}:\d{2}\b/g, ' ')
  const numbers = withoutClock.match(/\d+/g)?.map(Number) ?? []
  const year = numbers.find((number) => number > 31) ?? numbers[1]
  const day = numbers.find((number) => number !== year || number <= 31) ?? 1
  if (year === undefined) return undefined
  return utc([fullYear(year), month, day === year ? 1 : day, ...clockOf(text)], zoneOf(text))
}

/** The last word that names a month: a weekday before it may look like one (`Mar` is Tuesday in Italian). */
function monthIn(text: string): number | undefined {
  const words = text.replace(/\(.*/, '').match(/\p{L}[\p{L}\p{M}]+/gu) ?? []
  return words.map(monthNumber).findLast((month) => month !== undefined)
}

function clockOf(text: string): readonly [number, number, number] {
  const match = /(\d{1,2}):(\d{1,2})(?::(\d{2}))?/.exec(text)
  if (!match) return [0, 0, 0]
  const [, hour, minute, second = 0] = match
  return [hourOf(Number(hour), text), Number(minute), Number(second)]
}

function hourOf(hour: number, text: string): number {
  if (/\d ?p\.?m\b|오후|午後|下午/i.test(text)) return hour < 12 ? hour + 12 : hour
  return /\d ?a\.?m\b|오전|午前|上午/i.test(text) && hour === 12 ? 0 : hour
}

/** The zone stands after the time of day, perhaps with the year between. */
function zoneOf(text: string): string {
  const after = text.slice(text.search(/\d:\d{2}/) + 1)
  const signed = /(?:^|[\s\dCT])([+-]\d{1,2}:?\d{2}|[+-]\d{1,2})(?!\d)/.exec(after)?.[1]
  return signed ?? after.match(/\b(?![AP]M\b)[A-Z]{1,4}\b/i)?.[0] ?? ''
}

/** RFC 2822, 4.3: two digits are 1950 to 2049. */
function fullYear(year: number): number {
  if (year >= 100) return year
  return year < 50 ? 2000 + year : 1900 + year
}

function utc([year, month, day, hour, minute, second]: Parts, zone: string): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return undefined
  return Date.UTC(year, month - 1, day, hour, minute, second) - zoneOffsetMs(zone)
}
