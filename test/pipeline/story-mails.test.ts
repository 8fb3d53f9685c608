import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, MORNING, openLoopbackDesk, page, rss, send } from './loopback-desk.ts'

const DAY_MS = 24 * 3_600_000
const SENTENCE = 'Both sides of the valley looked at a peace plan of the abbot and put it on the table for the night.'

test('a mail that would hold nothing but repeats of a told story is not sent', async () => {
  const items = [{ path: '/plan', title: 'A plan' }]
  const site: Answer = ({ url }, response) => {
    if (url === '/feed') return send(response, 200, rss(items), 'application/rss+xml')
    return url?.startsWith('/plan') ? send(response, 200, page('A plan', SENTENCE)) : send(response, 404, '')
  }
  await using desk = await openLoopbackDesk(site)
  await desk.round()
  desk.clock.advanceTo(MORNING)
  await desk.round()
  assert.equal((await desk.desk.store.loadOutbox()).length, 1)
  items.push({ path: '/plan-again', title: 'A plan, again' })
  desk.clock.advanceTo(MORNING + DAY_MS / 2)
  await desk.round()
  desk.clock.advanceTo(MORNING + DAY_MS)
  await desk.round()
  const articles = await desk.desk.store.loadJudgedArticles()
  assert.equal(articles.filter(({ matches }) => matches.length > 0).length, 2)
  assert.deepEqual(
    (await desk.desk.store.loadOutbox()).map((mail) => mail.slotDate),
    ['2024-06-15'],
  )
})
