import type { PageBlock } from './page-block.ts'
import { type PrintedDate, parsePrintedDate } from './parse-printed-date.ts'
import type { Publication } from './publication.ts'
import type { JsonLdArticle } from './read-json-ld.ts'
import type { Metadata } from './read-metadata.ts'
import { instantInZone } from './zoned-time.ts'

export interface DateSources {
  readonly jsonLd: JsonLdArticle | undefined
  readonly metadata: Metadata
  /** Blocks around the title and before the text, where a page prints its own date. */
  readonly headline: readonly PageBlock[]
  readonly url: string
  readonly listedAt: number | undefined
}

interface Desk {
  readonly timezone: string
  readonly now: number
}

/** Longer blocks are sentences, and a date in a sentence is what the sentence is about. */
const MAX_DATELINE_LENGTH = 200
const UPDATED =
  /updat|modif|edited|оновлен|обновлен|изменен|змінен|aktualis|geändert|mis à jour|zaktualiz|actualiz|aggiorn/i
const PUBLISHED = /publi|posted|created|опубл|veröffent|opublik|erstellt|datum|date/i

/**
 * When the page says it was published. What it states for machines comes before what it prints beside its title, then its
 * URL, then the feed; a printed time of day refines a day without one; a date after `now` is nobody's.
 */
export function findPublication(sources: DateSources, desk: Desk): Publication | undefined {
  const candidates = [
    ...dated([sources.jsonLd?.publishedOn], 'json-ld', desk),
    ...dated([sources.metadata.publishedOn], 'meta', desk),
    ...headlineDates(sources.headline, desk),
    ...dated([dateInUrl(sources.url)], 'url', desk),
  ].filter((publication) => publication.at <= desk.now)
  const best = candidates[0] ?? feedDate(sources.listedAt, desk)
  if (best === undefined || best.precision === 'minute') return best
  return candidates.find((other) => other.precision === 'minute' && isSameDay(best, other, desk.timezone)) ?? best
}

function headlineDates(blocks: readonly PageBlock[], desk: Desk): readonly Publication[] {
  const short = blocks.filter((block) => block.text.length <= MAX_DATELINE_LENGTH)
  const found = short.flatMap((block, index) => {
    const machine = dated([block.datetime], 'time', desk)
    const found = machine.length > 0 ? machine : dated([block.text], 'text', desk)
    return found.map((publication) => ({ publication, score: datelineScore(block.text, short[index - 1]?.text ?? '') }))
  })
  return found.sort((one, other) => other.score - one.score).map(({ publication }) => publication)
}

/** A date called "updated" is worth less, one called "published" more; "Published" may stand on a line of its own. */
function datelineScore(text: string, before: string): number {
  const label = before.length < 40 ? `${before} ${text}` : text
  if (PUBLISHED.test(text)) return 1
  return UPDATED.test(label) ? -1 : 0
}

function dated(
  printed: readonly (string | undefined)[],
  source: Publication['source'],
  desk: Desk,
): readonly Publication[] {
  return printed.flatMap((text) => {
    const date =
      text === undefined ? undefined : parsePrintedDate(text, { monthFirst: desk.timezone.startsWith('America/') })
    return date === undefined ? [] : [publicationOf(date, source, desk.timezone)]
  })
}

function publicationOf(date: PrintedDate, source: Publication['source'], timezone: string): Publication {
  const { clock, printed } = date
  const wall = { ...date, hour: clock?.hour ?? 0, minute: clock?.minute ?? 0 }
  if (clock === undefined)
    return { at: instantInZone(wall, timezone), precision: 'day', zone: 'outlet', source, printed }
  const { zone } = clock
  if (zone === undefined)
    return { at: instantInZone(wall, timezone), precision: 'minute', zone: 'outlet', source, printed }
  const at =
    'timezone' in zone
      ? instantInZone(wall, zone.timezone)
      : Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - zone.offsetMinutes * 60_000
  return { at, precision: 'minute', zone: 'stated', source, printed }
}

function dateInUrl(url: string): string | undefined {
  const match = /[/_-](20\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(url)
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}`
}

function feedDate(listedAt: number | undefined, desk: Desk): Publication | undefined {
  if (listedAt === undefined || listedAt > desk.now) return undefined
  return {
    at: listedAt,
    precision: 'minute',
    zone: 'stated',
    source: 'feed',
    printed: new Date(listedAt).toISOString(),
  }
}

/** A day without zone is a day where the page is made, or where the reader sits: one of the two is enough. */
function isSameDay(day: Publication, other: Publication, timezone: string): boolean {
  const date = (at: number) => new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(at)
  return date(day.at) === date(other.at)
}
