import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compileTopics, matchTopics } from '../../src/topic/match-topics.ts'
import { parsePhrase } from '../../src/topic/parse-phrase.ts'
import { parseQuery } from '../../src/topic/parse-query.ts'
import type { Topic } from '../../src/topic/topic.ts'
import { sampleTopic } from './match-query.ts'
import { isTrue, type PlainText } from './plain-evaluator.ts'

/** Topics held against texts; `PAIRS=100000 node --test` runs more of them. */
const pairCount = Number(process.env.PAIRS ?? 5_000)
const TOPICS_AT_ONCE = 5

const book = { roles: [], people: [], aliases: {} }
const WORDS = [
  'peace',
  'plan',
  'plans',
  'Plan',
  'offer',
  'offers',
  'cease',
  'fire',
  'ceasefire',
  'cease-fire',
  'fires',
  'OFAC',
]
const MORE_WORDS = ['мир', 'миру', 'мирний', 'план', 'Plän', 'Pläne', 'le', "miller's", 'U.S.', 'St. Plan']
const word = fc.constantFrom(...WORDS, ...WORDS, ...MORE_WORDS)
const gap = fc.constantFrom(' ', ' ', ' ', ' ', ' ', '-', ', ', '. ', ' “', ' – ', '\n\n', '\n')
const prose = (maxLength: number) =>
  fc.array(fc.tuple(word, gap), { maxLength }).map((pairs) => pairs.map(([each, after]) => each + after).join(''))
const plainText: fc.Arbitrary<PlainText> = fc.record({
  title: prose(6),
  body: prose(40),
  language: fc.constantFrom('en', 'en', 'uk', 'ru', 'de', 'pl', 'es'),
})

const distance = fc.integer({ min: 0, max: 4 })
const phrase = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 1, arbitrary: word.map((each) => `=${each}`) },
  { weight: 1, arbitrary: fc.constantFrom('pea*', 'pla*', 'ceasef*', 'fir*', 'мир*', 'off*') },
  { weight: 2, arbitrary: fc.tuple(word, word).map(([left, right]) => `"${left} ${right}"`) },
  { weight: 2, arbitrary: fc.tuple(word, word, word, distance).map(([a, b, c, n]) => `"${a} ${b} ${c}"~${n}`) },
  { weight: 2, arbitrary: fc.tuple(word, word, distance).map(([left, right, n]) => `"${left} ${right}"~${n}`) },
)
const field = fc.constantFrom('title:', 'body:', 'lead:')
const near = fc.constantFrom('NEAR', 'ONEAR')
const queries = fc.letrec<{ side: string; query: string }>((tie) => ({
  side: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'side' },
    phrase,
    fc.tuple(field, phrase).map(([name, each]) => `${name}${each}`),
    fc.tuple(tie('side'), tie('side')).map(([left, right]) => `(${left} OR ${right})`),
    fc.tuple(tie('side'), near, distance, tie('side')).map(([left, by, n, right]) => `(${left} ${by}/${n} ${right})`),
  ),
  query: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'query' },
    tie('side'),
    tie('side'),
    fc.tuple(tie('query'), tie('query')).map(([left, right]) => `(${left} AND ${right})`),
    fc.tuple(tie('query'), tie('query')).map(([left, right]) => `(${left} OR ${right})`),
    fc.tuple(tie('query'), tie('query')).map(([left, right]) => `(${left} NOT ${right})`),
    fc.tuple(fc.constantFrom('sentence', 'paragraph'), tie('query')).map(([unit, each]) => `${unit}(${each})`),
  ),
}))
const lists = fc.record({
  any: fc.array(phrase, { minLength: 1, maxLength: 3 }),
  all: fc.array(phrase, { maxLength: 2 }),
  none: fc.array(word, { maxLength: 1 }),
})
const scores = fc.record({
  atLeast: fc.integer({ min: 1, max: 12 }),
  terms: fc.array(fc.record({ query: queries.side.filter(isQuery), weight: fc.integer({ min: -4, max: 6 }) }), {
    minLength: 1,
    maxLength: 5,
  }),
})
const topic: fc.Arbitrary<Topic> = fc.oneof(
  { weight: 3, arbitrary: queries.query.filter(isQuery).map((query) => sampleTopic({ query })) },
  { weight: 1, arbitrary: lists.map(sampleTopic) },
  { weight: 1, arbitrary: scores.map((score) => sampleTopic({ score })) },
)

function isQuery(source: string): boolean {
  return parseQuery(source, book).kind === 'query'
}

function plainly({ any, all, none, query, score }: Topic, text: PlainText): boolean {
  if (score !== undefined) {
    const weights = score.terms.map((term) => (plainly(sampleTopic({ query: term.query }), text) ? term.weight : 0))
    return weights.reduce((sum, weight) => sum + weight, 0) >= score.atLeast
  }
  const stands = (entry: string) => {
    const parsed = parsePhrase(entry, book)
    return parsed.kind === 'query' && isTrue(parsed.query, text)
  }
  const parsed = query === undefined ? undefined : parseQuery(query, book)
  if (parsed !== undefined) return parsed.kind === 'query' && isTrue(parsed.query, text)
  return any.some(stands) && all.every(stands) && !none.some(stands)
}

test(`the engine says what the plain evaluator says, ${pairCount} times`, () => {
  const manyTopics = fc.array(topic, { minLength: TOPICS_AT_ONCE, maxLength: TOPICS_AT_ONCE })
  fc.assert(
    fc.property(manyTopics, plainText, (topics, text) => {
      const named = topics.map((each, index) => ({ ...each, id: `${index}` }))
      const matched = matchTopics(compileTopics(named, book), { ...text, source: 'full' }).map(({ topicId }) => topicId)
      const expected = named.filter((each) => plainly(each, text)).map(({ id }) => id)
      assert.deepEqual(matched, expected)
    }),
    { seed: 20_240_614, numRuns: Math.ceil(pairCount / TOPICS_AT_ONCE) },
  )
})
