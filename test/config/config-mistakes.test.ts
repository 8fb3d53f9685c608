import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { ConfigError } from '../../src/config/config-error.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/config')

describe('a wrong config is refused with the exact message', () => {
  for (const mistake of readdirSync(fixtures)) {
    it(mistake, async () => {
      const dir = join(fixtures, mistake)
      const expected = readFileSync(join(dir, 'expected.txt'), 'utf8')
      await assert.rejects(loadConfig(dir, readEnvironment({})), (error) => {
        assert.ok(error instanceof ConfigError)
        assert.equal(`${error.message.replaceAll(dir, 'config')}\n`, expected)
        return true
      })
    })
  }
})
