import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inventArticle } from '../../bench/accuracy/invent-article.ts'
import { countFalsePairs, shareFound, traitsOf } from '../../bench/accuracy/score-copies.ts'
import { judgeCopy } from '../../src/story/judge-copy.ts'
import { openCopyIndex } from '../../src/story/open-copy-index.ts'

for (const { kind, least } of [
  { kind: 'boilerplate', least: 1 },
  { kind: 'cut', least: 1 },
  { kind: 'light', least: 1 },
  { kind: 'heavy', least: 0.85 },
] as const) {
  test(`copies with ${kind} changes are found`, () => {
    assert.ok(shareFound(kind, 60) >= least)
  })
}

test('articles that have nothing to do with each other are no copies', () => {
  assert.equal(countFalsePairs(20_000, 300), 0)
})

test('the relation says which way round', () => {
  const relations: readonly (readonly [number, number, string | undefined])[] = [
    [1, 0.9, 'copy'],
    [1, 0.3, 'cut'],
    [0.4, 1, 'contains'],
    [0.1, 1, undefined],
    [0.4, 0.4, 'update'],
    [0.1, 0.1, undefined],
  ]
  for (const [ofThis, ofOther, relation] of relations) {
    assert.equal(judgeCopy({ sharedCount: 30, ofThis, ofOther }), relation)
  }
  assert.equal(judgeCopy({ sharedCount: 2, ofThis: 1, ofOther: 1 }), undefined)
})

test('what is older than asked for is forgotten', () => {
  const index = openCopyIndex()
  const text = inventArticle(1, 300)
  index.add(traitsOf('early', text))
  assert.equal(index.find(traitsOf('late', text))?.ofArticleId, 'early')
  index.forgetBefore(1)
  assert.equal(index.find(traitsOf('late', text)), undefined)
})

test('the tables grow: all of a few thousand articles are found again', () => {
  const index = openCopyIndex()
  const all = Array.from({ length: 2_000 }, (_, at) => traitsOf(`a${at}`, inventArticle(at + 1, 80)))
  for (const traits of all) index.add(traits)
  for (const traits of all) {
    assert.equal(index.find({ ...traits, articleId: 'other' })?.ofArticleId, traits.articleId)
  }
})
