import assert from 'node:assert/strict'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { page } from '../pipeline/loopback-desk.ts'
import { openWorkspace } from './open-workspace.ts'
import { runCli } from './run-cli.ts'

const GOOD = {
  'feeds.yaml': 'feeds:\n  # our own\n  - { id: wire, url: "https://wire.example/feed", outlet: Wire }\n',
  'topics.yaml': 'topics:\n  - { id: peace, name: Peace, any: [peace plan] }\n',
  'digests.yaml': 'digests:\n  - { id: daily, name: Daily, at: "07:00", to: [reader@desk.example] }\n',
}

interface Call {
  readonly what: string
  readonly args: readonly string[]
  readonly code: number
  readonly stdout?: RegExp
  readonly stderr?: RegExp
  readonly input?: string
  readonly config?: Partial<typeof GOOD>
  readonly variables?: Readonly<Record<string, string>>
}

const CALLS: readonly Call[] = [
  { what: 'help leads with examples', args: ['--help'], code: 0, stdout: /^Examples:\n {2}\$ nightdesk replay/ },
  { what: 'version', args: ['--version'], code: 0, stdout: /^\d+\.\d+\.\d+\n$/ },
  { what: 'an unknown command', args: ['frobnicate'], code: 2, stderr: /unknown command 'frobnicate'/ },
  { what: 'an unknown option', args: ['check', '--wrong'], code: 2, stderr: /unknown option '--wrong'/ },
  { what: 'a good config', args: ['check'], code: 0, stdout: /is good: 1 feeds?, 1 topics?/ },
  { what: 'a good config, as JSON', args: ['check', '--json'], code: 0, stdout: /"ok": true/ },
  {
    what: 'a bad config',
    args: ['check'],
    code: 2,
    config: { 'topics.yaml': 'topics:\n  - { id: peace, any: 5 }\n' },
    stderr: /topics\.yaml:2:\d+ .*expected .*got/,
  },
  {
    what: 'a bad environment',
    args: ['check'],
    code: 2,
    variables: { SMTP_URL: 'ftp://mail.example' },
    stderr: /SMTP_URL.*expected/s,
  },
  { what: 'worker without Redis', args: ['worker'], code: 2, stderr: /expected REDIS_URL/ },
  { what: 'worker with an unknown step', args: ['worker', '--step', 'sing'], code: 2, stderr: /poll-feed/ },
  { what: 'the topics', args: ['topic', 'list'], code: 0, stdout: /^peace +Peace/ },
  {
    what: 'a text that matches',
    args: ['topic', 'test', '-'],
    code: 0,
    input: 'A title\nSomebody has a peace plan.\n',
    stdout: /peace[\s\S]*“peace plan”/,
  },
  {
    what: 'a page that matches',
    args: ['topic', 'test', '-'],
    code: 0,
    input: page('A title', 'Somebody has a peace plan.'),
    stdout: /peace/,
    stderr: /read: A title/,
  },
  { what: 'a text that matches nothing', args: ['topic', 'test', '-'], code: 1, input: 'Chess\n', stdout: /no topic/ },
  { what: 'the feeds', args: ['feeds', 'list'], code: 0, stdout: /^wire +Wire +not-polled/m },
  { what: 'the feeds as OPML', args: ['feeds', 'export'], code: 0, stdout: /xmlUrl="https:\/\/wire\.example\/feed"/ },
  {
    what: 'a feed that is inside the house',
    args: ['feeds', 'add', 'http://127.0.0.1:1/feed'],
    code: 2,
    stderr: /127\.0\.0\.1/,
  },
  { what: 'the next mail', args: ['digest', 'preview'], code: 0, stdout: /^DAILY\n/ },
  { what: 'the next mail as sent', args: ['digest', 'preview', '--format', 'eml'], code: 0, stdout: /^From: /m },
  {
    what: 'a digest that is not there',
    args: ['digest', 'preview', 'weekly'],
    code: 2,
    stderr: /expected one of daily, got weekly/,
  },
  {
    what: 'a time that is none',
    args: ['digest', 'preview', '--at', 'noon'],
    code: 2,
    stderr: /expected a time like/,
  },
  {
    what: 'the status of a desk that never ran',
    args: ['status'],
    code: 0,
    stdout: /not watching \(last tick never\)/,
  },
  { what: 'the health of a desk that never ran', args: ['status', '--health'], code: 1, stdout: /not watching/ },
  { what: 'a day that is not there', args: ['replay', 'no/such/day'], code: 2, stderr: /no\/such\/day/ },
]

for (const call of CALLS) {
  test(`${call.what}: nightdesk ${call.args.join(' ')} exits ${call.code}`, async () => {
    await using workspace = await openWorkspace({ ...GOOD, ...call.config })
    const result = await runCli(call.args, { ...workspace.variables, ...call.variables }, call.input)
    assert.equal(result.code, call.code, result.stderr)
    assert.match(result.stdout, call.stdout ?? /^/)
    assert.match(result.stderr, call.stderr ?? /^/)
    if (call.code === 2) assert.equal(result.stdout, '')
    if (call.code === 2) assert.doesNotMatch(result.stderr, /^ {4}at /m)
  })
}

test('nothing is coloured where NO_COLOR asks for it or stdout is no terminal', async () => {
  await using workspace = await openWorkspace(GOOD)
  const result = await runCli(['topic', 'test', '-'], workspace.variables, 'A\nA peace plan.\n')
  assert.ok(!result.stdout.includes('\u001b'))
})

test('feeds import adds what an OPML file lists, and leaves the rest of feeds.yaml alone', async () => {
  await using workspace = await openWorkspace(GOOD)
  const opml = join(workspace.dir, 'list.opml')
  await writeFile(
    opml,
    '<opml version="2.0"><body><outline text="News"><outline text="Tide &amp Times" xmlUrl="https://tide.example/rss?a=1&b=2"/></outline></body></opml>',
  )
  assert.equal((await runCli(['feeds', 'import', opml], workspace.variables)).code, 0)
  const yaml = await readFile(join(workspace.dir, 'config', 'feeds.yaml'), 'utf8')
  assert.match(yaml, /# our own\n {2}- \{ id: wire/)
  assert.match(yaml, /https:\/\/tide\.example\/rss\?a=1&b=2/)
  assert.equal((await runCli(['check'], workspace.variables)).code, 0)
})

test('replay writes its outputs, and exits 1 with the difference when they are not the expected ones', async () => {
  await using workspace = await openWorkspace(GOOD)
  const day = join(workspace.dir, 'day')
  await mkdir(join(day, 'config'), { recursive: true })
  for (const [name, text] of Object.entries(GOOD)) await writeFile(join(day, 'config', name), text)
  await writeFile(join(day, 'day.yaml'), 'what: nothing\nstart: 2024-06-14T22:00:00Z\nend: 2024-06-15T01:00:00Z\n')
  await writeFile(join(day, 'responses.yaml'), 'responses: {}\n')
  const out = join(workspace.dir, 'out')
  assert.equal((await runCli(['replay', day, '--out', out, '--update'])).code, 0)
  assert.equal((await runCli(['replay', day, '--out', out])).code, 0)
  const expected = join(day, 'expected', 'report.json')
  await writeFile(expected, (await readFile(expected, 'utf8')).replace('"Wire"', '"Wired"'))
  const differs = await runCli(['replay', day, '--out', out, '--json'])
  assert.equal(differs.code, 1)
  assert.match(
    differs.stderr,
    /- +"outlet": "Wired"[\s\S]*\+ +"outlet": "Wire"|\+ +"outlet": "Wire"[\s\S]*- +"outlet": "Wired"/,
  )
  assert.equal(JSON.parse(differs.stdout).feeds[0].state, 'failing')
})

test('doctor says what is wrong and what to do, part by part', async () => {
  await using workspace = await openWorkspace(GOOD)
  const variables = { ...workspace.variables, REDIS_URL: 'redis://127.0.0.1:1', SMTP_URL: 'smtp://127.0.0.1:1' }
  const result = await runCli(['doctor'], { ...variables, DIGEST_TO: 'reader@desk.example' })
  assert.equal(result.code, 1)
  assert.match(result.stdout, /ok {3}node: v\d+/)
  assert.match(result.stdout, /ok {3}database: SQLite/)
  assert.match(result.stdout, /BAD {2}redis: .*\n +start redis-server/)
  assert.match(result.stdout, /BAD {2}mail: .*\n +check SMTP_URL/)
})
