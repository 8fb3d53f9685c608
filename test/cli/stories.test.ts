import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStore } from '../../src/store/open-store.ts'
import type { PlacedArticle } from '../../src/store/story-store.ts'
import { addArticle, sampleStatement, sampleTraits } from '../store/sample-stories.ts'
import { openWorkspace, type Workspace } from './open-workspace.ts'
import { runCli } from './run-cli.ts'

const CONFIG = {
  'feeds.yaml': `feeds:
  - { id: wire, url: https://wire.example/feed, outlet: Wire, family: Example Group }
  - { id: post, url: https://post.example/feed, outlet: Post, family: Example Group }
`,
  'topics.yaml': 'topics:\n  - { id: ferries, any: [ferry] }\n  - { id: clocks, any: [clock] }\n',
  'digests.yaml': 'digests:\n  - { id: daily, topics: [ferries], at: "07:00", to: [reader@desk.example] }\n',
  'people.yaml': `roles:
  - { id: harbour-master, names: [Harbour Master of Brimsholm] }
people:
  - id: ada-example
    name: Ada Exämple
    names: [Exämple]
    held: [{ role: harbour-master, from: 2024-01-01 }]
`,
}
const FERRY =
  'The harbour council of Brimsholm agreed on Thursday to buy a third ferry for the northern islands, which will sail from spring and carry ninety passengers on each crossing.'
const MUSEUM =
  'Thieves broke into the clock museum of Altenwick during the night and took eleven pocket watches from a glass case on the second floor, police of the district said.'
const AT = Date.UTC(2024, 5, 14, 18)
const SINCE = ['--since', '2024-06-01']

const ada = sampleStatement('Ada Exämple', '“=1+1 is what the third ferry costs us, no more,”', {
  speaker: { surface: 'she', name: 'Ada Exämple', personId: 'ada-example', kind: 'person', resolvedBy: 'pronoun' },
  role: { printed: 'harbour master', roleId: 'harbour-master' },
  carriedBy: ['Example Agency'],
})
const bo = sampleStatement('Bo Sample', '=cmd()', { cue: 'sägte' })

function place(articleId: string, storyId: string, title: string): PlacedArticle {
  const isNewStory = articleId === storyId
  const newFacts = isNewStory ? [] : [{ kind: 'number', words: 'ninety passengers', start: 0, end: 9 } as const]
  const placement = { articleId, storyId, isNewStory, why: isNewStory ? 'the first' : '0.91 like it', newFacts }
  const at = AT + ['f1', 'f2', 'm1'].indexOf(articleId) * 60_000
  return { placement, title, at, traits: sampleTraits(articleId, []) }
}

/** Three articles in two stories. */
async function openStories(): Promise<Workspace> {
  const workspace = await openWorkspace(CONFIG)
  await using store = await openStore(workspace.database)
  const ferry = { title: 'Third ferry for the islands', text: FERRY, topics: ['ferries'], statements: [ada] }
  await addArticle(store, 'f1', { ...ferry, at: AT })
  await addArticle(store, 'f2', { ...ferry, at: AT + 60_000, outlet: 'Post', feedId: 'post' })
  const museum = { title: 'Watches \u001b[31mstolen', text: MUSEUM, topics: ['clocks'], statements: [bo] }
  await addArticle(store, 'm1', { ...museum, at: AT + 120_000 })
  const placed = [place('f1', 'f1', ferry.title), place('f2', 'f1', ferry.title), place('m1', 'm1', museum.title)]
  await store.savePlacements({ sequence: 0, placed, now: AT + 180_000 })
  return workspace
}

test('statements lists what was said by whom, in words of a name, by person, by office and by topic', async () => {
  await using workspace = await openStories()
  const said = async (...args: readonly string[]) => {
    const { stdout } = await runCli(['statements', ...SINCE, '--json', ...args], workspace.variables)
    const rows: readonly { readonly speaker: string }[] = JSON.parse(stdout)
    return rows.map(({ speaker }) => speaker)
  }
  const all = await said()
  assert.ok(all.includes('Ada Exämple') && all.includes('Bo Sample'))
  assert.ok((await said('--speaker', 'example')).every((speaker) => speaker === 'Ada Exämple'))
  assert.ok((await said('--speaker', '@ada-example')).includes('Ada Exämple'))
  assert.ok((await said('--speaker', '@harbour-master')).includes('Ada Exämple'))
  assert.deepEqual(await said('--speaker', 'bo'), ['Bo Sample'])
  assert.deepEqual(await said('--topic', 'clocks'), ['Bo Sample'])
  const { stdout } = await runCli(['statements', ...SINCE, '--speaker', '@ada-example'], workspace.variables)
  assert.match(stdout, /^2024-06-14 {2}Ada Exämple {2}\(Harbour Master of Brimsholm\) {2}said {2}“=1\+1 .*\[Wire/)
})

test('statements as CSV is safe to open in a spreadsheet', async () => {
  await using workspace = await openStories()
  const { stdout } = await runCli(['statements', ...SINCE, '--csv', '--topic', 'clocks'], workspace.variables)
  const [header, row] = stdout.split('\r\n')
  assert.equal(header, 'day,speaker,person,role,kind,words,cue,first_outlet,also_in,carried_by,article,url')
  assert.equal(row, "2024-06-14,Bo Sample,,,direct,'=cmd(),sägte,Wire,,,m1,https://wire.example/m1")
})

test('story list and story show tell who carried what, and which outlets are one source', async () => {
  await using workspace = await openStories()
  const list = await runCli(['story', 'list', ...SINCE], workspace.variables)
  assert.match(list.stdout, /2 articles {2}2 outlets, 1 independent {2}Third ferry for the islands/)
  assert.ok(!list.stdout.includes('\u001b'))
  const show = await runCli(['story', 'show', 'f2'], workspace.variables)
  assert.match(show.stdout, /^Third ferry for the islands\n/)
  assert.match(show.stdout, /2 outlets, 1 independent:\n {2}Wire, and with it Post/)
  assert.match(
    show.stdout,
    /2024-06-14 18:00 {2}Wire: Third ferry[\s\S]*2024-06-14 18:01 {2}Post: Third ferry[\s\S]*new number: ninety/,
  )
  const json = JSON.parse((await runCli(['story', 'show', 'f1', '--json'], workspace.variables)).stdout)
  assert.deepEqual(json.outlets, ['Wire', 'Post'])
  assert.equal(json.articles[1].at, '2024-06-14T18:01:00.000Z')
})

test('story merge, split and rename are done and told', async () => {
  await using workspace = await openStories()
  const told = async (...args: readonly string[]) => (await runCli(['story', ...args], workspace.variables)).stderr
  assert.match(await told('rename', 'm1', 'The  clocks'), /: The clocks\n$/)
  assert.match(await told('merge', 'f1', 'm1'), /: The clocks, now of 3 articles; \S+ leads there\n$/)
  assert.match(await told('split', 'm1', 'f2'), /^f2: a new story of 1; \S+ keeps 2\n$/)
  await using store = await openStore(workspace.database)
  assert.equal(await store.findStoryId('f1'), await store.findStoryId('m1'))
})

test('what cannot be done is told in one line', async () => {
  await using workspace = await openStories()
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['story', 'show', 'nothing'], /^story show: expected an id of `story list`, got nothing\n$/],
    [['story', 'merge', 'f1', 'f2'], /^story merge: expected two stories, got \S+ twice\n$/],
    [['story', 'split', 'f1', 'm1'], /^story split: expected an id of an article of \S+, got m1\n$/],
    [['story', 'split', 'f1', 'f1', 'f2'], /^story split: expected some of the articles, got all of them\n$/],
    [['story', 'rename', 'f1', ' '], /^story rename: expected a title of 1 to 300 characters, got 0\n$/],
    [['statements', '--speaker', '@nobody'], /^statements: expected the id of a person or role .*, got nobody\n$/],
    [['statements', '--json', '--csv'], /^statements: expected --json or --csv, got both\n$/],
    [['statements', '--topic', 'clock'], /^expected the id of a topic .*, got clock; did you mean clocks\?\n$/],
  ]
  for (const [args, expected] of cases) {
    const { code, stderr } = await runCli(args, workspace.variables)
    assert.match(stderr, expected)
    assert.equal(code, 2, args.join(' '))
  }
})
