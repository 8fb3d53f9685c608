import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readState } from '../../src/article/read-state.ts'

const prose =
  'The council of Brackwater voted on Friday to keep the "old" ferry running for another year.\nNobody wept.'
const state = { menu: ['News', 'Sport'], article: { id: 7, body: prose } }
const json = JSON.stringify(state)

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['data as JSON', [json]],
  ['data set by a script', [`window.__STATE__ = ${json};`]],
  ['data sent as a string of JSON', [`self.__next_f.push([1,${JSON.stringify(`5:${json}`)}])`]],
]

for (const [name, sources] of cases)
  test(`finds the running text and its name in ${name}`, () =>
    assert.deepEqual(readState(sources), [{ key: 'body', text: prose }]))

test('addresses, keys and short words are no running text', () => {
  const url = `https://brackwater-echo.example/${'a'.repeat(100)}`
  assert.deepEqual(readState([JSON.stringify({ url, title: 'Ferry stays', [prose]: 1 })]), [])
})

test('a string that never ends is passed over', () => {
  assert.deepEqual(readState([`{"body": "${prose.replaceAll('"', "'")}`]), [])
})
