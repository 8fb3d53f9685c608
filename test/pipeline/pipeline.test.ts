import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Answer, EVENING, MORNING, openLoopbackDesk, page, rss, send } from './loopback-desk.ts'

const ONE_ITEM = rss([{ path: '/plan', title: 'A plan' }])
const PLAN_PAGE = page('A plan', 'The council put forward a peace plan for the two islands on Friday evening.')

/** Answers the feed and its pages; a page may be a fault. */
function site(feed: string, pages: Readonly<Record<string, string | Answer>>): Answer {
  return (request, response) => {
    const path = request.url ?? '/'
    if (path === '/feed') return send(response, 200, feed, 'application/rss+xml')
    const found = pages[path]
    if (found === undefined) return send(response, 404, 'none')
    return typeof found === 'string' ? send(response, 200, found) : found(request, response)
  }
}

async function mailsIn(workDir: string): Promise<string[]> {
  const folder = join(workDir, 'outbox')
  const names = await readdir(folder).catch(() => [])
  const mails = names.filter((name) => name.endsWith('.eml')).map((name) => readFile(join(folder, name), 'utf8'))
  return Promise.all(mails)
}

test('from feed to mail: an article that matches is in the one digest of the morning', async () => {
  await using desk = await openLoopbackDesk(site(ONE_ITEM, { '/plan': PLAN_PAGE }))
  await desk.round()
  const [judged] = await desk.desk.store.loadJudgedArticles()
  assert.equal(judged?.article.status, 'read')
  assert.deepEqual(
    judged?.matches.map((match) => match.topicId),
    ['peace'],
  )
  assert.deepEqual(await mailsIn(desk.workDir), [])
  desk.clock.advanceTo(MORNING)
  await desk.round()
  await desk.round()
  const mails = await mailsIn(desk.workDir)
  assert.equal(mails.length, 1)
  assert.match(mails[0] ?? '', /https:\/\/wire\.example\/plan/)
})

test('hints that are lost are found again in the database', async () => {
  await using desk = await openLoopbackDesk(site(ONE_ITEM, { '/plan': PLAN_PAGE }))
  const { ports } = desk.desk
  const { pollFeed } = await import('../../src/pipeline/poll-feed.ts')
  await pollFeed({ ...ports, enqueue: async () => undefined }, { feedId: 'wire' })
  assert.equal((await desk.desk.store.loadJudgedArticles())[0]?.article.status, 'listed')
  await desk.round()
  assert.equal((await desk.desk.store.loadJudgedArticles())[0]?.article.status, 'read')
})

test('every step run twice does what it did once', async () => {
  await using desk = await openLoopbackDesk(site(ONE_ITEM, { '/plan': PLAN_PAGE }))
  await desk.round()
  desk.clock.advanceTo(MORNING)
  const { runJob } = await import('../../src/pipeline/run-job.ts')
  const [judged] = await desk.desk.store.loadJudgedArticles()
  const articleId = judged?.article.id ?? ''
  const slot = { planId: 'daily', slotDate: '2024-06-15', dueAt: MORNING }
  for (const _ of [1, 2]) {
    await runJob(desk.desk.ports, { step: 'tick' })
    await runJob(desk.desk.ports, { step: 'poll-feed', feedId: 'wire' })
    await runJob(desk.desk.ports, { step: 'read-article', articleId })
    await runJob(desk.desk.ports, { step: 'match-article', articleId })
    await runJob(desk.desk.ports, { step: 'send-digest', ...slot })
    await desk.queue.idle()
    for (const mail of await desk.desk.store.loadOutbox()) {
      await runJob(desk.desk.ports, { step: 'send-digest', deliveryId: mail.deliveryId })
    }
  }
  assert.equal((await desk.desk.store.loadJudgedArticles()).length, 1)
  assert.deepEqual(
    (await desk.desk.store.loadOutbox()).map((mail) => [mail.status, mail.attemptCount]),
    [['sent', 1]],
  )
  assert.equal((await mailsIn(desk.workDir)).length, 1)
})

test('a digest composed twice at once is stored and mailed once', async () => {
  await using desk = await openLoopbackDesk(site(ONE_ITEM, { '/plan': PLAN_PAGE }))
  await desk.round()
  desk.clock.advanceTo(MORNING)
  const { sendDigest } = await import('../../src/pipeline/send-digest.ts')
  const slot = { planId: 'daily', slotDate: '2024-06-15', dueAt: MORNING }
  const outcomes = await Promise.all([sendDigest(desk.desk.ports, slot), sendDigest(desk.desk.ports, slot)])
  await desk.queue.idle()
  assert.deepEqual(outcomes.map((outcome) => outcome.kind).sort(), ['composed', 'done-before'])
  assert.equal((await mailsIn(desk.workDir)).length, 1)
})

test('bad pages fall back on what the feed said, say why, and harm no other', async () => {
  const faults: Readonly<Record<string, { readonly answer: Answer; readonly reason: RegExp }>> = {
    '/binary': {
      answer: (_, r) => send(r, 200, Buffer.from([0, 159, 146, 150, 0, 1, 2, 255]), 'image/png'),
      reason: /./,
    },
    '/empty': { answer: (_, r) => send(r, 200, ''), reason: /empty/ },
    '/gone': { answer: (_, r) => send(r, 410, ''), reason: /gone/ },
    '/huge': { answer: (_, r) => send(r, 200, 'x'.repeat(16 * 1024 * 1024)), reason: /too-large/ },
    '/loop': {
      answer: (_, r) => {
        r.writeHead(302, { location: '/loop' })
        r.end()
      },
      reason: /redirect/,
    },
  }
  const items = [...Object.keys(faults), '/plan'].map((path) => ({ path, title: `Story at ${path}` }))
  const pages = Object.fromEntries(Object.entries(faults).map(([path, fault]) => [path, fault.answer]))
  await using desk = await openLoopbackDesk(site(rss(items), { ...pages, '/plan': PLAN_PAGE }))
  for (const hour of [0, 1, 2, 3]) {
    desk.clock.advanceTo(EVENING + hour * 3_600_000)
    await desk.round()
  }
  for (const { article, matches } of await desk.desk.store.loadJudgedArticles()) {
    const fault = faults[new URL(article.url).pathname]
    assert.equal(article.status, fault === undefined ? 'read' : 'failed', article.url)
    assert.equal(article.reading?.quality, fault === undefined ? 'full' : 'summary-only', article.url)
    assert.match(article.reason ?? '', fault?.reason ?? /^$/, article.url)
    assert.equal(matches.length, fault === undefined ? 1 : 0)
  }
})

test('a page that fails for now is tried again later, and is whole when it comes back', async () => {
  let askedCount = 0
  const flaky: Answer = (_, response) => {
    askedCount++
    return askedCount < 3 ? send(response, 503, '') : send(response, 200, PLAN_PAGE)
  }
  await using desk = await openLoopbackDesk(site(ONE_ITEM, { '/plan': flaky }))
  await desk.round()
  assert.equal((await desk.desk.store.loadJudgedArticles())[0]?.article.status, 'listed')
  await desk.round()
  assert.equal(askedCount, 1)
  for (const minutes of [10, 60]) {
    desk.clock.advanceTo(EVENING + minutes * 60_000)
    await desk.round()
  }
  assert.equal(askedCount, 3)
  assert.equal((await desk.desk.store.loadJudgedArticles())[0]?.article.status, 'read')
})

test('a bad feed is told by what it is, and harms no other', async () => {
  const bad: Readonly<Record<string, { readonly answer: Answer; readonly code: string }>> = {
    html: { answer: (_, r) => send(r, 200, '<!doctype html><p>Our feed has moved'), code: 'not-a-feed' },
    empty: { answer: (_, r) => send(r, 200, '', 'application/rss+xml'), code: 'empty' },
    down: { answer: (request) => request.socket.resetAndDestroy(), code: 'reset' },
    gone: { answer: (_, r) => send(r, 410, ''), code: 'gone' },
    error: { answer: (_, r) => send(r, 500, ''), code: 'server-error' },
    huge: { answer: (_, r) => send(r, 200, `<rss>${' '.repeat(16 * 1024 * 1024)}`), code: 'too-large' },
    hangs: { answer: () => undefined, code: 'timeout' },
  }
  const feeds = [...Object.keys(bad), 'good'].map(
    (id) => `  - { id: ${id}, url: "https://${id}.example/feed", outlet: ${id} }\n`,
  )
  const answer: Answer = (request, response) => {
    const fault = bad[(request.headers.host ?? '').split('.')[0] ?? '']
    if (fault !== undefined) return fault.answer(request, response)
    return site(ONE_ITEM, { '/plan': PLAN_PAGE })(request, response)
  }
  await using desk = await openLoopbackDesk(answer, { feeds: `feeds:\n${feeds.join('')}` })
  await desk.round()
  const states = await desk.desk.store.loadFeedStates()
  assert.deepEqual(Object.fromEntries(states.map((state) => [state.feedId, state.lastFailure?.code])), {
    ...Object.fromEntries(Object.entries(bad).map(([id, fault]) => [id, fault.code])),
    good: undefined,
  })
  assert.ok(states.every((state) => state.nextPollAt > EVENING))
  assert.equal((await desk.desk.store.loadJudgedArticles())[0]?.article.status, 'read')
})

test('on a first poll, items older than the backlog are remembered and not read', async () => {
  const old = { path: '/old', title: 'Old', date: 'Mon, 03 Jun 2024 08:00:00 GMT' }
  let feed = rss([old, { path: '/plan', title: 'A plan' }])
  const pages = { '/plan': PLAN_PAGE, '/old': PLAN_PAGE, '/late': PLAN_PAGE }
  await using desk = await openLoopbackDesk((request, response) => site(feed, pages)(request, response))
  await desk.round()
  feed = rss([old, { path: '/late', title: 'Late', date: 'Mon, 03 Jun 2024 09:00:00 GMT' }])
  desk.clock.advanceTo(EVENING + 5 * 3_600_000)
  await desk.round()
  const articles = await desk.desk.store.loadJudgedArticles()
  assert.deepEqual(Object.fromEntries(articles.map(({ article }) => [new URL(article.url).pathname, article.status])), {
    '/old': 'skipped',
    '/plan': 'read',
    '/late': 'read',
  })
})

test('an edited topic judges stored articles again, and mails only what is new', async () => {
  const other = page('Ferries', 'The ferry line announced a winter timetable for the islands on Friday evening.')
  const feed = rss([
    { path: '/plan', title: 'A plan' },
    { path: '/ferry', title: 'Ferries' },
  ])
  await using desk = await openLoopbackDesk(site(feed, { '/plan': PLAN_PAGE, '/ferry': other }))
  await desk.round()
  const topics = 'topics:\n  - { id: peace, any: [peace plan] }\n  - { id: ferries, any: [winter timetable] }\n'
  await desk.edit({ topics })
  await desk.round()
  const judged = await desk.desk.store.loadJudgedArticles()
  assert.deepEqual(
    judged.map(({ matches }) => matches.map((match) => match.topicId)),
    [['ferries'], ['peace']],
  )
  desk.clock.advanceTo(MORNING)
  await desk.round()
  const [mail = ''] = await mailsIn(desk.workDir)
  assert.match(mail, /wire\.example\/plan/)
  assert.doesNotMatch(mail, /wire\.example\/ferry/)
})

test('a day without news sends no mail, unless the plan wants one', async () => {
  for (const [whenEmpty, mailCount] of [
    ['skip', 0],
    ['send', 1],
  ] as const) {
    const digests = `digests:\n  - { id: daily, name: Daily, at: "07:00", timezone: Europe/Berlin, to: [reader@desk.example], when-empty: ${whenEmpty} }\n`
    await using desk = await openLoopbackDesk(site(rss([]), {}), { digests })
    await desk.round()
    desk.clock.advanceTo(MORNING)
    await desk.round()
    assert.equal((await mailsIn(desk.workDir)).length, mailCount, whenEmpty)
  }
})

test('slots missed while the desk was off become one digest', async () => {
  await using desk = await openLoopbackDesk(site(ONE_ITEM, { '/plan': PLAN_PAGE }))
  await desk.round()
  desk.clock.advanceTo(MORNING + 3 * 86_400_000 + 3_600_000)
  await desk.round()
  await desk.round()
  assert.equal((await mailsIn(desk.workDir)).length, 1)
})
