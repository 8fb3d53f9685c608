import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { decodeText } from '../../src/article/decode-text.ts'
import { readPage } from '../../src/article/read-page.ts'
import type { PeopleBook, Person } from '../../src/person/person.ts'
import { extractStatements } from '../../src/statement/extract-statements.ts'
import type { Statement } from '../../src/statement/statement.ts'

interface RecordedPage {
  readonly day: string
  readonly page: string
  readonly statements: readonly { readonly kind: string; readonly text: string; readonly speaker: string }[]
  readonly forbidden: readonly string[]
  readonly chains: readonly { readonly via: readonly string[]; readonly speaker: string }[]
}

/** Counts over the pages of the recorded days of which it is known what is said on them. */
export interface PageScore {
  readonly wanted: number
  /** Wanted ones with their words and speaker. */
  readonly right: number
  readonly direct: number
  readonly rightDirect: number
  readonly forbidden: number
  readonly forbiddenFound: number
  readonly chains: number
  readonly rightChains: number
}

/** Of two texts of one statement, the shorter is at least this share of the longer. */
const LEAST_SHARE = 0.4
const fixtures = new URL('../../fixtures/', import.meta.url)

/** What our own reading of the pages gives, against what is expected of them. */
export function scoreRecordedPages(): PageScore {
  const pages: readonly RecordedPage[] = JSON.parse(
    readFileSync(new URL('statements/recorded-days.json', fixtures), 'utf8'),
  )
  const book = loadBook()
  const counts = pages.map((page) => scorePage(page, statementsOf(page, book)))
  const sum = (of: (score: PageScore) => number) => counts.reduce((total, score) => total + of(score), 0)
  return {
    wanted: sum((score) => score.wanted),
    right: sum((score) => score.right),
    direct: sum((score) => score.direct),
    rightDirect: sum((score) => score.rightDirect),
    forbidden: sum((score) => score.forbidden),
    forbiddenFound: sum((score) => score.forbiddenFound),
    chains: sum((score) => score.chains),
    rightChains: sum((score) => score.rightChains),
  }
}

function scorePage(page: RecordedPage, found: readonly Statement[]): PageScore {
  const right = page.statements.filter(({ text, speaker, kind }) =>
    found.some(
      (each) => isSame(each.text, text) && isBy(each, speaker) && (kind !== 'direct' || each.kind === 'direct'),
    ),
  )
  const texts = found.map(({ text }) => plain(text))
  return {
    wanted: page.statements.length,
    right: right.length,
    direct: page.statements.filter(({ kind }) => kind === 'direct').length,
    rightDirect: right.filter(({ kind }) => kind === 'direct').length,
    forbidden: page.forbidden.length,
    forbiddenFound: page.forbidden.filter((text) => texts.includes(plain(text))).length,
    chains: page.chains.length,
    rightChains: page.chains.filter(({ via, speaker }) =>
      found.some((each) => isBy(each, speaker) && via.every((name) => each.carriedBy.includes(name))),
    ).length,
  }
}

function statementsOf({ day, page }: RecordedPage, book: PeopleBook): readonly Statement[] {
  const { title, text, blocks, passages, language, published } = readPage({
    html: decodeText(readFileSync(new URL(`days/${day}/served/${page}`, fixtures))),
    url: `https://${page}`,
    outlet: '',
    timezone: 'Europe/Brussels',
    now: Date.parse(`${day}T23:00:00Z`),
    listed: { title: '', authors: [] },
  })
  const spoken = { title, body: text, blocks, passages, publishedAt: published?.at ?? Date.parse(day) }
  return extractStatements({ ...spoken, ...(language !== undefined && { language }) }, book)
}

function isSame(left: string, right: string): boolean {
  const [short = '', long = ''] = [plain(left), plain(right)].toSorted((a, b) => a.length - b.length)
  return long.includes(short) && short.length >= LEAST_SHARE * long.length
}

function isBy({ speaker }: Statement, name: string): boolean {
  return speaker.name === name || speaker.surface === name
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function loadBook(): PeopleBook {
  const read = parse(readFileSync(new URL('../config/people.yaml', fixtures), 'utf8'))
  return { ...read, people: read.people.map((person: Partial<Person>) => ({ names: [], held: [], ...person })) }
}
