import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { decodeText } from '../../src/article/decode-text.ts'
import { readPage } from '../../src/article/read-page.ts'
import type { PeopleBook, Person } from '../../src/person/person.ts'
import { extractStatements } from '../../src/statement/extract-statements.ts'
import type { Statement } from '../../src/statement/statement.ts'

/** A page of a recorded day, what is known to be said on it, and what our own reading of it gives. */
export interface RecordedPage extends ExpectedOfPage {
  readonly found: readonly Statement[]
}

interface ExpectedOfPage {
  readonly day: string
  readonly page: string
  readonly statements: readonly WantedStatement[]
  /** What stands in quotation marks or beside the text, and is no statement. */
  readonly forbidden: readonly string[]
  readonly chains: readonly WantedChain[]
}

export interface WantedStatement {
  readonly kind: string
  readonly text: string
  readonly speaker: string
}

/** Who carried what somebody said. */
export interface WantedChain {
  readonly via: readonly string[]
  readonly speaker: string
}

/** Of two texts of one statement, the shorter is at least this share of the longer. */
const LEAST_SHARE = 0.4
const root = new URL('../../', import.meta.url)

export function loadRecordedPages(): readonly RecordedPage[] {
  const pages: readonly ExpectedOfPage[] = JSON.parse(
    readFileSync(new URL('fixtures/statements/recorded-days.json', root), 'utf8'),
  )
  const book = loadBook()
  return pages.map((page) => ({ ...page, found: statementsOf(page, book) }))
}

/** Why a statement counts as missed; undefined when its words, speaker and kind are right. */
export function explainMissed({ found }: RecordedPage, wanted: WantedStatement): string | undefined {
  const match = closest(found, wanted.text)
  if (match === undefined) return 'not found'
  if (!isBy(match, wanted.speaker)) return `said by ${match.speaker.name}`
  return wanted.kind === 'direct' && match.kind !== 'direct' ? `${match.kind}, not direct` : undefined
}

export function forbiddenFound({ found, forbidden }: RecordedPage): readonly string[] {
  const texts = found.map(({ text }) => plain(text))
  return forbidden.filter((text) => texts.includes(plain(text)))
}

export function isChainFound({ found }: RecordedPage, { via, speaker }: WantedChain): boolean {
  return found.some((each) => isBy(each, speaker) && via.every((name) => each.carriedBy.includes(name)))
}

function statementsOf({ day, page }: ExpectedOfPage, book: PeopleBook): readonly Statement[] {
  const { title, text, blocks, passages, language, published } = readPage({
    html: decodeText(readFileSync(new URL(`fixtures/days/${day}/served/${page}`, root))),
    url: `https://${page}`,
    outlet: 'Example',
    timezone: 'Europe/Brussels',
    now: Date.parse(`${day}T23:00:00Z`),
    listed: { title: '', authors: [] },
  })
  const spoken = { title, body: text, blocks, passages, ...(language !== undefined && { language }) }
  return extractStatements({ ...spoken, ...(published && { publishedAt: published.at }) }, book)
}

/** The statement that shares the most of both texts. */
function closest(found: readonly Statement[], wanted: string): Statement | undefined {
  const scored = found.map((statement) => ({ statement, share: shareOf(plain(statement.text), plain(wanted)) }))
  const best = scored.toSorted((left, right) => right.share - left.share)[0]
  return best !== undefined && best.share >= LEAST_SHARE ? best.statement : undefined
}

function shareOf(left: string, right: string): number {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  return long.includes(short) ? short.length / long.length : 0
}

function isBy({ speaker }: Statement, name: string): boolean {
  return speaker.name === name || speaker.surface === name
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function loadBook(): PeopleBook {
  const read = parse(readFileSync(new URL('config/people.yaml', root), 'utf8'))
  return { ...read, people: read.people.map((person: Partial<Person>) => ({ names: [], held: [], ...person })) }
}
