import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flightPiece, readFlight } from '../../src/article/read-flight.ts'

test('rows end with their lines', () => {
  assert.deepEqual(valuesOf('1:"a"\n2:["b"]\n'), ['json "a"', 'json ["b"]'])
})

test('a text has its length in bytes of UTF-8 before it, and the next row follows at once', () => {
  assert.deepEqual(valuesOf('1a:Tc,Їжак\n€2:"b"'), ['text Їжак\n€', 'json "b"'])
  assert.deepEqual(valuesOf('1:T4,😀2:"b"'), ['text 😀', 'json "b"'])
})

test('a text that is cut off is read as far as it goes', () => {
  assert.deepEqual(valuesOf('1:Tffff,so far'), ['text so far'])
})

test('what is no row is one line', () => {
  assert.deepEqual(valuesOf('loose\n2:"b"'), ['json loose', 'json "b"'])
  assert.deepEqual(valuesOf(''), [])
})

test('a script’s piece is what stands between its quotes', () => {
  assert.equal(flightPiece('self.__next_f.push([1,"1:T5,"])'), '1:T5,')
  assert.equal(flightPiece('self.__next_f.push([0])'), undefined)
  assert.equal(flightPiece('window.__STATE__ = {"a":"b"}'), undefined)
})

function valuesOf(stream: string): readonly string[] {
  return readFlight(stream).map(({ isText, value }) => `${isText ? 'text' : 'json'} ${value}`)
}
