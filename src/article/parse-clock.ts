/** A time of day found in text. `zone` is present when the text states one: minutes east of UTC, or an IANA zone for "ET". */
export interface PrintedClock {
  readonly hour: number
  readonly minute: number
  readonly zone?: { readonly offsetMinutes: number } | { readonly timezone: string }
  readonly start: number
  readonly end: number
}

const CLOCK =
  /(?<!\d)(\d{1,2})(?::(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?|\s?[hH.](\d{2})(?![\d.]))?(?!\d)\s*([ap]\.?\s?m\.?(?![a-z])|Uhr)?/gi
const OFFSET = /^\s*\(?(?:GMT|UTC|Z)?\s*([+\u2212-])(\d{1,2}):?(\d{2})?(?!\d)/
/** Minutes east of UTC. Only those that mean one thing: IST is India, Israel and Ireland. */
const OFFSETS: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  TRT: 180,
  МСК: 180,
  EDT: -240,
  EST: -300,
  CDT: -300,
  CST: -360,
  MDT: -360,
  MST: -420,
  PDT: -420,
  PST: -480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
}
const TIMEZONES: Readonly<Record<string, string>> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
}

/** The first time of day in a short text; a bare hour counts only with am, pm or Uhr. */
export function parseClock(text: string): PrintedClock | undefined {
  for (const match of text.matchAll(CLOCK)) {
    const minutes = match[2] ?? match[3]
    if (minutes === undefined && match[4] === undefined) continue
    const hour = hourOf(Number(match[1]), match[4]?.toLowerCase())
    const minute = Number(minutes ?? 0)
    if (hour === undefined || minute > 59) continue
    const end = match.index + match[0].trimEnd().length
    const zone = parseZone(text.slice(match.index + match[0].length))
    return {
      hour,
      minute,
      ...(zone && { zone: zone.zone }),
      start: match.index,
      end: zone === undefined ? end : match.index + match[0].length + zone.length,
    }
  }
  return undefined
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined || half === 'uhr') return hour <= 23 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half.startsWith('p') ? 12 : 0)
}

function parseZone(
  text: string,
): { readonly zone: NonNullable<PrintedClock['zone']>; readonly length: number } | undefined {
  const offset = OFFSET.exec(text)
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    if (minutes <= 14 * 60)
      return { zone: { offsetMinutes: offset[1] === '+' ? minutes : -minutes }, length: offset[0].length }
  }
  const word = /^[\s,(]*([\p{Lu}]{1,4})(?![\p{L}])\)?/u.exec(text)
  const name = word?.[1] ?? ''
  const offsetMinutes = OFFSETS[name]
  const timezone = TIMEZONES[name]
  if (word === null) return undefined
  if (offsetMinutes !== undefined) return { zone: { offsetMinutes }, length: word[0].length }
  return timezone === undefined ? undefined : { zone: { timezone }, length: word[0].length }
}
