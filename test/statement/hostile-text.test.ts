import assert from 'node:assert/strict'
import { it } from 'node:test'
import { extractStatements } from '../../src/statement/extract-statements.ts'
import { spokenText } from './spoken-text.ts'

const nobody = { roles: [], people: [], aliases: {} }
const MEGABYTE = 1_000_000

/** Each would take hours if any part of it were read again for every mark or word. */
const cases: Readonly<Record<string, string>> = {
  'a hundred thousand straight marks': '"'.repeat(100_000),
  'marks that open and never close': ' “a'.repeat(100_000),
  'nested marks': '««»'.repeat(100_000),
  'apostrophes that look like marks': " 'a b c d".repeat(50_000),
  'one paragraph of a megabyte': 'Jane Example said that the sea is cold and '.repeat(MEGABYTE / 43),
  'commas only': 'Jane Example, '.repeat(70_000),
  'reporting verbs only': 'said '.repeat(200_000),
  'capitals only': 'Example '.repeat(120_000),
  'dashes only': '– сказав – '.repeat(60_000),
  'colons only': ': '.repeat(300_000),
}

for (const [name, body] of Object.entries(cases)) {
  for (const language of ['en', 'uk']) {
    it(`ends on ${name}, read as ${language}`, { timeout: 60_000 }, () => {
      const text = spokenText(['x'], language)
      const block = { kind: 'paragraph' as const, start: 0, end: body.length }
      const found = extractStatements(
        { ...text, body, blocks: [block], passages: [{ start: 0, end: body.length }] },
        nobody,
      )
      for (const { start, end, text: printed } of found) assert.equal(body.slice(start, end), printed)
    })
  }
}

it('says nothing in a language it does not know', () =>
  assert.deepEqual(extractStatements(spokenText(['"A long enough quote," said Jane Example.'], 'xx'), nobody), []))
