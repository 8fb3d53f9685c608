import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { explainMissed, forbiddenFound, isChainFound, loadRecordedPages } from './recorded-pages.ts'

const pages = loadRecordedPages()

for (const recorded of pages) {
  describe(`what is said on ${recorded.page}`, () => {
    for (const wanted of recorded.statements) {
      it(`${wanted.kind}, ${wanted.speaker}: ${wanted.text.slice(0, 60)}`, () =>
        assert.equal(explainMissed(recorded, wanted), undefined))
    }
    it('nothing else in quotation marks or beside the text', () => assert.deepEqual(forbiddenFound(recorded), []))
    for (const chain of recorded.chains) {
      it(`${chain.speaker} carried by ${chain.via.join(' and ')}`, () => assert.ok(isChainFound(recorded, chain)))
    }
  })
}

describe('people and offices', () => {
  const said = pages.flatMap(({ day, found }) => found.map((statement) => ({ ...statement, day })))
  const cases = [
    ['jens-stoltenberg', '2024-06-14', 'nato-secretary-general'],
    ['mark-rutte', '2024-12-12', 'nato-secretary-general'],
    ['vladimir-putin', '2024-06-14', 'president-of-russia'],
    ['mircea-geoana', '2024-06-14', 'nato-deputy-secretary-general'],
  ] as const
  for (const [person, day, role] of cases) {
    it(`${person} speaks as ${role}`, () =>
      assert.ok(
        said.some(
          (statement) =>
            statement.speaker.personId === person && statement.day === day && statement.role?.roleId === role,
        ),
      ))
  }
})
