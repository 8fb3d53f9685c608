import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runJob } from '../../src/pipeline/run-job.ts'
import { openLoopbackDesk, page, rss, send } from './loopback-desk.ts'

const FEED = rss([{ path: '/plan', title: 'A plan' }])
const PLAN = page('A plan', 'The mayor showed a peace plan for the harbour to the islands on Friday evening.')

test('a match remembers the version of its topic, and a tick tells how many articles an edit makes due', async () => {
  await using desk = await openLoopbackDesk((request, response) =>
    send(response, 200, request.url === '/feed' ? FEED : PLAN),
  )
  const { ports, store } = desk.desk
  const load = async () => (await store.loadArchivePage({ since: 0, limit: 9 })).articles[0]?.matches[0]
  await desk.round()
  const before = await load()
  await desk.edit({ topics: 'topics:\n  - { id: peace, name: Peace at last, any: [peace plan] }\n' })
  assert.equal((await runJob(ports, { step: 'tick' })).rematchCount, 0)
  await desk.edit({ topics: 'topics:\n  - { id: peace, any: [peace plan, truce] }\n' })
  assert.equal((await runJob(ports, { step: 'tick' })).rematchCount, 1)
  await desk.round()
  const after = await load()
  assert.notEqual(before?.topicVersion, undefined)
  assert.notEqual(after?.topicVersion, before?.topicVersion)
  assert.equal(after?.matchedAt, before?.matchedAt)
})
