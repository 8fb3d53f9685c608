import assert from 'node:assert/strict'
import { execFile as execFileWithCallback } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { serve } from './serve.ts'

const execFile = promisify(execFileWithCallback)
const worker = join(import.meta.dirname, 'fetch-in-process.ts')

test('two processes together have no more than two requests in flight at a slow host', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'nightdesk-turns-'))
  t.after(() => rm(folder, { recursive: true }))
  let inFlight = 0
  let most = 0
  await using server = await serve((_request, response) => {
    most = Math.max(most, ++inFlight)
    // Longer than two gaps: without the visits in the database, others would start.
    setTimeout(() => {
      inFlight--
      response.end('<rss/>')
    }, 1600)
  })
  const fetchTwo = () =>
    execFile(process.execPath, [worker, join(folder, 'desk.sqlite'), `${server.url}/one`, `${server.url}/two`])
  const results = await Promise.all([fetchTwo(), fetchTwo()])
  for (const { stdout } of results) assert.deepEqual(JSON.parse(stdout), ['fresh', 'fresh'])
  assert.equal(most, 2)
})
