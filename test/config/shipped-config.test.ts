import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { configFiles } from '../../src/config/config-files.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'
import { renderSchemas } from '../../src/config/render-schemas.ts'
import { roleHolder } from '../../src/person/role-holder.ts'
import { compileTopics, matchTopics } from '../../src/topic/match-topics.ts'

const dir = join(import.meta.dirname, '../../config')

describe('the shipped config', () => {
  it('is good, and is a desk', async () => {
    const config = await loadConfig(dir, readEnvironment({}))
    assert.ok(config.feeds.length >= 20)
    assert.deepEqual(
      config.topics.map(({ id }) => id),
      ['peace-proposals', 'nato-statements'],
    )
    assert.equal(config.digests[0]?.at, '07:00')
  })

  it('names its schema in the first line of every file', () => {
    for (const file of configFiles) {
      const schema = file.replace('.yaml', '.schema.json')
      const [first] = readFileSync(join(dir, file), 'utf8').split('\n', 1)
      assert.equal(first, `# yaml-language-server: $schema=./schema/${schema}`)
    }
  })

  it('has the schemas that the code checks by (npm run schema)', () => {
    const schemas = renderSchemas()
    assert.deepEqual(readdirSync(join(dir, 'schema')).toSorted(), [...schemas.keys()].toSorted())
    for (const [name, schema] of schemas) assert.equal(readFileSync(join(dir, 'schema', name), 'utf8'), schema)
  })

  it('knows who spoke for the alliance on a day', async () => {
    const { people } = await loadConfig(dir, readEnvironment({}))
    const cases = [
      ['nato-secretary-general', '2024-06-14', 'jens-stoltenberg'],
      ['nato-secretary-general', '2024-12-12', 'mark-rutte'],
      ['nato-deputy-secretary-general', '2024-02-01', 'mircea-geoana'],
      ['nato-deputy-secretary-general', '2024-10-15', undefined],
    ] as const
    for (const [role, day, id] of cases) assert.equal(roleHolder(people, role, Date.parse(day))?.id, id)
  })

  it('tells peace proposals from what only looks like them', async () => {
    const { topics, people } = await loadConfig(dir, readEnvironment({}))
    const compiled = compileTopics(topics, people)
    const cases = [
      ['Kremlin makes a "peace" offer to Ukraine', ['peace-proposals']],
      ['Alliance chief rejects cease-fire terms for Ukraine', ['peace-proposals']],
      ['Ukraine renews its plan to join NATO', []],
      ['Chess: champion accepts peace offer of Ukraine grandmaster', []],
      ['Peace talks in the wage dispute', []],
      ['Генсек НАТО Марк Рютте: мирні переговори щодо України', ['peace-proposals']],
      ['Кремль отверг мирный план Украины', ['peace-proposals']],
      ['NATO-Generalsekretär warnt vor einer Waffenruhe in der Ukraine', ['peace-proposals']],
    ] as const
    for (const [title, ids] of cases) {
      const matches = matchTopics(compiled, { title, body: '', source: 'summary' })
      assert.deepEqual(
        matches.map(({ topicId }) => topicId),
        ids,
        title,
      )
    }
  })
})
