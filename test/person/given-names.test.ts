import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pronounOfGivenName } from '../../src/person/given-names.ts'

const cases = [
  ['Thomas', 'he'],
  ['KATHARINA', 'she'],
  ['Jean-Pierre', undefined],
  ['Anne-Sophie', 'she'],
  ['Олена', 'she'],
  ['Сергій', 'he'],
  ['Andrea', undefined],
  ['Robin', undefined],
  ['Александра', undefined],
  ['Korvyn', undefined],
  ['', undefined],
] as const

describe('the pronoun of a given name', () => {
  for (const [name, pronoun] of cases) {
    it(`${name === '' ? 'no name' : name}: ${pronoun ?? 'left open'}`, () =>
      assert.equal(pronounOfGivenName(name), pronoun))
  }
})
