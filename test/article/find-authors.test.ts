import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAuthors, splitNames } from '../../src/article/find-authors.ts'

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['By Ada Brannoch', ['Ada Brannoch']],
  ['ADA BRANNOCH and Joris Vellema', ['Ada Brannoch', 'Joris Vellema']],
  ['Von Petra Aldermann und Jens O’Hara', ['Petra Aldermann', 'Jens O’Hara']],
  ['Автор: Алла Горностай', ['Алла Горностай']],
  ['Khrysta Bond , OLEH KIT', ['Khrysta Bond', 'Oleh Kit']],
  ['https://www.echo.example/authors/ada', []],
  ['14 June 2024', []],
]

for (const [printed, names] of cases) {
  test(`splits “${printed}”`, () => assert.deepEqual(splitNames(printed), names))
}

test('the outlet is no author, and the first source with names wins', () => {
  const sources = {
    jsonLd: ['Brackwater Echo'],
    meta: ['Ada Brannoch', 'ada brannoch'],
    bylines: ['By Joris Vellema'],
    listed: [],
    siteNames: ['Brackwater Echo'],
  }
  assert.deepEqual(findAuthors(sources), ['Ada Brannoch'])
})
