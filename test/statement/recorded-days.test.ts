import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { decodeText } from '../../src/article/decode-text.ts'
import { readPage } from '../../src/article/read-page.ts'
import type { PeopleBook, Person } from '../../src/person/person.ts'
import { extractStatements } from '../../src/statement/extract-statements.ts'
import type { Statement } from '../../src/statement/statement.ts'

interface Wanted {
  readonly kind: string
  readonly text: string
  readonly speaker: string
}

interface RecordedPage {
  readonly day: string
  readonly page: string
  readonly statements: readonly Wanted[]
  readonly forbidden: readonly string[]
  readonly chains: readonly { readonly via: readonly string[]; readonly speaker: string }[]
}

const pages: readonly RecordedPage[] = JSON.parse(
  readFileSync(new URL('../../fixtures/statements/recorded-days.json', import.meta.url), 'utf8'),
)
const book = loadBook()

for (const recorded of pages) {
  describe(`what is said on ${recorded.page}`, () => {
    const found = statementsOf(recorded)
    for (const wanted of recorded.statements) {
      it(`${wanted.kind}, ${wanted.speaker}: ${wanted.text.slice(0, 60)}`, () => {
        const match = closest(found, wanted.text)
        assert.ok(match !== undefined, 'not found')
        assert.ok([match.speaker.name, match.speaker.surface].includes(wanted.speaker), match.speaker.name)
        if (wanted.kind === 'direct') assert.equal(match.kind, 'direct')
      })
    }
    it('nothing else in quotation marks or beside the text', () => {
      const texts = found.map(({ text }) => plain(text))
      assert.deepEqual(
        recorded.forbidden.filter((text) => texts.includes(plain(text))),
        [],
      )
    })
    for (const { via, speaker } of recorded.chains) {
      it(`${speaker} carried by ${via.join(' and ')}`, () =>
        assert.ok(
          found.some(
            (statement) => isOf(statement, speaker) && via.every((name) => statement.carriedBy.includes(name)),
          ),
        ))
    }
  })
}

describe('people and offices', () => {
  const said = pages.flatMap((recorded) =>
    statementsOf(recorded).map((statement) => ({ ...statement, day: recorded.day })),
  )
  const cases = [
    ['jens-stoltenberg', '2024-06-14', 'nato-secretary-general'],
    ['mark-rutte', '2024-12-12', 'nato-secretary-general'],
    ['vladimir-putin', '2024-06-14', 'president-of-russia'],
    ['mircea-geoana', '2024-06-14', 'nato-deputy-secretary-general'],
  ] as const
  for (const [person, day, role] of cases) {
    it(`${person} speaks as ${role}`, () =>
      assert.ok(
        said.some(
          (statement) =>
            statement.speaker.personId === person && statement.day === day && statement.role?.roleId === role,
        ),
      ))
  }
})

function statementsOf({ day, page }: RecordedPage): readonly Statement[] {
  const body = readFileSync(new URL(`../../fixtures/days/${day}/served/${page}`, import.meta.url))
  const reading = readPage({
    html: decodeText(body),
    url: `https://${page}`,
    outlet: 'Example',
    timezone: 'Europe/Brussels',
    now: Date.parse(`${day}T23:00:00Z`),
    listed: { title: '', authors: [] },
  })
  const { title, text, blocks, passages, language, published } = reading
  const spoken = { title, body: text, blocks, passages, ...(language === undefined ? {} : { language }) }
  return extractStatements(published === undefined ? spoken : { ...spoken, publishedAt: published.at }, book)
}

/** The statement that shares the most of both texts, at least four tenths. */
function closest(found: readonly Statement[], wanted: string): Statement | undefined {
  const scored = found.map((statement) => ({ statement, share: shareOf(plain(statement.text), plain(wanted)) }))
  const best = scored.toSorted((left, right) => right.share - left.share)[0]
  return best !== undefined && best.share >= 0.4 ? best.statement : undefined
}

function shareOf(left: string, right: string): number {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  return long.includes(short) ? short.length / long.length : 0
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function isOf({ speaker }: Statement, name: string): boolean {
  return speaker.name === name || speaker.surface === name
}

function loadBook(): PeopleBook {
  const read = parse(readFileSync(new URL('../../config/people.yaml', import.meta.url), 'utf8'))
  return { ...read, people: read.people.map((person: Partial<Person>) => ({ names: [], held: [], ...person })) }
}
