import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'

const root = join(import.meta.dirname, '..', '..')

function bench(...args: readonly string[]) {
  const env = { ...process.env, ...(process.env.TEST_REDIS_URL && { REDIS_URL: process.env.TEST_REDIS_URL }) }
  return spawnSync(process.execPath, [join(root, 'bench', 'run.ts'), ...args], { encoding: 'utf8', env })
}

describe('the pipeline bench, with few feeds', () => {
  let stdout = ''
  before(() => {
    const run = bench('pipeline', '--quick')
    assert.equal(run.status, 0, run.stderr)
    stdout = run.stdout
  })

  function cells(label: string): readonly string[] {
    const line = stdout.split('\n').find((each) => each.startsWith(`${label}   `))
    assert.ok(line, `${label} in ${stdout}`)
    return line
      .slice(label.length)
      .trim()
      .split(/\s{3,}/)
  }

  test('reads all articles in both ways to run, and finds the same matches', () => {
    assert.deepEqual(cells('articles'), ['50', '50'])
    const [here, throughRedis] = cells('matches')
    assert.ok(Number(here) > 0)
    assert.equal(throughRedis, here)
  })

  test('tells speed, cost and memory of both ways to run', () => {
    for (const label of ['articles per second', 'CPU seconds per article', 'peak memory, MB']) {
      const figures = cells(label).map(Number)
      assert.equal(figures.length, 2)
      assert.ok(
        figures.every((figure) => figure > 0),
        label,
      )
    }
  })

  for (const { what, from, to, parts } of [
    {
      what: 'CPU time among the threads',
      from: 'CPU time by thread',
      to: 'Busy time',
      parts: ['extraction threads', 'main thread'],
    },
    {
      what: 'busy time of the main thread among the parts',
      from: 'Busy time',
      to: 'busy, of the time',
      parts: ['fetch (HTTP)', 'parse feeds', 'matching', 'database'],
    },
  ]) {
    test(`divides all ${what}`, () => {
      const table = stdout.slice(stdout.indexOf(from), stdout.indexOf(to))
      const shares = [...table.matchAll(/(\d+\.\d) %/g)].map((match) => Number(match[1]))
      for (const way of [0, 1]) {
        const sum = shares.filter((_, index) => index % 2 === way).reduce((total, share) => total + share, 0)
        assert.ok(Math.abs(sum - 100) < 1, `${sum} % in ${table}`)
      }
      for (const part of parts) assert.ok(table.includes(part), part)
    })
  }
})

test('a bench that is not there is told with those that are', () => {
  const run = bench('speed')
  assert.equal(run.status, 2)
  assert.match(run.stderr, /expected .*pipeline.*, got speed/)
})
