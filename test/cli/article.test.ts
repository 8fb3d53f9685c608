import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Reading } from '../../src/article/reading.ts'
import { openStore } from '../../src/store/open-store.ts'
import { page } from '../pipeline/loopback-desk.ts'
import { openWorkspace, type Workspace } from './open-workspace.ts'
import { runCli } from './run-cli.ts'

const CONFIG = {
  'feeds.yaml': 'feeds:\n  - { id: wire, url: "https://wire.example/feed", outlet: Wire, timezone: Europe/Berlin }\n',
  'topics.yaml': 'topics:\n  - { id: peace, name: Peace, any: [peace plan] }\n',
  'digests.yaml': 'digests:\n  - { id: daily, name: Daily, at: "07:00", to: [reader@desk.example] }\n',
}
const ID = '0123456789abcdef'
const PAGE = page('A plan', 'The council put forward a peace plan for the two islands on Friday evening.')
const SHARED = '<div class="share"><p>Share this with the harbour master</p></div>'
const FULL_PAGE = PAGE.replace('</article>', `${SHARED}</article>`)

/** What an older extraction might have read of the page. */
const OLD: Reading = {
  title: 'The plan',
  outlet: 'Wire',
  authors: ['Ada Pier'],
  text: 'Share this with the harbour master',
  blocks: [{ kind: 'paragraph', start: 0, end: 34 }],
  passages: [{ start: 0, end: 34 }],
  labels: [],
  quality: 'partial',
  furniture: [{ text: 'Menu', why: 'outside the article' }],
}

/** An article of yesterday in the archive, read, matched and mailed long ago. */
async function addArticle(workspace: Workspace): Promise<void> {
  await using store = await openStore(workspace.database)
  const readAt = Date.now() - 24 * 3_600_000
  const state = {
    feedId: 'wire',
    url: 'https://wire.example/feed',
    validators: {},
    rhythm: {},
    wishes: {},
    nextPollAt: 0,
    failureCount: 0,
    itemCount: 1,
  }
  const listing = { title: 'A plan', authors: [] }
  const url = 'https://wire.example/plan'
  const seen = { itemKey: 'plan', articleId: ID, url, hasPage: true, listedBy: 'wire', feedId: 'wire', outlet: 'Wire' }
  await store.savePoll({ state, listed: [{ ...seen, listing, firstSeenAt: readAt, status: 'listed' }] })
  const body = new TextEncoder().encode(FULL_PAGE)
  await store.saveReading({ articleId: ID, status: 'read', reading: OLD, readAt, url, page: { url, body } })
  await store.saveJudgement({ articleId: ID, matches: [], topicsVersion: 'v1', matchedAt: readAt })
}

test('article show tells of a file what is read of it', async () => {
  await using workspace = await openWorkspace(CONFIG)
  const file = join(workspace.dir, 'plan.html')
  await writeFile(file, FULL_PAGE)
  const shown = await runCli(['article', 'show', file], workspace.variables)
  assert.equal(shown.code, 0, shown.stderr)
  assert.match(shown.stdout, /^A plan\nurl +\S+plan\.html\n/)
  assert.match(shown.stdout, /quality +full\n/)
  assert.match(shown.stdout, /\n\nThe council put forward a peace plan for the two islands on Friday evening\.\n\n/)
  assert.doesNotMatch(shown.stdout, /harbour master/)
  const furniture = await runCli(['article', 'show', file, '--furniture'], workspace.variables)
  assert.match(furniture.stdout, /Taken out: \d+ blocks\n[\s\S]*\n {2}Share this with the harbour master\n?/)
})

test('article show tells of the archive, by id and by URL, as JSON too', async () => {
  await using workspace = await openWorkspace(CONFIG)
  await addArticle(workspace)
  for (const name of [ID, 'https://wire.example/plan']) {
    const shown = await runCli(['article', 'show', name, '--json'], workspace.variables)
    assert.equal(shown.code, 0, shown.stderr)
    const { furniture, ...rest } = OLD
    assert.deepEqual(JSON.parse(shown.stdout), { url: 'https://wire.example/plan', ...rest })
    const whole = await runCli(['article', 'show', name, '--json', '--furniture'], workspace.variables)
    assert.deepEqual(JSON.parse(whole.stdout).furniture, furniture)
  }
})

test('article diff sets Readability alone beside the desk', async () => {
  await using workspace = await openWorkspace(CONFIG)
  const file = join(workspace.dir, 'plan.html')
  await writeFile(file, FULL_PAGE)
  const diff = await runCli(['article', 'diff', file], { ...workspace.variables, FORCE_COLOR: '1' })
  assert.equal(diff.code, 1, diff.stderr)
  assert.match(diff.stdout, /^ {2}The council put forward/m)
  const changes: unknown = JSON.parse((await runCli(['article', 'diff', file, '--json'], workspace.variables)).stdout)
  assert.ok(Array.isArray(changes) && changes.length >= 4)
})

test('what is no page is told in one line', async () => {
  await using workspace = await openWorkspace(CONFIG)
  await writeFile(join(workspace.dir, 'plan.txt'), 'A plan\nIt is a text.\n')
  const text = await runCli(['article', 'show', join(workspace.dir, 'plan.txt')], workspace.variables)
  assert.deepEqual([text.code, text.stderr.match(/expected a page in HTML, got a text\n$/)?.length], [2, 1])
  const none = await runCli(['article', 'diff', join(workspace.dir, 'none.html')], workspace.variables)
  assert.deepEqual([none.code, none.stderr.match(/expected an URL, a file or -/)?.length], [2, 1])
})

test('reread reads kept pages again, tells what changed, and makes it due for matching', async () => {
  await using workspace = await openWorkspace(CONFIG)
  await addArticle(workspace)
  const dry = await runCli(['reread', '--since', '7d', '--dry-run'], workspace.variables)
  assert.equal(dry.code, 0, dry.stderr)
  for (const line of [
    / {2}- title: The plan\n {2}\+ title: A plan\n/,
    / {2}- authors: Ada Pier\n/,
    / {2}- quality: partial\n {2}\+ quality: full\n/,
    / {2}- text: Share this with the harbour master\n/,
    / {2}\+ text: The council put forward a peace plan/,
    /^1 pages read again: 1 would change\n$/m,
  ])
    assert.match(dry.stdout, line)
  assert.deepEqual(await stored(workspace), { title: 'The plan', dueCount: 0 })
  const done = await runCli(['reread', '--json'], workspace.variables)
  assert.equal(JSON.parse(done.stdout).changed[0].articleId, ID)
  assert.deepEqual(await stored(workspace), { title: 'A plan', dueCount: 1 })
  const again = await runCli(['reread'], workspace.variables)
  assert.equal(again.stdout, '1 pages read again: 0 changed and are matched again at the next tick\n')
})

test('reread leaves alone what was kept before', async () => {
  await using workspace = await openWorkspace(CONFIG)
  await addArticle(workspace)
  const { stdout } = await runCli(['reread', '--since', '1h', '--json'], workspace.variables)
  assert.deepEqual(JSON.parse(stdout), { pageCount: 0, changed: [], failed: [] })
})

async function stored(workspace: Workspace) {
  await using store = await openStore(workspace.database)
  const [judged] = await store.loadJudgedArticles()
  const due = await store.loadDueArticles(Date.now(), 10)
  return { title: judged?.article.reading?.title, dueCount: due.length }
}
