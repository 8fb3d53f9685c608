import type { Publication } from './publication.ts'

/**
 * A publication known to the day starts at midnight in the outlet's zone, which is another date elsewhere. Thirteen
 * hours later the date in UTC is the printed one for every zone from UTC-10 to UTC+13.
 */
const TO_PRINTED_DAY_MS = 13 * 3_600_000

/** When it was published, as one moment (epoch ms) whose date in UTC is the printed one where only the day is known. */
export function publicationMoment({ at, precision }: Publication): number {
  return precision === 'day' ? at + TO_PRINTED_DAY_MS : at
}
