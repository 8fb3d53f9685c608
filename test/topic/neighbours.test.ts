import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { evidenceFor } from './match-query.ts'

/** Phrases are looked for only where their words stand behind each other: in all ways in which they can. */
describe('a phrase is found where words of it', () => {
  const cases = [
    ['stand for one in front of the next', '"ceasefire talks"', 'cease fire talks'],
    ['stand for one in front of the next, with a hyphen', '"ceasefire talks"', 'cease-fire talks'],
    ['stand for one behind the one before', '"talks ceasefire"', 'talks cease fire'],
    ['stand for one on both sides', '"ceasefire ceasefire"', 'cease fire cease-fire'],
    ['stand for one in the middle', '"peace ceasefire talks"', 'peace cease fire talks'],
    ['have a full stop between them that the phrase has as well', '"St. Gallen"', 'in St. Gallen'],
    ['stand in another form', '"peace talk"', 'peace talks'],
    ['begin with what was asked for', '"peac* tal*"', 'peaceful talking'],
  ] as const
  for (const [how, query, text] of cases)
    it(how, () => {
      assert.notEqual(evidenceFor({ query }, { body: `Much was said. The ${text} went on.` }), undefined)
      assert.notEqual(evidenceFor({ query: `title:${query}` }, { title: `The ${text} went on` }), undefined)
      assert.notEqual(evidenceFor({ query: `went AND ${query}` }, { body: `The ${text} went on.` }), undefined)
    })
})

describe('a word that is asked for in the title', () => {
  const cases = [
    ['stands there', { title: 'A ceasefire' }, true],
    ['stands there as two', { title: 'A cease fire' }, true],
    ['stands there and behind it', { title: 'A ceasefire', body: 'The ceasefire' }, true],
    ['stands behind it alone', { title: 'News', body: 'A ceasefire' }, false],
  ] as const
  for (const [how, text, isFound] of cases)
    it(how, () => assert.equal(evidenceFor({ query: 'title:ceasefire' }, text) !== undefined, isFound))
})
