import type { Publication } from './publication.ts'
import { publicationMoment } from './publication-moment.ts'

/** The ISO date a page printed, for a publication of `day` precision. */
export function publicationDay(published: Publication): string {
  return new Date(publicationMoment(published)).toISOString().slice(0, 10)
}
