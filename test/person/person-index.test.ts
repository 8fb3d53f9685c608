import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PeopleBook } from '../../src/person/person.ts'
import { findPerson, findRole, indexPeople } from '../../src/person/person-index.ts'

const book: PeopleBook = {
  roles: [{ id: 'harbour-master', names: ['Harbour Master', 'chief of the port'] }],
  people: [
    { id: 'joe', name: 'Joe Example', names: ['Example', 'Приклад'], held: [] },
    { id: 'ida', name: 'Ida Modelská', names: ['Modelská'], held: [] },
    { id: 'rob', name: 'Rob Sample', names: [], held: [] },
  ],
  aliases: { Example: ['Egzample'] },
}

describe('findPerson', () => {
  const cases = [
    ['Joe Example', 'joe'],
    ['Example', 'joe'],
    ['Jill Example', undefined],
    ['Egzample', 'joe'],
    ['Приклада', 'joe'],
    ['Іван Приклад', 'joe'],
    ['Modelska', 'ida'],
    ['Sample', undefined],
    ['Rob Sample', 'rob'],
  ] as const
  for (const [name, id] of cases)
    it(`${name}: ${id ?? 'nobody'}`, () => assert.equal(findPerson(indexPeople(book), name.split(' '))?.id, id))
})

describe('findPerson in Polish texts', () => {
  const cases = [
    ['Modelska', 'ida'],
    ['Modelskiej', 'ida'],
    ['Ida Modelską', 'ida'],
    ['Joe Example', 'joe'],
    ['Modelarz', undefined],
  ] as const
  for (const [name, id] of cases)
    it(`${name}: ${id ?? 'nobody'}`, () => assert.equal(findPerson(indexPeople(book), name.split(' '), 'pl')?.id, id))
})

describe('findRole', () => {
  const cases = [
    ['the harbour master', 'harbour-master'],
    ['Korvin’s chief of the port', 'harbour-master'],
    ['the master', undefined],
  ] as const
  for (const [printed, id] of cases)
    it(`${printed}: ${id ?? 'none'}`, () => assert.equal(findRole(indexPeople(book), printed), id))
})
