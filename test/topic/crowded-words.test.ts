import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileTopics, matchingTopics, matchTopics } from '../../src/topic/match-topics.ts'
import { hashLetters } from '../../src/topic/scan-words.ts'
import { sampleText, sampleTopic } from './match-query.ts'
import { sampleBook } from './sample-book.ts'

/** Letters 32 places apart weigh the same in the hash of a word, so that swapping two of them leaves it as it is. */
const words = Array.from({ length: 200 }, (_, number) => {
  const first = Array.from({ length: 32 }, (_, place) => ((number >> (place % 8)) & 1 ? 'x' : 'y'))
  return [...first, ...first.map((letter) => (letter === 'x' ? 'y' : 'x'))].join('')
})
const topics = words.map((word) => sampleTopic({ id: word, any: [`=${word}`] }))

test('words that somebody made up to have one hash are still told apart', () => {
  const hashes = words.map((word) =>
    hashLetters(
      Uint16Array.from(word, (letter) => letter.charCodeAt(0)),
      0,
      word.length,
    ),
  )
  assert.equal(new Set(hashes).size, 1)
  const compiled = compileTopics(topics, sampleBook)
  assert.deepEqual(matchingTopics(compiled, sampleText({ body: words.join(' ') })), words)
  for (const word of [words[0], words[100], words[199]])
    assert.deepEqual(matchingTopics(compiled, sampleText({ body: word ?? '' })), [word])
})

test('what matches is the same with evidence and without', () => {
  const compiled = compileTopics(topics, sampleBook)
  const text = sampleText({ body: words.slice(50, 60).join(', ') })
  assert.deepEqual(
    matchTopics(compiled, text).map(({ topicId }) => topicId),
    matchingTopics(compiled, text),
  )
})
