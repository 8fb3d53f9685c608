import { collectDates, type DateSources, type Desk } from './collect-dates.ts'
import { printedDay } from './printed-day.ts'
import type { Publication } from './publication.ts'
import type { DateConflict } from './reading.ts'

/** What the page's dates come to. */
export interface PublicationDates {
  readonly published?: Publication
  readonly updated?: Publication
  readonly dateConflicts?: readonly DateConflict[]
}

/** Nearer dates differ by a zone or by the hour of printing. */
const CONFLICT_MS = 36 * 3_600_000
const DAY_MS = 24 * 3_600_000
/** Kept of a page that contradicts itself. */
const MAX_CONFLICTS = 3

/**
 * When the page says it was published. What it states for machines comes before what it prints beside its title, then its
 * URL, then the feed; but one source that stands alone gives way to two others that agree. A printed time of day refines a
 * day without one; a date after `now` is nobody's; one called "updated" is the publication's only when there is no other.
 */
export function findPublication(sources: DateSources, desk: Desk): PublicationDates {
  const { published, updated } = collectDates(sources, desk)
  const possible = published.filter(({ at }) => at <= desk.now)
  const changes = updated.filter(({ at }) => at <= desk.now)
  const best = agreed(possible) ?? changes[0]
  if (best === undefined) return {}
  const refined = refine(best, possible, desk.timezone)
  const latest = changes.find(
    ({ at, precision }) => at > refined.at && (precision === 'minute' || at - refined.at >= DAY_MS),
  )
  const conflicts = conflictsOf(best, published, desk.now)
  return {
    published: refined,
    ...(latest !== undefined && { updated: latest }),
    ...(conflicts.length > 0 && { dateConflicts: conflicts }),
  }
}

/** The first, unless it stands alone and two sources after it agree. */
function agreed(candidates: readonly Publication[]): Publication | undefined {
  const first = candidates[0]
  const hasFriend = (one: Publication) =>
    candidates.some((other) => kindOf(other) !== kindOf(one) && !isFar(one, other))
  if (first === undefined || hasFriend(first)) return first
  return candidates.find(hasFriend) ?? first
}

/** What is printed and what marks the print for machines is one source. */
function kindOf({ source }: Publication): string {
  return source === 'time' ? 'text' : source
}

function isFar(one: Publication, other: Publication): boolean {
  return Math.abs(one.at - other.at) > CONFLICT_MS
}

function refine(best: Publication, candidates: readonly Publication[], timezone: string): Publication {
  if (best.precision === 'minute') return best
  const day = printedDay(best, timezone)
  const exact = candidates.filter(({ precision, source }) => precision === 'minute' && source !== 'feed')
  return exact.find((other) => printedDay(other, timezone) === day) ?? best
}

function conflictsOf(best: Publication, others: readonly Publication[], now: number): readonly DateConflict[] {
  const far = others.filter((other) => isFar(best, other))
  const distinct = far.filter((one, index) => far.findIndex((other) => isSamePrint(one, other)) === index)
  return distinct.slice(0, MAX_CONFLICTS).map((other) => ({
    source: other.source,
    printed: other.printed,
    why: other.at > now ? 'lies after the reading' : whyNotTaken(best, other, others),
  }))
}

function isSamePrint(one: Publication, other: Publication): boolean {
  return one.source === other.source && one.printed === other.printed
}

function whyNotTaken(best: Publication, other: Publication, order: readonly Publication[]): string {
  if (order.indexOf(other) < order.indexOf(best)) return 'two other sources agree against it'
  return other.source === best.source ? 'another stands before it' : `${best.source} comes before ${other.source}`
}
