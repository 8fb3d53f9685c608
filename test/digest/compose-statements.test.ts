import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeStatements, type StatementOrder } from '../../src/digest/compose-statements.ts'
import type { Statement } from '../../src/statement/statement.ts'
import { type ArticleSketch, sampleArticle } from './sample-article.ts'
import { sampleStatement } from './sample-statement.ts'

const TEXT =
  '“We will open the bridge before the winter comes.” said one. “Nobody will cross it before we say so.” said another.'
const FIRST = '“We will open the bridge before the winter comes.”'
const SECOND = '“Nobody will cross it before we say so.”'

function article(articleId: string, statements: readonly Statement[], more: ArticleSketch = {}) {
  return sampleArticle({ articleId, outlet: `Outlet ${articleId}`, text: TEXT, statements, ...more })
}

function said(statements: readonly Statement[], order: Partial<StatementOrder> = {}) {
  return composeStatements({ articles: [article('a', statements)], newOnly: false, limit: 3, ...order })
}

test('a statement has speaker, office of the day, words, and where there are several outlets who had it first', () => {
  const statement = sampleStatement(TEXT, FIRST, {
    role: { printed: 'the mayor', roleId: 'mayor-of-skerry' },
    carriedBy: ['Orbis Press'],
  })
  const articles = [article('a', [statement]), article('b', [])]
  assert.deepEqual(said([], { articles, roleNames: new Map([['mayor-of-skerry', 'Mayor of Skerry']]) }).statements, [
    { speaker: 'Viktor Example', role: 'Mayor of Skerry', words: FIRST, origin: 'first in Outlet a, via Orbis Press' },
  ])
})

test('without a known office the printed one is told, without its article; an office that is the name is told once', () => {
  const printed = sampleStatement(TEXT, FIRST, { role: { printed: 'the mayor' } })
  assert.equal(said([printed]).statements[0]?.role, 'mayor')
  const office = { ...printed, speaker: { ...printed.speaker, name: 'The mayor' } }
  assert.equal(said([office]).statements[0]?.role, undefined)
})

test('own words come before reported ones, offices before names, names before nobody’s; every speaker once, then again', () => {
  const role = { printed: 'mayor' }
  const statements = [
    sampleStatement(TEXT, 'reported', { kind: 'indirect', speaker: { name: 'A' } }),
    sampleStatement(TEXT, 'unnamed', { speaker: { name: 'an official', kind: 'unnamed' } }),
    sampleStatement(TEXT, 'named', { speaker: { name: 'B' } }),
    sampleStatement(TEXT, 'held', { speaker: { name: 'C' }, role }),
    sampleStatement(TEXT, 'held again', { speaker: { name: 'C' }, role, confidence: 0.5 }),
  ]
  const all = said(statements, { limit: 9 })
  assert.deepEqual(
    all.statements.map((each) => each.words),
    ['held', 'named', 'unnamed', 'reported', 'held again'],
  )
  const few = said(statements)
  assert.equal(few.statements.length, 3)
  assert.equal(few.moreStatementCount, 2)
})

test('what nobody by name is reported to have said is left out', () => {
  const gossip = sampleStatement(TEXT, 'gossip', { kind: 'indirect', speaker: { name: 'It', kind: 'unnamed' } })
  assert.deepEqual(said([gossip]), { statements: [], moreStatementCount: 0 })
})

test('long words are cut at a word’s end and stay a quotation; a comma before the closing mark goes', () => {
  const long = `“${'many words '.repeat(40)}end”`
  const words = said([sampleStatement(long, long)]).statements[0]?.words ?? ''
  assert.ok(words.length <= 200 && words.length > 180, words)
  assert.match(words, /^“many words .*(?:many|words)…”$/)
  assert.equal(said([sampleStatement(TEXT, '"As it is,"')]).statements[0]?.words, '"As it is"')
})

test('of a follow-up only what is new is told', () => {
  const statements = [sampleStatement(TEXT, FIRST), sampleStatement(TEXT, SECOND, { speaker: { name: 'B' } })]
  const start = TEXT.indexOf(SECOND)
  const newFacts = [{ kind: 'statement', words: SECOND, start, end: start + SECOND.length }] as const
  const articles = [article('a', statements, { newFacts })]
  assert.deepEqual(
    said([], { articles, newOnly: true }).statements.map((each) => each.words),
    [SECOND],
  )
})

test('what the snippet quotes is not told again', () => {
  const statements = [sampleStatement(TEXT, FIRST), sampleStatement(TEXT, SECOND, { speaker: { name: 'B' } })]
  const quoted = { articleId: 'a', start: 0, end: 10 }
  assert.deepEqual(
    said(statements, { quoted }).statements.map((each) => each.words),
    [SECOND],
  )
})

test('words in another language say so', () => {
  const articles = [article('a', [sampleStatement(TEXT, FIRST)], { language: 'uk' })]
  assert.equal(said([], { articles }).statements[0]?.language, 'uk')
})
