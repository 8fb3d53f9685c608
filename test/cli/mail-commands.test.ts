import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lateLimit } from '../../src/digest/late-limit.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { openWorkspace, type Workspace } from './open-workspace.ts'
import { runCli } from './run-cli.ts'

const CONFIG = {
  'feeds.yaml': 'feeds:\n  - { id: wire, url: "https://wire.example/feed", outlet: Wire, timezone: Europe/Berlin }\n',
  'topics.yaml': 'topics:\n  - { id: peace, name: Peace, any: [peace plan] }\n',
  'digests.yaml': `digests:
  - { id: daily, name: Daily, at: "07:00", timezone: Europe/Berlin, to: [reader@desk.example, other@desk.example] }
  - { id: flash, name: Flash, every: instant, to: [reader@desk.example] }
`,
}
const SLOT = { planId: 'daily', date: '2024-06-14', dueAt: Date.parse('2024-06-14T05:00:00Z') }
const TITLE = 'A plan for the invented valley'
const TEXT = 'Both sides of the invented valley looked at a peace plan on Friday.'

async function addArticle(store: Store): Promise<void> {
  const at = Date.now() - 3_600_000
  const url = 'https://wire.example/plan'
  const state = { feedId: 'wire', url, validators: {}, rhythm: {}, wishes: {}, nextPollAt: 0, failureCount: 0 }
  const seen = { itemKey: 'plan', articleId: 'plan', url, hasPage: true, listedBy: 'wire', outlet: 'Wire' }
  const listing = { title: TITLE, authors: [] }
  await store.savePoll({
    state: { ...state, itemCount: 1 },
    listed: [{ ...seen, feedId: 'wire', listing, firstSeenAt: at, status: 'listed' }],
  })
  const all = { start: 0, end: TEXT.length }
  const told = { title: TITLE, authors: [], text: TEXT, labels: [], furniture: [] }
  const reading = { ...told, blocks: [{ kind: 'paragraph', ...all }], passages: [all], quality: 'full' } as const
  await store.saveReading({ articleId: 'plan', url, status: 'read', reading, readAt: at })
  const start = TEXT.indexOf('peace plan')
  const place = { field: 'body', start, end: start + 10, words: 'peace plan' } as const
  const evidence = [{ clause: 'any', phrase: 'peace plan', ...place }] as const
  const matches = [{ topicId: 'peace', source: 'full', evidence }] as const
  await store.saveJudgement({ articleId: 'plan', matches, topicsVersion: 'v', matchedAt: at })
}

/** Three mails of one morning: one is sent, one was refused, for one nobody answered. */
async function addMails(store: Store): Promise<void> {
  const coverage = { feedCount: 1, articleCount: 1, failingFeeds: [], partlyReadCount: 0 }
  const about = { planId: 'daily', name: 'Daily', slotDate: SLOT.date, timezone: 'UTC', subject: 'S', preheader: '' }
  const digest = { ...about, sections: [], sharedTopics: [], quietTopics: [], coverage }
  await store.startSlot(SLOT, SLOT.dueAt)
  const mails = ['arrived', 'refused', 'silent'].map((id) => ({
    digest,
    deliveryId: id,
    address: `${id}@home.example`,
    from: 'desk@desk.example',
    subject: 'S',
    messageId: `<${id}@desk.example>`,
    eml: Buffer.from(`Message-ID: <${id}@desk.example>\r\n\r\n`),
    articleIds: [],
    newsSince: SLOT.dueAt,
    expiresAt: lateLimit(SLOT.dueAt),
  }))
  await store.saveMails({ slot: SLOT, mails, composedAt: SLOT.dueAt })
  await store.finishSlot(SLOT, SLOT.dueAt)
  await store.saveDeliveryResult('arrived', { status: 'sent', reason: '250 kept', at: SLOT.dueAt })
  await store.saveDeliveryResult('refused', { status: 'failed', reason: '554 no such mailbox' })
  await store.saveDeliveryResult('silent', { status: 'unknown', reason: 'no answer' })
}

async function openDesk(add: (store: Store) => Promise<void>): Promise<Workspace> {
  const workspace = await openWorkspace(CONFIG)
  await using store = await openStore(workspace.database)
  await add(store)
  return workspace
}

async function statusesOf({ variables }: Workspace): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await runCli(['outbox', 'list', '--all', '--json'], variables)
  const mails: readonly { readonly deliveryId: string; readonly status: string }[] = JSON.parse(stdout)
  return Object.fromEntries(mails.map((mail) => [mail.deliveryId, mail.status]))
}

test('outbox list shows the mails that rest, with id and reason, and says what can be done', async () => {
  await using workspace = await openDesk(addMails)
  const { code, stdout, stderr } = await runCli(['outbox', 'list'], workspace.variables)
  assert.equal(code, 0)
  assert.match(stdout, /^failed +2024-06-14 +daily +refused@home\.example +0x +refused +554 no such mailbox$/m)
  assert.match(stdout, /^unknown +2024-06-14 +daily +silent@home\.example +0x +silent +no answer$/m)
  assert.doesNotMatch(stdout, /arrived/)
  assert.match(stderr, /outbox retry ID, or outbox resolve ID --as arrived\|lost/)
})

test('outbox retry queues a mail that rests; outbox resolve settles it; neither touches another', async () => {
  await using workspace = await openDesk(addMails)
  assert.deepEqual(await statusesOf(workspace), { arrived: 'sent', refused: 'failed', silent: 'unknown' })
  const retried = await runCli(['outbox', 'retry', 'refused'], workspace.variables)
  assert.match(retried.stderr, /^refused: queued; /)
  const resolved = await runCli(['outbox', 'resolve', 'silent', '--as', 'arrived'], workspace.variables)
  assert.equal(resolved.stderr, 'silent: counts as sent\n')
  assert.deepEqual(await statusesOf(workspace), { arrived: 'sent', refused: 'queued', silent: 'sent' })
})

test('outbox resolve --as lost gives a mail up', async () => {
  await using workspace = await openDesk(addMails)
  const { code, stderr } = await runCli(['outbox', 'resolve', 'refused', '--as', 'lost'], workspace.variables)
  assert.deepEqual([code, stderr], [0, 'refused: its news goes into the next mail\n'])
  assert.deepEqual(await statusesOf(workspace), { arrived: 'sent', refused: 'expired', silent: 'unknown' })
})

test('outbox tells what it expected of a mail that does not rest, and of no mail', async () => {
  await using workspace = await openDesk(addMails)
  const cases = [
    [['retry', 'arrived'], /outbox retry: expected a mail that failed or is unknown, got one that is sent/],
    [['resolve', 'nothing', '--as', 'lost'], /outbox resolve: expected an id of `outbox list --all`, got nothing/],
    [['resolve', 'silent'], /required option '--as <found>' not specified/],
  ] as const
  for (const [args, expected] of cases) {
    const { code, stderr } = await runCli(['outbox', ...args], workspace.variables)
    assert.equal(code, 2)
    assert.match(stderr, expected)
  }
})

test('schedule next tells local time and moment of each due slot, and what an instant digest waits for', async () => {
  await using workspace = await openWorkspace(CONFIG)
  const { code, stdout } = await runCli(['schedule', 'next', '3'], workspace.variables)
  assert.equal(code, 0)
  const lines = stdout.trimEnd().split('\n')
  assert.equal(lines.length, 4)
  const due = / \d{4}-\d\d-\d\d {2}07:00 {2}Europe\/Berlin {2}\d{4}-\d\d-\d\dT0[56]:00:00\.000Z {2}daily$/
  for (const line of lines.slice(0, 3)) assert.match(line, due)
  assert.match(lines[3] ?? '', /^flash: 2 to 5 minutes after something arrives/)
})

test('schedule next as JSON gives each date once, in order, and refuses a count that is none', async () => {
  await using workspace = await openWorkspace(CONFIG)
  const { stdout } = await runCli(['schedule', 'next', '--json'], workspace.variables)
  const slots: readonly { readonly due: string }[] = JSON.parse(stdout)
  const dues = slots.map((slot) => slot.due)
  assert.equal(new Set(dues).size, 10)
  assert.deepEqual(dues, dues.toSorted())
  const wrong = await runCli(['schedule', 'next', '0'], workspace.variables)
  assert.equal(wrong.code, 2)
  assert.match(wrong.stderr, /value '0' is invalid for argument 'count'\. Expected a number from 1 to 1000\./)
})

test('check says when a digest comes next, and of an instant one that it comes at once', async () => {
  await using workspace = await openWorkspace(CONFIG)
  const { stdout } = await runCli(['check'], workspace.variables)
  assert.match(stdout, /^digest daily: at 07:00 Europe\/Berlin, next \d{4}-\S+Z, to 2 address\(es\)$/m)
  assert.match(stdout, /^digest flash: at once, to 1 address\(es\)$/m)
})

test('digest preview prints the next mail as text, page or whole mail, and stores nothing', async () => {
  await using workspace = await openDesk(addArticle)
  const cases = [
    ['text', /^DAILY\n[\s\S]*\nA plan for the invented valley\n[\s\S]*looked at a \*peace plan\* on Friday\./],
    ['html', /^<!doctype html>[\s\S]*>peace plan<\/(?:b|strong)>/i],
    ['eml', /^To: reader@desk\.example\r?\n[\s\S]*^Content-Type: multipart\/alternative/m],
  ] as const
  for (const [format, expected] of cases) {
    const { code, stdout, stderr } = await runCli(
      ['digest', 'preview', 'daily', '--format', format],
      workspace.variables,
    )
    assert.equal(code, 0, stderr)
    assert.match(stdout, expected)
  }
  assert.deepEqual(await statusesOf(workspace), {})
})

test('digest send --dry-run says what each address would get, and sends and stores nothing', async () => {
  await using workspace = await openDesk(async (store) => {
    await addArticle(store)
    await store.unsubscribe({ planId: 'daily', address: 'other@desk.example' }, Date.now())
  })
  const args = ['digest', 'send', 'daily', '--dry-run']
  const { code, stdout, stderr } = await runCli(args, workspace.variables)
  assert.equal(code, 0, stderr)
  assert.match(stdout, /^reader@desk\.example +would be sent +1 story +\d+ KiB +1 new · Peace · /m)
  assert.match(stdout, /^other@desk\.example +unsubscribed +1 story /m)
  assert.deepEqual(await statusesOf(workspace), {})
})

test('digest send wants exactly one way to send', async () => {
  await using workspace = await openWorkspace(CONFIG)
  for (const flags of [[], ['--dry-run', '--now']]) {
    const { code, stderr } = await runCli(['digest', 'send', 'daily', ...flags], workspace.variables)
    assert.equal(code, 2)
    assert.match(stderr, /expected one of --dry-run, --now and --to ADDRESS/)
  }
})
