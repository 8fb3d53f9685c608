import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { z } from 'zod'

const root = join(import.meta.dirname, '../..')
const instructions = readInstructions(readFileSync(join(root, 'Dockerfile'), 'utf8'))
const ignored = readFileSync(join(root, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

function readInstructions(text: string): { readonly word: string; readonly rest: string }[] {
  const lines = text.replaceAll(/\\\n\s*/g, '').split('\n')
  const said = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return said.map((line) => ({ word: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }))
}

function restsOf(word: string): string[] {
  return instructions.filter((each) => each.word === word).map((each) => each.rest)
}

/** Whether Docker leaves a path out: the last line that speaks of it, or of a folder above it, decides. */
function isIgnored(path: string): boolean {
  const parts = path.split('/')
  const above = parts.map((_, index) => parts.slice(0, index + 1).join('/'))
  let verdict = false
  for (const line of ignored) {
    const pattern = new RegExp(`^${line.replace(/^!/, '').replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`)
    if (above.some((each) => pattern.test(each))) verdict = !line.startsWith('!')
  }
  return verdict
}

describe('Dockerfile', () => {
  it('has the Node that the project is tested with', () => {
    const form = z.object({ devDependencies: z.object({ node: z.string() }) })
    const { devDependencies } = form.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
    for (const base of restsOf('FROM')) assert.match(base, new RegExp(`^node:${devDependencies.node}-\\w+-slim( AS|$)`))
  })

  it('copies what is there and not ignored', () => {
    const copies = restsOf('COPY').filter((rest) => !rest.startsWith('--from='))
    const sources = copies.flatMap((rest) =>
      rest
        .replace(/^--\S+ /, '')
        .split(' ')
        .slice(0, -1),
    )
    assert.ok(sources.length > 5)
    for (const source of sources) {
      assert.ok(existsSync(join(root, source)), `${source} is not there`)
      assert.ok(!isIgnored(source), `${source} is in .dockerignore`)
    }
  })

  it('leaves secrets, history and what the desk wrote out of the image', () => {
    for (const path of ['.env', '.git', 'node_modules', 'var/nightdesk.sqlite', 'fixtures/config/bad-id'])
      assert.ok(isIgnored(path), path)
  })

  it('installs no development dependency and runs no install script', () => {
    const installs = restsOf('RUN').filter((rest) => rest.includes('npm '))
    assert.equal(installs.length, 1)
    assert.match(installs[0] ?? '', /^npm ci --omit=dev --ignore-scripts\b/)
  })

  it('ends as another user than root', () => assert.match(restsOf('USER').at(-1) ?? '', /^[1-9]\d*:[1-9]\d*$/))

  it('runs the desk without a shell in between, so that it gets SIGTERM', () => {
    assert.deepEqual(
      restsOf('ENTRYPOINT').map((rest) => JSON.parse(rest)),
      [['node', 'bin/nightdesk.js']],
    )
    assert.deepEqual(
      restsOf('CMD').map((rest) => JSON.parse(rest)),
      [['start']],
    )
  })

  it('asks the desk itself for its health', () => {
    const [check = ''] = restsOf('HEALTHCHECK')
    const command = JSON.parse(check.slice(check.indexOf('CMD ') + 4))
    assert.deepEqual(command, ['node', 'bin/nightdesk.js', 'status', '--health'])
  })
})
