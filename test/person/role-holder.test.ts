import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PeopleBook } from '../../src/person/person.ts'
import { roleHolder } from '../../src/person/role-holder.ts'

const book: PeopleBook = {
  roles: [
    { id: 'chief', names: [] },
    { id: 'deputy', names: [] },
  ],
  people: [
    { id: 'doe', name: 'Doe', names: [], held: [{ role: 'chief', from: '2014-10-01', to: '2024-10-01' }] },
    {
      id: 'roe',
      name: 'Roe',
      names: [],
      held: [
        { role: 'deputy', from: '2020-01-01', to: '2021-01-01' },
        { role: 'chief', from: '2024-10-01' },
      ],
    },
  ],
  aliases: {},
}

describe('roleHolder', () => {
  const cases = [
    ['chief', '2024-06-14T18:00:00Z', 'doe'],
    ['chief', '2024-09-30T23:59:59Z', 'doe'],
    ['chief', '2024-10-01T00:00:00Z', 'roe'],
    ['chief', '2035-01-01T00:00:00Z', 'roe'],
    ['chief', '2014-09-30T23:59:59Z', undefined],
    ['deputy', '2020-06-01T00:00:00Z', 'roe'],
    ['deputy', '2021-01-01T00:00:00Z', undefined],
    ['cook', '2024-06-14T00:00:00Z', undefined],
    ['chief', 'no date', undefined],
  ] as const
  for (const [role, moment, id] of cases) {
    it(`${role} at ${moment}: ${id ?? 'nobody'}`, () =>
      assert.equal(roleHolder(book, role, Date.parse(moment))?.id, id))
  }
})
