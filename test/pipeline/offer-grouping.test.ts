import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runJob } from '../../src/pipeline/run-job.ts'
import { MORNING, openLoopbackDesk, page, rss, send } from './loopback-desk.ts'

const FEED = rss([
  { path: '/one', title: 'A plan for the harbour' },
  { path: '/two', title: 'Another plan' },
])
const PLAN = page(
  'A plan for the harbour',
  'The mayor showed a peace plan for the harbour to the islands on Friday evening.',
)

function openDesk() {
  return openLoopbackDesk((request, response) => send(response, 200, request.url === '/feed' ? FEED : PLAN))
}

test('a tick offers grouping once all that was polled is matched, and again when the job is lost', async () => {
  await using desk = await openDesk()
  const { ports, store } = desk.desk
  await desk.round()
  assert.deepEqual(await store.loadStories({ since: 0 }), [])
  const forgetful = { ...ports, enqueue: async () => undefined }
  assert.equal((await runJob(forgetful, { step: 'tick' })).groupingCount, 1)
  assert.equal((await runJob(ports, { step: 'tick' })).groupingCount, 1)
  await desk.queue.idle()
  assert.equal((await runJob(ports, { step: 'tick' })).groupingCount, 0)
  const members = (await store.loadStories({ since: 0 })).flatMap(({ articles }) => articles)
  assert.equal(members.length, 2)
})

test('a digest that is due before its articles were grouped groups them first', async () => {
  await using desk = await openDesk()
  const { ports, store } = desk.desk
  await desk.round()
  assert.deepEqual(await store.loadStories({ since: 0 }), [])
  desk.clock.advanceTo(MORNING)
  const [plan] = ports.plans()
  assert.ok(plan)
  const slot = { planId: plan.id, slotDate: '2024-06-15', dueAt: MORNING }
  assert.equal((await runJob(ports, { step: 'send-digest', ...slot })).kind, 'composed')
  assert.equal((await store.loadStories({ since: 0 })).flatMap(({ articles }) => articles).length, 2)
})
