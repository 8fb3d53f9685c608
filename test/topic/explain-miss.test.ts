import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compileTopics } from '../../src/topic/compile-topics.ts'
import { describeMiss } from '../../src/topic/describe-miss.ts'
import { explainMiss } from '../../src/topic/explain-miss.ts'
import type { MatchedText } from '../../src/topic/matched-text.ts'
import type { Topic } from '../../src/topic/topic.ts'
import { sampleText, sampleTopic } from './match-query.ts'
import { sampleBook } from './sample-book.ts'

function explain(topic: Partial<Topic>, text: Partial<MatchedText>) {
  return explainMiss(compileTopics([sampleTopic(topic)], sampleBook), 'a', sampleText(text))
}

describe('a topic that does not match says what is missing', () => {
  const nine = 'one two three four five six seven eight nine'
  const cases: readonly (readonly [Partial<Topic>, Partial<MatchedText>, string])[] = [
    [
      { query: 'peace* NEAR/5 (offer OR plan OR deal)' },
      { body: `First.\n\nSecond.\n\nThe peace ${nine} plan.` },
      'needs one of offer|plan|deal within 5 words of peace*; nearest: 9 words, paragraph 3',
    ],
    [
      { query: 'peace ONEAR/5 plan' },
      { body: 'plan and peace' },
      'needs plan within 5 words behind peace; they never stand in this order in one field',
    ],
    [
      { query: 'peace NEAR/1 plan' },
      { title: 'peace and a plan' },
      'needs plan within 1 word of peace; nearest: 2 words, title',
    ],
    [{ query: 'peace NEAR/5 plan' }, { body: 'peace' }, 'needs plan'],
    [
      { any: ['truce', 'peace plan'], all: ['ferry'] },
      { body: 'a plan' },
      'needs ferry\nneeds one of truce|peace plan',
    ],
    [{ query: 'title:ferry AND harbour' }, { body: 'ferry, harbour' }, 'needs ferry in title'],
    [
      { query: 'sentence(ferry AND harbour)' },
      { body: 'A ferry. The harbour.' },
      'needs sentence(ferry AND harbour): all of it stands in the text, but not within one sentence',
    ],
    [{ any: ['ferry'], none: ['chess'] }, { body: 'ferry and Chess' }, 'excluded by none chess: “Chess” in body at 10'],
    [{ query: 'ferry NOT chess' }, { body: 'ferry chess' }, 'excluded by NOT chess: “chess” in body at 6'],
    [
      {
        score: {
          atLeast: 5,
          terms: [
            { query: 'ferry', weight: 3 },
            { query: 'truce', weight: 3 },
          ],
        },
      },
      { body: 'ferry' },
      'needs a score of 5; got 3',
    ],
    [
      { any: ['ferry'], languages: ['uk', 'ru'] },
      { body: 'ferry', language: 'en' },
      'is for languages uk, ru only; got en',
    ],
  ]
  for (const [topic, text, expected] of cases)
    it(expected, () => {
      const miss = explain(topic, text)
      assert.equal(miss === undefined ? 'matches' : describeMiss(miss), expected)
    })

  it('and says nothing when it matches, or is not known', () => {
    assert.equal(explain({ any: ['ferry'] }, { body: 'ferry' }), undefined)
    assert.equal(explainMiss(compileTopics([], sampleBook), 'a', sampleText({})), undefined)
  })

  it('with the place where it comes nearest', () => {
    const miss = explain({ query: 'peace NEAR/1 plan' }, { body: 'Now.\n\npeace is no plan' })
    const [need] = miss?.needs ?? []
    assert.deepEqual(need?.kind === 'distance' && need.nearest, {
      words: 2,
      field: 'body',
      start: 6,
      end: 22,
      paragraph: 2,
    })
  })
})
