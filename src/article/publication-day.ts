import type { Publication } from './publication.ts'

/**
 * A publication known to the day starts at midnight in the outlet's zone, which is another date elsewhere. Thirteen
 * hours later the date in UTC is the printed one for every zone from UTC-10 to UTC+13.
 */
const TO_PRINTED_DAY_MS = 13 * 3_600_000

/** The ISO date a page printed, for a publication of `day` precision. */
export function publicationDay(published: Publication): string {
  return new Date(published.at + TO_PRINTED_DAY_MS).toISOString().slice(0, 10)
}
