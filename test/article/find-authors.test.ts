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
  ['Ada Brannoch (abr), Joris Vellema (jov.)', ['Ada Brannoch', 'Joris Vellema']],
  ['(Image: Some Agency/Stock)', []],
  ['ada-brannoch', []],
  ['新間', ['新間']],
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

const nobody = { jsonLd: [], meta: [], bylines: [], listed: [], siteNames: ['Brackwater Echo'] }

test('the outlet is the author when the page says so for machines and names nobody else', () => {
  assert.deepEqual(findAuthors({ ...nobody, jsonLd: ['Brackwater Echo'] }), ['Brackwater Echo'])
  assert.deepEqual(findAuthors({ ...nobody, jsonLd: ['Brackwater Echo'], listed: ['Ada Brannoch'] }), ['Ada Brannoch'])
})

test('a newsroom of the outlet is the outlet', () => {
  assert.deepEqual(findAuthors({ ...nobody, jsonLd: ['Brackwater Echo Sport'], meta: ['Ada Brannoch'] }), [
    'Ada Brannoch',
  ])
})

test('what is marked as a byline and is no name is none', () => {
  assert.deepEqual(findAuthors({ ...nobody, bylines: ['abr', 'Source: agencies'] }), [])
})
