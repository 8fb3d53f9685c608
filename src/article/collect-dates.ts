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
  /** All of the page's blocks: some print their date under the text, and call it that. */
  readonly page: readonly PageBlock[]
  readonly url: string
  readonly listedAt: number | undefined
}

export interface Desk {
  readonly timezone: string
  readonly now: number
}

/** The dates that a page gives for itself, the most trusted first. */
export interface PageDates {
  readonly published: readonly Publication[]
  readonly updated: readonly Publication[]
}

/** Longer blocks are sentences, and a date in a sentence is what the sentence is about. */
const MAX_DATELINE_LENGTH = 200
const UPDATED =
  /updat|modif|edited|оновлен|обновлен|изменен|змінен|aktualis|geändert|mis à jour|zaktualiz|actualiz|aggiorn|güncelle|bijgewerkt|uppdatera|oppdater/i
const PUBLISHED = /publi|posted|created|опубл|veröffent|opublik|erstellt|datum|date/i
/** A line that names its date, anywhere on the page. */
const LABELLED =
  /^(?:published|posted|date|datum|veröffentlicht|erstellt|опубліковано|опубликовано|дата|publié|date de publication|opublikowano|data publikacji|publicado|pubblicato|gepubliceerd)(?!\p{L})/iu
const MAX_LABELLED_LENGTH = 80

export function collectDates(sources: DateSources, desk: Desk): PageDates {
  const { jsonLd, metadata } = sources
  const printed = headlineDates(sources.headline, desk)
  const stated = [
    ...dated(jsonLd?.publishedOn, 'json-ld', desk),
    ...dated(metadata.publishedOn, 'meta', desk),
    ...printed.filter(({ isUpdate }) => !isUpdate).map(({ publication }) => publication),
    ...dated(dateInUrl(sources.url), 'url', desk),
    ...feedDates(sources.listedAt),
  ]
  return {
    published: stated.length > 0 ? stated : labelledDates(sources.page, desk),
    updated: [
      ...dated(jsonLd?.updatedOn, 'json-ld', desk),
      ...dated(metadata.updatedOn, 'meta', desk),
      ...printed.filter(({ isUpdate }) => isUpdate).map(({ publication }) => publication),
    ],
  }
}

interface HeadlineDate {
  readonly publication: Publication
  readonly isUpdate: boolean
}

/** Dates called "published" first; "Published" and "Updated" may stand on a line of their own before theirs. */
function headlineDates(blocks: readonly PageBlock[], desk: Desk): readonly HeadlineDate[] {
  const short = blocks.filter((block) => block.text.length <= MAX_DATELINE_LENGTH)
  const found = short.flatMap((block, index) => {
    const machine = dated(block.datetime, 'time', desk)
    const publications = machine.length > 0 ? machine : dated(block.text, 'text', desk)
    const before = short[index - 1]?.text ?? ''
    const label = before.length < 40 ? `${before} ${block.text}` : block.text
    const isPublished = PUBLISHED.test(block.text)
    return publications.map((publication) => ({
      publication,
      isPublished,
      isUpdate: !isPublished && UPDATED.test(label),
    }))
  })
  return found.sort((one, other) => Number(other.isPublished) - Number(one.isPublished))
}

function labelledDates(blocks: readonly PageBlock[], desk: Desk): readonly Publication[] {
  const line = blocks.find(
    ({ text }) => text.length <= MAX_LABELLED_LENGTH && LABELLED.test(text) && dated(text, 'text', desk).length > 0,
  )
  return dated(line?.text, 'text', desk)
}

function dated(printed: string | undefined, source: Publication['source'], desk: Desk): readonly Publication[] {
  if (printed === undefined) return []
  const date = parsePrintedDate(printed, { monthFirst: desk.timezone.startsWith('America/') })
  return date === undefined ? [] : [publicationOf(date, source, desk.timezone)]
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

function feedDates(listedAt: number | undefined): readonly Publication[] {
  if (listedAt === undefined) return []
  const printed = new Date(listedAt).toISOString()
  return [{ at: listedAt, precision: 'minute', zone: 'stated', source: 'feed', printed }]
}
