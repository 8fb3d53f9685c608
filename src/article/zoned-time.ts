/** A date and time of day as a wall clock shows them; month 1 to 12. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

/** The instant, epoch ms, at which clocks of the IANA zone show this time. */
export function instantInZone(time: WallTime, timezone: string): number {
  const asUtc = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute)
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  // The offset at the first guess may be that of the other side of a clock change: once more with the corrected guess.
  const guess = asUtc - offsetMs(formatter, asUtc)
  return asUtc - offsetMs(formatter, guess)
}

function offsetMs(formatter: Intl.DateTimeFormat, at: number): number {
  const part = (kind: string) => Number(formatter.formatToParts(at).find(({ type }) => type === kind)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return shown - Math.floor(at / 60_000) * 60_000
}
