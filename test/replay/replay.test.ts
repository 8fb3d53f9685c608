import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { openLog } from '../../src/cli/open-log.ts'
import { type Replay, replayDay } from '../../src/cli/replay-day.ts'
import { compareWithExpected } from '../../src/replay/compare-with-expected.ts'
import type { ArticleReport } from '../../src/replay/report.ts'

const log = openLog('silent')
const days = ['2024-06-14', '2024-06-15', '2024-12-12'] as const
const dirOf = (day: string) => join('fixtures', 'days', day)
const replays = new Map<string, Promise<Replay>>()

function replayed(day: string): Promise<Replay> {
  const known = replays.get(day) ?? replayDay(dirOf(day), { log })
  replays.set(day, known)
  return known
}

async function articleAt(day: string, urlPart: string): Promise<ArticleReport> {
  const { report } = await replayed(day)
  const found = report.articles.filter((article) => article.url.includes(urlPart))
  assert.equal(found.length, 1, urlPart)
  const [article] = found
  assert.ok(article)
  return article
}

for (const day of days) {
  test(`${day}: the outcome is the expected one, to the byte`, async () => {
    assert.equal(await compareWithExpected((await replayed(day)).outputs, join(dirOf(day), 'expected')), '')
  })

  test(`${day}: a second run gives the same bytes`, async () => {
    const [first, second] = await Promise.all([replayed(day), replayDay(dirOf(day), { log })])
    assert.deepEqual(second.outputs, first.outputs)
  })
}

interface Seed {
  readonly day: (typeof days)[number]
  readonly at: string
  readonly title: string
  readonly outlet: string
  readonly publishedAt: string | null
  readonly zone?: string
  readonly topics: readonly string[]
}

const SEEDS: readonly Seed[] = [
  {
    day: '2024-06-14',
    at: 'meridian-daily.example/news/putins-peace-offer',
    title: 'Putin\'s "peace offer" for Ukraine rejected by Kyiv and NATO',
    outlet: 'Meridian Daily',
    publishedAt: '2024-06-14T17:11:00.000Z',
    zone: 'stated',
    topics: ['nato-statements', 'peace-proposals'],
  },
  {
    day: '2024-06-14',
    at: 'global.espreso.example/russia-ukraine-war/nato-ukraine-respond',
    title: 'NATO, Ukraine respond to Putin\'s claim of offering "peaceful resolution"',
    outlet: 'Espreso. Global',
    publishedAt: '2024-06-14',
    topics: ['nato-statements', 'peace-proposals'],
  },
  {
    day: '2024-06-14',
    at: 'scrollwise.example/n/putin-promises',
    title:
      'Putin promises to stop fighting in Ukraine if Kyiv pulls out of occupied areas and renounces plans to join NATO.',
    outlet: 'Scrollwise',
    publishedAt: '2024-06-14',
    topics: ['peace-proposals'],
  },
  {
    day: '2024-06-14',
    at: 'moscowtimes.example/news/nato-urged-ukraine',
    title: 'NATO urged Ukraine not to enter peace talks with Russia',
    outlet: 'The Moscow Times',
    publishedAt: null,
    topics: ['nato-statements', 'peace-proposals'],
  },
  {
    day: '2024-12-12',
    at: 'pravda-ua.example/eng/news/2024/12/12/7488746',
    title: "There's a small problem in discussions on peace deal for Ukraine – NATO secretary general",
    outlet: 'Ukrainska Pravda',
    publishedAt: '2024-12-12T17:16:00.000Z',
    zone: 'outlet',
    topics: ['nato-statements', 'peace-proposals'],
  },
]

for (const seed of SEEDS) {
  test(`${seed.at}: title, outlet, date and topics are those of the seed`, async () => {
    const article = await articleAt(seed.day, seed.at)
    assert.equal(article.title, seed.title)
    assert.equal(article.outlet, seed.outlet)
    assert.equal(article.publishedAt, seed.publishedAt)
    if (seed.zone !== undefined) assert.equal(article.published?.zone, seed.zone)
    assert.deepEqual(
      article.topics.map((topic) => topic.id),
      seed.topics,
    )
    assert.ok(article.topics.every((topic) => topic.evidence.length > 0 && topic.source === 'full'))
  })
}

test('the AI notice of a page is a label on its article', async () => {
  assert.deepEqual((await articleAt('2024-06-14', 'scrollwise.example/n/putin-promises')).labels, ['generated-with-ai'])
})

const NEAR_MISSES: readonly (readonly [day: string, urlPart: string, why: string])[] = [
  ['2024-06-14', 'meridian-daily.example/sport/chess', 'a chess player’s peace offer'],
  ['2024-06-14', '/alfa-bravo', 'the NATO alphabet'],
  ['2024-06-14', 'meridian-daily.example/markets/copper', 'a headline in a caption and in a script'],
  ['2024-06-14', 'town-hall-clock-repaired', 'a headline among recent posts'],
  ['2024-06-14', 'vessara-and-doronia', 'the peace plan of another war'],
  ['2024-06-14', 'peace-offering', 'a peace offering'],
  ['2024-06-14', 'lace-museum', 'a headline in the sidebar'],
  ['2024-12-12', 'cinema-sells', 'a headline in a caption and in a script'],
  ['2024-12-12', 'geese-winter', 'a headline among recent posts'],
]

for (const [day, urlPart, why] of NEAR_MISSES) {
  test(`${day}: ${why} matches nothing`, async () => {
    const { report } = await replayed(day)
    const article = report.articles.find((each) => each.url.includes(urlPart))
    assert.ok(article, urlPart)
    assert.equal(article.quality, 'full')
    assert.deepEqual(article.topics, [])
  })
}

test('one page in two feeds is one article', async () => {
  const article = await articleAt('2024-06-14', 'island-ferry-fares-to-fall')
  assert.equal(article.url, 'https://meridian-daily.example/business/island-ferry-fares-to-fall')
})

test('what could not be read is told with its reason', async () => {
  const { report } = await replayed('2024-06-14')
  const reasons = new Map(report.failures.map((failure) => [new URL(failure.url).pathname, failure.reason]))
  assert.match(reasons.get('/2024/06/bakers-count-the-cost-of-rye/') ?? '', /503/)
  assert.match(reasons.get('/2024/06/correction-regatta-times/') ?? '', /404/)
  assert.match(reasons.get('/archive/1905-lighthouse-keepers-diary') ?? '', /robots\.txt/)
  assert.match(reasons.get('/2024/06/14/summer-opera-on-the-pontoon/') ?? '', /consent wall/)
})

test('the morning mail tells each matched article once, one entry a story, with its evidence', async () => {
  const { report, outputs } = await replayed('2024-06-14')
  const [digest, ...others] = report.digests
  assert.equal(others.length, 0)
  const items = digest?.sections.flatMap((section) => section.items) ?? []
  assert.equal(items.length, 3)
  const listed = items.flatMap((item) => [item.url, ...item.alsoIn])
  const matched = report.articles.filter((article) => article.topics.length > 0).map((article) => article.url)
  assert.deepEqual(listed.toSorted(), matched.toSorted())
  const text = textOf(outputs)
  assert.match(text, /Meridian Daily · 14 Jun 19:11/)
  assert.match(text, /Matches “peace offer” and “Ukraine” \(title\)/)
  assert.match(text, /Also in Scrollwise \(generated with AI\):/)
  assert.match(text, /Jens Stoltenberg, NATO Secretary General: "/)
  assert.match(text, /Vladimir Putin, President of Russia: "/)
})

test('the mail of the day after tells only what is new', async () => {
  const { report, outputs } = await replayed('2024-06-15')
  const items = report.digests.flatMap((digest) => digest.sections.flatMap((section) => section.items))
  assert.deepEqual(
    items.map((item) => [new URL(item.url).hostname, item.alsoIn]),
    [
      ['meridian-daily.example', []],
      ['northpost.example', []],
    ],
  )
  const text = textOf(outputs)
  assert.match(text, /\nNew: \*"Whoever wants a cease-fire can have it tonight/)
  assert.match(text, /\n1 more report without news\.\n/)
  assert.match(text, /\n1 more report on stories told before, without news\.\n/)
  assert.doesNotMatch(text, /harbour-gazette|Monks|espreso/)
})

function textOf(outputs: Replay['outputs']): string {
  return Buffer.from(outputs['digest.txt'] ?? [])
    .toString()
    .replaceAll('\n  ', '\n')
}

test('a difference is told line by line', async () => {
  const outputs = { 'digest.txt': new TextEncoder().encode('another digest\n') }
  const difference = await compareWithExpected(outputs, join(dirOf('2024-06-14'), 'expected'))
  assert.match(difference, /digest\.txt: \(- expected, \+ got\)/)
  assert.match(difference, /^\+ another digest$/m)
  assert.match(difference, /^- MORNING DIGEST$/m)
})

test('the recorded pages hold the seed texts word for word', async () => {
  const page = await readFile(join(dirOf('2024-06-14'), 'served', 'moscowtimes.example', await servedName()), 'utf8')
  assert.match(page, /“Even if they \(Russian authorities\. – TMT\) eventually start talking about peace/)
})

async function servedName(): Promise<string> {
  const responses = await readFile(join(dirOf('2024-06-14'), 'responses.yaml'), 'utf8')
  const found = /served\/moscowtimes\.example\/(\S*nato-urged\S*)/.exec(responses)
  assert.ok(found?.[1])
  return found[1]
}
