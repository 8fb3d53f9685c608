import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { loadConfig } from '../../src/config/load-config.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'
import type { PeopleBook } from '../../src/person/person.ts'
import { lintClauses } from '../../src/topic/lint-clauses.ts'
import type { LintFault, LintFinding } from '../../src/topic/lint-finding.ts'
import { lintLanguages, type SpeakingFeed } from '../../src/topic/lint-languages.ts'
import { lintPeople } from '../../src/topic/lint-people.ts'
import type { MatchedText } from '../../src/topic/matched-text.ts'
import { openArchiveLint } from '../../src/topic/open-archive-lint.ts'
import type { Topic } from '../../src/topic/topic.ts'

interface Desk {
  readonly topics: readonly Partial<Topic>[]
  readonly book?: Partial<PeopleBook>
  readonly feeds?: readonly SpeakingFeed[]
  readonly articles?: readonly Partial<MatchedText>[]
}

const MANY = 120
const LIMITS = { mostShare: 0.2, days: 30 }
const WIRE: SpeakingFeed = { id: 'wire', outlet: 'Wire', language: 'en' }

function topicOf(clauses: Partial<Topic>): Topic {
  return { id: 'harbour', name: 'Harbour', any: [], all: [], none: [], ...clauses }
}

function bookOf(book: Partial<PeopleBook> = {}): PeopleBook {
  return { roles: [], people: [], aliases: {}, ...book }
}

function lint({ topics, book, feeds = [WIRE], articles = [] }: Desk): readonly LintFinding[] {
  const people = bookOf(book)
  const all = topics.map(topicOf)
  const watching = openArchiveLint(all, people)
  for (const article of articles) {
    watching.add({ title: '', body: '', language: 'en', outlet: 'Wire', source: 'full', ...article })
  }
  const written = all.flatMap((topic) => [...lintClauses(topic), ...lintLanguages(topic, feeds, people)])
  return [...written, ...lintPeople(people), ...watching.find(LIMITS)]
}

/** So many articles of these bodies in turn, the rest about something else, of two outlets. */
function archive(counts: Readonly<Record<string, number>>, more: Partial<MatchedText> = {}): Partial<MatchedText>[] {
  const told = Object.entries(counts).flatMap(([body, count]) =>
    Array.from({ length: count }, () => ({ body, ...more })),
  )
  const restCount = Math.max(0, MANY - told.length)
  const rest = Array.from({ length: restCount }, (_, index) => ({ body: `A quiet day, number ${index}.` }))
  return [...told, ...rest].map((article, index) => ({ outlet: index % 2 === 0 ? 'Wire' : 'Herald', ...article }))
}

const role = { id: 'mayor', names: ['Mayor of Northport'] }
const held = (from: string, to?: string) => [{ role: 'mayor', from, ...(to !== undefined && { to }) }]
const ann = { id: 'ann-poe', name: 'Ann Poe', names: [], held: held('2020-01-01', '2022-01-01') }

const FAULTS: readonly (Desk & { readonly fault: LintFault; readonly of: string; readonly found: RegExp })[] = [
  {
    fault: 'never-fires',
    of: 'harbour',
    found: /none of 120 articles in 30 days/,
    topics: [{ any: ['harbour wall'] }],
    articles: archive({}),
  },
  {
    fault: 'fires-too-often',
    of: 'harbour',
    found: /matches 60 of 120 articles in 30 days, 50 %/,
    topics: [{ any: ['harbour'] }],
    articles: archive({ 'The harbour froze.': 60 }),
  },
  {
    fault: 'same-as-another',
    of: 'ice',
    found: /92 % of its 12 matches are harbour's too/,
    topics: [{ any: ['harbour'] }, { id: 'ice', any: ['ice'] }],
    articles: archive({ 'Ice in the harbour.': 11, 'Ice cream.': 1, 'The harbour opened.': 9 }),
  },
  {
    fault: 'idle-clause',
    of: 'harbour',
    found: /^“harbor walk” counted in none of its 35 matches$/,
    topics: [{ any: ['harbour', 'harbor walk'] }],
    articles: archive({ 'The harbour froze.': 35 }, { outlet: 'Wire' }).concat(archive({})),
  },
  {
    fault: 'idle-clause',
    of: 'harbour',
    found: /“\(quays\)”/,
    topics: [{ query: '(harbour OR quays) AND (ice OR froze)' }],
    articles: archive({ 'The harbour froze, with ice.': 35 }).concat(archive({})),
  },
  {
    fault: 'idle-alias',
    of: 'Northport',
    found: /^“Northprot” stands in none/,
    topics: [{ any: ['Northport'] }],
    book: { aliases: { Northport: ['Nordhafen', 'Northprot'] } },
    articles: archive({ 'In Northport.': 20, 'In Nordhafen.': 15 }).concat(archive({})),
  },
  {
    fault: 'greedy-not',
    of: 'harbour',
    found: /takes 16 of the 20 articles/,
    topics: [{ any: ['harbour'], none: ['ferry'] }],
    articles: archive({ 'The harbour froze.': 4, 'A ferry in the harbour.': 16 }),
  },
  {
    fault: 'greedy-not',
    of: 'harbour',
    found: /takes 16 of the 20 articles/,
    topics: [{ query: 'harbour AND NOT (ferry OR barge)' }],
    articles: archive({ 'The harbour froze.': 4, 'A ferry in the harbour.': 16 }),
  },
  {
    fault: 'outlet-term',
    of: 'harbour',
    found: /“tides” stands in every one of 12 articles of Tidings/,
    topics: [{ any: ['tides', 'harbour'] }],
    articles: archive({ 'By Tides today: chess.': 12 }, { outlet: 'Tidings' }),
  },
  {
    fault: 'role-gap',
    of: 'mayor',
    found: /nobody holds it from 2022-01-01 to 2022-03-01/,
    topics: [{ any: ['harbour'] }],
    book: {
      roles: [role],
      people: [ann, { id: 'bo-dee', name: 'Bo Dee', names: [], held: held('2022-03-01') }],
    },
  },
  {
    fault: 'role-unheld',
    of: 'mayor',
    found: /nobody holds it on any day/,
    topics: [{ any: ['harbour'] }],
    book: { roles: [role] },
  },
  {
    fault: 'shared-name',
    of: 'ann-poe',
    found: /“Poe” stands in “Bo Poe” of bo-poe/,
    topics: [{ any: ['harbour'] }],
    book: {
      people: [
        { ...ann, names: ['Poe'], held: [] },
        { id: 'bo-poe', name: 'Bo Poe', names: [], held: [] },
      ],
    },
  },
  {
    fault: 'missing-language',
    of: 'harbour',
    found: /the feeds speak uk/,
    topics: [{ any: ['harbour'], all: ['Northport'] }],
    book: { aliases: { Northport: ['Нортпорт'] } },
    feeds: [WIRE, { id: 'visti', outlet: 'Visti', language: 'uk' }],
  },
  {
    fault: 'missing-language',
    of: 'harbour',
    found: /none of 120 articles in de/,
    topics: [{ any: ['harbour'] }],
    articles: archive({ 'The harbour froze.': 40 }).concat(
      archive({}).map((article) => ({ ...article, language: 'de' })),
    ),
  },
  {
    fault: 'contradiction',
    of: 'harbour',
    found: /“ferry harbour” is asked for, and “ferry” in none forbids it, so it can match nothing/,
    topics: [{ all: ['ferry harbour'], none: ['ferry'] }],
  },
  {
    fault: 'covered-clause',
    of: 'harbour',
    found: /“harbour wall” in any adds nothing: “Harbour” is found/,
    topics: [{ any: ['Harbour', 'harbour wall'] }],
  },
]

describe('lint finds a fault, and no other', () => {
  for (const { fault, of, found, ...desk } of FAULTS) {
    it(`${fault}: ${found.source}`, () => {
      const findings = lint(desk)
      assert.deepEqual(
        findings.map((each) => [each.fault, each.of]),
        [[fault, of]],
        JSON.stringify(findings),
      )
      assert.match(findings[0]?.found ?? '', found)
    })
  }
})

describe('lint is silent', () => {
  const cases: Readonly<Record<string, Desk>> = {
    'over an archive too small to tell': { topics: [{ any: ['harbour'] }], articles: [{ body: 'Chess.' }] },
    'over clauses of a topic that matches too seldom to tell': {
      topics: [{ any: ['harbour', 'quay'] }],
      articles: archive({ 'The harbour froze.': 12 }),
    },
    'over phrases in letters that the archive does not have': {
      topics: [{ any: ['harbour', 'гавань'] }],
      articles: archive({ 'The harbour froze.': 35 }).concat(archive({})),
    },
    'over a term that is as frequent everywhere': {
      topics: [
        { any: ['harbour'], all: ['quiet'] },
        { id: 'day', any: ['harbour day'] },
      ],
      articles: archive({ 'A quiet harbour day.': 10 }).slice(0, 50),
    },
    'over a vacancy that is known': {
      topics: [{ any: ['harbour'] }],
      book: {
        roles: [{ ...role, vacant: [{ from: '2022-01-01', to: '2022-03-01' }] }],
        people: [ann, { id: 'bo-dee', name: 'Bo Dee', names: [], held: held('2022-03-01') }],
      },
    },
    'over an office that changes hands overnight': {
      topics: [{ any: ['harbour'] }],
      book: {
        roles: [role],
        people: [ann, { id: 'bo-dee', name: 'Bo Dee', names: [], held: held('2022-01-02') }],
      },
    },
    'over a topic that asks for some languages only': {
      topics: [{ any: ['harbour'], languages: ['en'] }],
      feeds: [WIRE, { id: 'visti', outlet: 'Visti', language: 'uk' }],
    },
    'over exact and prefixed phrases that look alike': { topics: [{ any: ['=Harbour', 'harbour*', 'quay'] }] },
  }
  for (const [name, desk] of Object.entries(cases)) it(name, () => assert.deepEqual(lint(desk), []))

  it('over the shipped config', async () => {
    const { topics, people, feeds } = await loadConfig(join(import.meta.dirname, '../../config'), readEnvironment({}))
    const written = topics.flatMap((topic) => [...lintClauses(topic), ...lintLanguages(topic, feeds, people)])
    assert.deepEqual([...written, ...lintPeople(people)], [])
  })
})
