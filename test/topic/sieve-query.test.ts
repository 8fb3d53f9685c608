import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PeopleBook } from '../../src/person/person.ts'
import { compileTopics } from '../../src/topic/compile-topics.ts'
import { matchTopics } from '../../src/topic/match-topics.ts'
import { parseQuery } from '../../src/topic/parse-query.ts'
import { searchWords } from '../../src/topic/search-words.ts'
import type { Sieve, WordSieve } from '../../src/topic/sieve.ts'
import { sieveQuery } from '../../src/topic/sieve-query.ts'

const BOOK: PeopleBook = {
  roles: [{ id: 'mayor', names: ['Mayor of Northport', 'harbour chief'] }],
  people: [{ id: 'ann-poe', name: 'Ann Poe', names: ['По'], held: [{ role: 'mayor', from: '2020-01-01' }] }],
  aliases: { Northport: ['Nordhafen', 'Нортпорт', 'Port du Nord'] },
}

function sieveOf(query: string): Sieve {
  const parsed = parseQuery(query, BOOK)
  assert.equal(parsed.kind, 'query', query)
  return parsed.kind === 'query' ? sieveQuery(parsed.query, BOOK) : { kind: 'anything' }
}

/** As a database would judge: by the folded words of the article alone. */
function passes(sieve: Sieve, words: readonly string[]): boolean {
  if (sieve.kind === 'anything') return true
  if (sieve.kind === 'word') return words.some((word) => isForm(sieve, word))
  const judge = (part: Sieve) => passes(part, words)
  return sieve.kind === 'all' ? sieve.of.every(judge) : sieve.of.some(judge)
}

function isForm({ form, isPrefix }: WordSieve, word: string): boolean {
  return isPrefix ? word.startsWith(form) : word === form
}

function isFound(query: string, text: { readonly title: string; readonly body: string; readonly language?: string }) {
  const topic = { id: 'search', name: 'Search', any: [], all: [], none: [], query }
  const known = { publishedAt: Date.UTC(2024, 5, 14), source: 'full' } as const
  return matchTopics(compileTopics([topic], BOOK), { ...text, ...known }).length > 0
}

test('a sieve keeps what its query finds and drops what has none of its words', () => {
  const cases = [
    ['offers', 'An offer came.', 'A quiet day.'],
    ['sensible', 'Sensibility won.', 'A quiet day.'],
    ['die', 'The dying king.', 'A quiet hour.'],
    ['skies', 'The sky fell.', 'A quiet day.'],
    ['cease-fire', 'A ceasefire held.', 'A fire.'],
    ['ceasefire', 'A cease fire held.', 'A fire.'],
    ['e-mail', 'By email.', 'A mall.'],
    ['=Poe', 'Ann Poe.', 'A poem.'],
    ['peac*', 'Peaceful.', 'Pears.'],
    ['Northport', 'In Nordhafen.', 'In port.'],
    ['Northport', 'Le Port du Nord.', 'In port.'],
    ['@mayor', 'По сказал.', 'A quiet day.'],
    ['@ann-poe', 'Ann Poe spoke.', 'Ann spoke.'],
    ['peace NEAR/3 (plan OR offer)', 'A plan for peace.', 'A plan.'],
    ['title:harbour OR ice', 'Ice.', 'A quiet day.'],
    ['"peace plan"~2', 'The peace of a plan, a peace and plan.', 'A plan.'],
    ['мирний план', 'Мирного плану нема.', 'План є.'],
    ['договор', 'О договорах.', 'О дожде.'],
    ['Verhandlungen', 'Eine Verhandlung.', 'Ein Tag.'],
  ] as const
  for (const [query, kept, dropped] of cases) {
    const sieve = sieveOf(query)
    assert.ok(passes(sieve, searchWords({ title: '', body: kept })), `${query}: ${kept}`)
    assert.ok(!passes(sieve, searchWords({ title: '', body: dropped })), `${query}: ${dropped}`)
  }
})

test('what the index does not hold is left to the engine', () => {
  for (const query of ['/pe.ce/', 'author:Poe', 'url:wire', 'lang:en', 'speaker:@mayor']) {
    assert.deepEqual(sieveOf(query), { kind: 'anything' }, query)
  }
  assert.deepEqual(sieveOf('ice AND NOT harbour'), sieveOf('ice'))
})

test('nothing that a query finds is kept back by its sieve', () => {
  const words = ['peace', 'peaceful', 'offers', 'offered', 'cease', 'fire', 'ceasefire', 'cease-fire', 'dying', 'die']
  const others = [
    'Northport',
    'Nordhafen',
    'Нортпорт',
    'мирний',
    'мирного',
    'плану',
    'план',
    'Häuser',
    'Haus',
    'ponieść',
  ]
  const word = fc.constantFrom(...words, ...others, 'skies', 'sky', 'nationalization', 'nation', 'travaux', 'договори')
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((each) => each.join(' '))
  const leaf = fc.oneof(
    phrase,
    phrase.map((each) => `"${each}"~2`),
    word.map((each) => `=${each}`),
    fc.constantFrom('pea*', 'nat*', 'мир*', '@mayor', '@ann-poe', 'title:peace', 'NOT fire'),
  )
  const join = fc.constantFrom(' AND ', ' OR ', ' AND NOT ')
  const query = fc
    .tuple(leaf, join, leaf, join, leaf)
    .map((parts) => `(${parts.slice(0, 3).join('')})${parts[3]}(${parts[4]})`)
  const text = fc.record({
    title: phrase,
    body: fc
      .array(fc.oneof(word, fc.constantFrom('.', 'Ann', 'Poe', 'mayor', 'of')), { maxLength: 12 })
      .map((each) => each.join(' ')),
    language: fc.constantFrom('en', 'uk', 'ru', 'de', 'fr', 'pl'),
  })
  fc.assert(
    fc.property(query, text, (source, article) => {
      if (parseQuery(source, BOOK).kind === 'mistakes' || !isFound(source, article)) return
      assert.ok(passes(sieveOf(source), searchWords(article)))
    }),
    { numRuns: 500, seed: 7 },
  )
})
