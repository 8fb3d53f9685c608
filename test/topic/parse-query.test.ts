import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parsePhrase } from '../../src/topic/parse-phrase.ts'
import { parseQuery } from '../../src/topic/parse-query.ts'
import { sampleBook } from './sample-book.ts'

/** Strings of any code units in `npm test`; `RUNS=1000000 node --test` tries more of them. */
const runCount = Number(process.env.RUNS ?? 5_000)

describe('a mistake has its place, what was expected, what was got, and often a suggestion', () => {
  const cases = [
    ['(a1 AND b1', [0, 1], 'a closing ) for this bracket', 'the end of the query', undefined],
    ['a1) AND b1', [2, 3], 'an opening ( before it', ')', undefined],
    ['“peace plan”', [0, 12], 'straight quote marks', '“peace plan”', '"peace plan"'],
    ['"peace plan', [0, 11], 'a closing "', 'the end of the query', '"peace plan"'],
    ['a1 NEAR b1', [3, 7], 'NEAR/n with n from 0 to 100 words between', 'NEAR', 'NEAR/5'],
    ['a1 NEAR/999 b1', [3, 11], 'NEAR/n with n from 0 to 100 words between', 'NEAR/999', 'NEAR/100'],
    ['titel:a1', [0, 6], /^a field: title: lead:/, 'titel:', 'title:'],
    ['@guild-mastr', [0, 12], 'a role or person from people.yaml', '@guild-mastr', '@guild-master'],
    ['NOT a1', [0, 6], 'something to look for beside what NOT takes away', 'NOT a1', undefined],
    ['a1 OR NOT b1', [0, 12], 'something to look for beside what NOT takes away', 'a1 OR NOT b1', undefined],
    ['', [0, 0], 'a query', 'nothing', undefined],
    ['pe*', [0, 3], 'at least 3 letters before *', 'pe*', 'pe'],
    ['pe*ace', [0, 6], '* at the end of a word', 'pe*ace', 'pe*'],
    ['*offer', [0, 6], '* at the end of a word', '*offer', 'offer'],
    ['/a(b/', [0, 5], /linear time/, /missing closing/, undefined],
    ['/a(?=b)/', [0, 8], /linear time/, /\(\?=/, undefined],
    ['/a*/', [0, 4], 'a pattern that needs at least one character', '/a*/', undefined],
    ['"a1 b1"~x', [7, 8], 'a number from 0 to 100 after ~', '~', '"a1 b1"~3'],
    ['"a1" b1', [5, 7], 'AND, OR or NEAR/5 before it', 'b1', 'AND b1'],
    ['a1 AND', [3, 6], 'a word, a phrase or a bracket behind AND', 'the end of the query', undefined],
    ['a1 AND OR b1', [7, 9], 'a word, a phrase or a bracket behind AND', 'OR', undefined],
    ['()', [0, 1], 'something between the brackets', '()', undefined],
    ['a1 && b1', [3, 5], 'a word with a letter or a digit', '&&', 'AND'],
    ['peace~2', [0, 7], '~ behind a phrase in quote marks', 'peace~2', '"peace"~2'],
    ['(a1 AND b1) NEAR/3 c1', [1, 10], /beside NEAR/, 'a1 AND b1', undefined],
    ['sentence(author:a1)', [9, 18], /a field of the text/, 'author:a1', undefined],
  ] as const
  for (const [source, [start, end], expected, got, suggestion] of cases)
    it(source === '' ? 'an empty query' : source, () => {
      const parsed = parseQuery(source, sampleBook)
      const mistake = parsed.kind === 'mistakes' ? parsed.mistakes[0] : undefined
      const shown = [mistake?.start, mistake?.end, mistake?.suggestion]
      assert.deepEqual(shown, [start, end, suggestion], JSON.stringify(mistake))
      for (const [is, should] of [
        [mistake?.expected ?? '', expected],
        [mistake?.got ?? '', got],
      ] as const)
        if (typeof should === 'string') assert.equal(is, should)
        else assert.match(is, should)
    })

  it('and brackets that go too deep are told once', () => {
    const parsed = parseQuery(`${'('.repeat(60)}a1${')'.repeat(60)}`, sampleBook)
    assert.ok(parsed.kind === 'mistakes')
    assert.deepEqual(
      parsed.mistakes.map(({ start, expected }) => [start, expected]),
      [[50, 'brackets at most 50 deep']],
    )
  })

  it('and all of them are told at once', () => {
    const parsed = parseQuery('titel:a1 AND (pe* NEAR b1) OR @nobody-here AND “x1”', sampleBook)
    assert.ok(parsed.kind === 'mistakes')
    assert.deepEqual(
      parsed.mistakes.map(({ start }) => start),
      [0, 14, 18, 30, 47],
    )
  })
})

describe('what is doubtful is told, not refused', () => {
  const cases = [
    ['peace or plan', 'or, which is a word like any other', 'OR'],
    ['a1 near/3 b1', 'near/3, which is a word like any other', 'NEAR/3'],
    ['a1 OR b1 AND c1', 'a1 OR b1 AND c1', 'a1 OR (b1 AND c1)'],
    ['a1 OR (b1) AND c1', 'a1 OR (b1) AND c1', 'a1 OR ((b1) AND c1)'],
    ['title:Ferry stays', 'title:Ferry stays, read as one phrase in title', 'title:"Ferry stays"'],
    ['ferry OR -plan', '-, which says nothing here', 'NOT plan'],
  ] as const
  for (const [source, got, suggestion] of cases)
    it(source, () => {
      const parsed = parseQuery(source, sampleBook)
      assert.ok(parsed.kind === 'query')
      assert.deepEqual(
        parsed.warnings.map((warning) => [warning.got, warning.suggestion]),
        [[got, suggestion]],
      )
    })

  for (const source of ['a1 OR (b1 AND c1)', '(a1 OR b1) AND c1', 'a1 AND b1 NOT c1', 'title:"Ferry stays"'])
    it(`${source} is not doubtful`, () => {
      const parsed = parseQuery(source, sampleBook)
      assert.ok(parsed.kind === 'query')
      assert.deepEqual(parsed.warnings, [])
    })
})

describe('an entry of a list is one phrase', () => {
  const good = [
    'peace plan',
    'cease-fire',
    '=OFAC',
    'sanction*',
    '"asset freeze"~2',
    '@guild-master',
    '12:30',
    "miller's",
  ]
  for (const source of good) it(source, () => assert.equal(parsePhrase(source, sampleBook).kind, 'query'))
  for (const source of ['', ' ', '*', 'pe*', 'a1*b1', '“x1”', '"a1" OR b1', '@nobody', 'x'.repeat(300)])
    it(`${source.slice(0, 20)} is refused`, () => assert.equal(parsePhrase(source, sampleBook).kind, 'mistakes'))
  it('in which AND is a word, and it is told', () => {
    const parsed = parsePhrase('black AND white', sampleBook)
    assert.ok(parsed.kind === 'query')
    assert.deepEqual(
      parsed.warnings.map(({ start, end }) => [start, end]),
      [[6, 9]],
    )
  })
})

describe('whatever is typed', () => {
  const pieces = fc.constantFrom(
    ...[
      '(',
      ')',
      '"',
      'AND ',
      'OR ',
      'NOT ',
      'NEAR/3 ',
      'ONEAR/',
      'title:',
      'sentence(',
      'peace',
      '*',
      '=',
      '~2',
      '/',
      '\\',
    ],
    ...['@guild-master', '“', ' ', 'мир', '[a-', '{9}', '&', '\ud800', '\u0000', 'http://', '-', "'"],
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((each) => each.join('')),
  )

  it('is a query or mistakes, with offsets inside of it', () => {
    fc.assert(
      fc.property(typed, (source) => {
        for (const parsed of [parseQuery(source, sampleBook), parsePhrase(source, sampleBook)]) {
          if (parsed.kind === 'query') continue
          assert.ok(parsed.mistakes.length > 0)
          for (const { start, end } of parsed.mistakes) assert.ok(start >= 0 && start <= end && end <= source.length)
        }
      }),
      { seed: 5, numRuns: runCount },
    )
  })

  it('is bounded in length and depth', () => {
    for (const source of ['x'.repeat(10_001), '('.repeat(5_000), 'sentence('.repeat(1_000), 'a AND ('.repeat(1_000)])
      assert.equal(parseQuery(source, sampleBook).kind, 'mistakes')
  })
})
