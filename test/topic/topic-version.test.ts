import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PeopleBook } from '../../src/person/person.ts'
import type { Topic } from '../../src/topic/topic.ts'
import { topicVersions, versionOfAll } from '../../src/topic/topic-version.ts'

const BOOK: PeopleBook = { roles: [], people: [], aliases: { Northport: ['Nordhafen'] } }
const TOPIC: Topic = { id: 'harbour', name: 'Harbour', any: ['harbour'], all: [], none: [] }
const OTHER: Topic = { ...TOPIC, id: 'ice', any: ['ice'] }

function versionOf(topic: Topic, book = BOOK): string | undefined {
  return topicVersions([topic], book).get('harbour')
}

test('a topic has another version when what it matches may change, and only then', () => {
  const cases: readonly (readonly [string, Topic, PeopleBook, boolean])[] = [
    ['a phrase', { ...TOPIC, any: ['harbours'] }, BOOK, true],
    ['a query', { ...TOPIC, query: 'ice' }, BOOK, true],
    ['a language', { ...TOPIC, languages: ['en'] }, BOOK, true],
    ['an alias', TOPIC, { ...BOOK, aliases: { Northport: ['Port du Nord'] } }, true],
    ['its name', { ...TOPIC, name: 'The harbour' }, BOOK, false],
    ['its priority and what it shows', { ...TOPIC, priority: 3, show: 'harbour' }, BOOK, false],
  ]
  for (const [what, topic, book, isOther] of cases) {
    assert.equal(versionOf(topic, book) !== versionOf(TOPIC), isOther, what)
  }
})

test('an edit of one topic leaves the version of another, and the order of topics leaves all', () => {
  const before = topicVersions([TOPIC, OTHER], BOOK)
  const after = topicVersions([{ ...OTHER, any: ['frost'] }, TOPIC], BOOK)
  assert.equal(after.get('harbour'), before.get('harbour'))
  assert.notEqual(after.get('ice'), before.get('ice'))
  assert.equal(versionOfAll(topicVersions([OTHER, TOPIC], BOOK)), versionOfAll(before))
  assert.notEqual(versionOfAll(after), versionOfAll(before))
})
