/** An instant as a clock on the wall shows it. */
export interface LocalTime {
  /** ISO date. */
  readonly date: string
  /** "HH:MM" */
  readonly time: string
}

export type LocalClock = (at: number) => LocalTime

/** The formatter is costly to make, and there are no more zones than IANA has. */
const clocks = new Map<string, LocalClock>()

/** Reads instants in one IANA zone. */
export function localClock(timezone: string): LocalClock {
  const clock = clocks.get(timezone) ?? makeClock(timezone)
  clocks.set(timezone, clock)
  return clock
}

function makeClock(timezone: string): LocalClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (at) => {
    const parts = new Map(format.formatToParts(at).map((part) => [part.type, part.value]))
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
    return {
      date: `${part('year')}-${part('month')}-${part('day')}`,
      time: `${part('hour')}:${part('minute')}`,
    }
  }
}
