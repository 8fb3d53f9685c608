import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Block, Furniture, Reading } from '../../src/article/reading.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Match } from '../../src/topic/match.ts'
import { openWorkspace, type Workspace } from './open-workspace.ts'
import { runCli } from './run-cli.ts'

const CONFIG = {
  'feeds.yaml': 'feeds:\n  - { id: wire, url: "https://wire.example/feed", outlet: Wire }\n',
  'topics.yaml': [
    'topics:',
    '  - { id: peace, any: [peace plan, truce], all: [Northport] }',
    '  - { id: near, query: "peace* NEAR/3 (offer OR deal)" }',
    '',
  ].join('\n'),
  'people.yaml': 'aliases:\n  Northport: [Nordhafen]\n',
  'digests.yaml': 'digests:\n  - { id: daily, name: Daily, at: "07:00", to: [reader@desk.example] }\n',
}

const HOUR_MS = 3_600_000

interface Stored {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly furniture?: readonly Furniture[]
  /** Ids of the topics it is stored to match. */
  readonly topics?: readonly string[]
}

const ARTICLES: readonly Stored[] = [
  { id: 'plan', title: 'A peace plan', body: 'Nordhafen hears of it.\n\nIn Northport nobody does.', topics: ['peace'] },
  { id: 'chess', title: 'Chess', body: 'Chess in Northport.', topics: ['peace'] },
  {
    id: 'menu',
    title: 'Ferries of Northport',
    body: 'The ferries sail.',
    furniture: [{ text: 'Also read: a truce is near', why: 'related headlines' }],
  },
  { id: 'far', title: 'Peace', body: 'Peaceful days, and after very many long nights an offer.' },
]

async function fill(database: string): Promise<void> {
  await using store = await openStore(database)
  for (const [index, { id, title, body, furniture = [], topics = [] }] of ARTICLES.entries()) {
    const at = Date.now() - (index + 1) * HOUR_MS
    const url = `https://wire.example/${id}`
    const from = { feedId: 'wire', outlet: 'Wire', listedBy: 'wire', hasPage: true, status: 'listed' } as const
    const listed = { ...from, itemKey: id, articleId: id, url, listing: { title, authors: [] }, firstSeenAt: at }
    const state = { feedId: 'wire', url: 'https://wire.example/feed', validators: {}, rhythm: {}, wishes: {} }
    await store.savePoll({ state: { ...state, nextPollAt: at, failureCount: 0, itemCount: 1 }, listed: [listed] })
    const known = { authors: [], labels: [], passages: [], language: 'en', quality: 'full' } as const
    const blocks = [...body.matchAll(/[^\n]+/g)].map(
      ({ index, 0: { length } }): Block => ({ kind: 'paragraph', start: index, end: index + length }),
    )
    const reading: Reading = { ...known, title, text: body, blocks, furniture }
    await store.saveReading({ articleId: id, status: 'read', reading, readAt: at, url })
    const matches = topics.map((topicId): Match => ({ topicId, source: 'full', evidence: [] }))
    await store.saveJudgement({ articleId: id, matches, topicsVersion: 'before', matchedAt: at })
  }
}

describe('on an archive', () => {
  let workspace: Workspace
  before(async () => {
    workspace = await openWorkspace(CONFIG)
    await fill(workspace.database)
  })
  after(() => workspace[Symbol.asyncDispose]())

  interface Call {
    readonly args: readonly string[]
    readonly code: number
    readonly stdout?: readonly RegExp[]
    readonly stderr?: RegExp
    readonly variables?: Readonly<Record<string, string>>
  }

  const calls: Readonly<Record<string, Call>> = {
    'explain shows which words match, where, and through which alias': {
      args: ['topic', 'explain', 'peace', 'plan'],
      code: 0,
      stdout: [/any +peace plan +“peace plan” +title/, /all +Northport +“Nordhafen” +paragraph 1 +alias/],
    },
    'explain marks the words that counted and nothing else': {
      args: ['topic', 'explain', 'peace', 'https://wire.example/plan'],
      code: 0,
      variables: { FORCE_COLOR: '1' },
      stdout: [/\n {2}\| A \S*peace plan\S*\n/, /\n {2}\| \S*33mNordhafen\S* hears of it\.\n/],
    },
    'explain names the furniture that would have matched': {
      args: ['topic', 'explain', 'peace', 'menu'],
      code: 1,
      stdout: [/peace does not match/, /part of the article \(related headlines\):\n {2}\| Also read: a truce is near/],
    },
    'explain says how near a miss was': {
      args: ['topic', 'explain', 'near', 'far'],
      code: 1,
      stdout: [/needs one of offer\|deal within 3 words of peace\*; nearest: 8 words, paragraph 1/],
    },
    'explain tells what is stored': {
      args: ['topic', 'explain', 'peace', 'chess'],
      code: 1,
      stdout: [/the desk holds a match.* before an edit/],
    },
    'explain of an unknown topic': {
      args: ['topic', 'explain', 'paece', 'plan'],
      code: 2,
      stderr: /got paece; did you mean peace\?/,
    },
    'explain of an unknown article': { args: ['topic', 'explain', 'peace', 'nothing'], code: 2, stderr: /got nothing/ },
    'backtest counts what an edit brings and costs': {
      args: ['topic', 'backtest'],
      code: 0,
      stdout: [
        /^4 articles since /,
        /peace +2 +1 +\+0 +−1 +50\.0 %/,
        /− \d{4}-\d\d-\d\d {2}Wire: Chess\n +needs one of peace plan\|truce/,
      ],
    },
    'backtest refuses too much change': {
      args: ['topic', 'backtest', '--max-change', '20%'],
      code: 1,
      stderr: /peace changes by 50\.0 %: too much/,
    },
    'backtest allows a little change': { args: ['topic', 'backtest', '--max-change', '60%'], code: 0 },
    'backtest of a share that is none': {
      args: ['topic', 'backtest', '--max-change', 'much'],
      code: 2,
      stderr: /expected a share such as 20%/,
    },
    'backtest looks no further back than asked': {
      args: ['topic', 'backtest', '--since', '90m'],
      code: 0,
      stdout: [/^1 articles since /],
    },
    'lint of good topics finds nothing, and says how little it saw': {
      args: ['topic', 'lint'],
      code: 0,
      stdout: [/nothing found, by 4 articles/],
      stderr: /too few to judge by/,
    },
    'search finds by nearness, newest first, under any spelling': {
      args: ['search', 'Northport'],
      code: 0,
      stdout: [/A peace plan\n[^\n]+wire\.example\/plan\n[\s\S]*Chess\n[\s\S]*Ferries of Northport\n/],
    },
    'search judges what the index found': {
      args: ['search', 'peace NEAR/2 offer'],
      code: 1,
      stdout: [/nothing found/],
    },
    'search stops at the limit': {
      args: ['search', 'Northport', '--limit', '1', '--json'],
      code: 0,
      stdout: [/^\[\n {2}\{[^{]+\{/],
    },
    'search for what was seen lately': { args: ['search', 'Northport', '--since', '30m'], code: 1 },
    'search with a mistake': {
      args: ['search', 'titel:peace'],
      code: 2,
      stderr: /^query:1:1 {2}expected a field.*\n +1 \| titel:peace\n +\| \^\n +=.*title:/,
    },
    'search since a time that is none': {
      args: ['search', 'peace', '--since', 'lately'],
      code: 2,
      stderr: /expected a duration such as 30d/,
    },
  }
  for (const [name, { args, code, stdout = [], stderr = /^/, variables = {} }] of Object.entries(calls)) {
    it(name, async () => {
      const result = await runCli(args, { ...workspace.variables, ...variables })
      assert.equal(result.code, code, `${result.stdout}${result.stderr}`)
      for (const pattern of stdout) assert.match(result.stdout, pattern)
      assert.match(result.stderr, stderr)
    })
  }

  it('every tool gives its data as JSON', async () => {
    const json = async (...args: string[]) =>
      JSON.parse((await runCli([...args, '--json'], workspace.variables)).stdout)
    const explained = await json('topic', 'explain', 'peace', 'menu')
    assert.equal(explained.isMatch, false)
    assert.equal(explained.furniture[0].evidence[0].words, 'truce')
    assert.equal(
      'Also read: a truce is near'.slice(
        explained.furniture[0].evidence[0].start,
        explained.furniture[0].evidence[0].end,
      ),
      'truce',
    )
    const backtest = await json('topic', 'backtest')
    assert.deepEqual(
      backtest.changes.map((change: { kind: string; articleId: string }) => [change.kind, change.articleId]),
      [['lost', 'chess']],
    )
    assert.deepEqual((await json('topic', 'lint')).findings, [])
    assert.equal((await json('search', 'truce OR "peace plan"'))[0].evidence[0].words, 'peace plan')
  })
})

describe('topic test', () => {
  const cases = [
    ['A peace plan\nIn Northport.', 'peace', 0, /peace\n[\s\S]*peace plan/],
    ['Chess\nIn Northport.', 'peace', 1, /peace does not match\n {2}needs one of peace plan\|truce/],
    ['A peace plan\nIn Southport.', 'near', 1, /near does not match/],
  ] as const
  for (const [input, topic, code, stdout] of cases) {
    it(`says whether ${topic} matches: ${input.split('\n')[0]}`, async () => {
      await using workspace = await openWorkspace(CONFIG)
      const result = await runCli(['topic', 'test', '-', '--topic', topic], workspace.variables, input)
      assert.equal(result.code, code, result.stderr)
      assert.match(result.stdout, stdout)
    })
  }
})

it('check tells what is doubtful in a query and refuses nothing', async () => {
  await using workspace = await openWorkspace({
    ...CONFIG,
    'topics.yaml':
      'topics:\n  - { id: peace, query: "peace AND plan OR truce" }\n  - { id: talks, query: "offer or talks" }\n',
  })
  const result = await runCli(['check'], workspace.variables)
  assert.equal(result.code, 0, result.stderr)
  assert.match(result.stderr, /warning: .*topics\.yaml:2:26 .*brackets[\s\S]*\^[\s\S]*warning: .*topics\.yaml:3:/)
})
