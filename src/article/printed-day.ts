import type { Publication } from './publication.ts'

/** The ISO date that clocks of the zone show at the instant. */
export function printedDay({ at }: Publication, timezone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(at)
}
