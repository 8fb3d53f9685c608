import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { ConfigError } from '../../src/config/config-error.ts'
import type { DeskConfig } from '../../src/config/desk-config.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'
import { defaultSettings } from '../../src/config/settings.ts'

const feeds = 'feeds:\n  - url: https://www.news.example/a/rss.xml?b=1\n    outlet: News\n'
const topics = 'topics:\n  - id: peace-proposals\n    any: [peace offer]\n  - id: truce\n    any: [truce]\n'
const digests = 'digests:\n  - id: morning-mail\n    at: "07:00"\n    to: [$DIGEST_TO]\n'

describe('loadConfig', () => {
  let dir: string
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'nightdesk-config-'))
  })
  after(() => rm(dir, { recursive: true }))
  beforeEach(async () => {
    await rm(dir, { recursive: true })
    dir = await mkdtemp(join(tmpdir(), 'nightdesk-config-'))
    await write({ feeds, topics, digests })
  })

  async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    for (const [name, content] of Object.entries(files)) await writeFile(join(dir, `${name}.yaml`), content)
  }

  function load(variables: Readonly<Record<string, string>> = {}): Promise<DeskConfig> {
    return loadConfig(dir, readEnvironment(variables))
  }

  async function messageOf(variables: Readonly<Record<string, string>> = {}): Promise<string> {
    const error: unknown = await load(variables).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    assert.ok(error instanceof ConfigError)
    return error.message
  }

  it('knows which outlets belong to one publisher', async () => {
    await writeFile(join(dir, 'feeds.yaml'), `${feeds}    family: Example Media\n`)
    assert.equal((await load()).feeds[0]?.family, 'Example Media')
  })

  it('fills in everything that is left out', async () => {
    const config = await load()
    assert.deepEqual(config.feeds, [
      {
        id: 'news-example-a-rss-xml-b-1',
        url: 'https://www.news.example/a/rss.xml?b=1',
        outlet: 'News',
        timezone: 'UTC',
        intervalMs: 15 * 60_000,
      },
    ])
    assert.deepEqual(config.topics[0], {
      id: 'peace-proposals',
      name: 'Peace proposals',
      any: ['peace offer'],
      all: [],
      none: [],
    })
    assert.deepEqual(config.people, { roles: [], people: [], aliases: {} })
    assert.deepEqual(config.digests, [
      {
        id: 'morning-mail',
        name: 'Morning mail',
        topics: ['peace-proposals', 'truce'],
        at: '07:00',
        days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
        timezone: 'UTC',
        to: ['desk@localhost'],
        whenEmpty: 'skip',
        backlog: 'include',
        every: 'day',
        instant: { longestWaitMs: 300_000, mailsPerHour: 6, settleMs: 120_000 },
        itemLimit: 60,
        order: 'weight',
        minWeight: 1,
      },
    ])
    assert.deepEqual(config.settings, defaultSettings)
  })

  it('reads every setting', async () => {
    await write({
      settings: `contact: https://desk.example/about
timezone: Europe/Kyiv
fetch:
  host-gap: 250ms
  max-per-host: 1
  connect-timeout: 5s
  total-timeout: 1m
  max-bytes: 512 KiB
  allow-private-hosts: [wiki.intranet.example, 127.0.0.1, "[::1]"]
  respect-robots: false
extraction: { threads: 4, timeout: 3s, heap: 1 GiB }
concurrency: { poll-feed: 1, read-article: 2, match-article: 3, send-digest: 4 }
backlog: 2d
keep-articles: 48h
keep-pages: 3d
rematch: 36h
`,
    })
    const { settings, digests: plans } = await load()
    assert.deepEqual(settings, {
      contact: 'https://desk.example/about',
      timezone: 'Europe/Kyiv',
      fetch: {
        hostGapMs: 250,
        maxPerHost: 1,
        connectTimeoutMs: 5_000,
        totalTimeoutMs: 60_000,
        maxBytes: 512 * 1024,
        allowPrivateHosts: ['wiki.intranet.example', '127.0.0.1', '[::1]'],
        respectRobots: false,
      },
      extraction: { threads: 4, timeoutMs: 3_000, heapMb: 1024 },
      concurrency: { pollFeed: 1, readArticle: 2, matchArticle: 3, sendDigest: 4 },
      backlogHours: 48,
      keepArticlesDays: 2,
      keepPagesDays: 3,
      rematchHours: 36,
      mail: {},
    })
    assert.equal(plans[0]?.timezone, 'Europe/Kyiv')
  })

  it('reads people with offices and other spellings', async () => {
    await write({
      people: `roles: [{ id: chief, names: [Alliance chief] }]
people:
  - { id: jane-doe, name: Jane Doe, names: [Doe, Доу], held: [{ role: chief, from: 2014-10-01, to: 2024-10-01 }] }
  - { id: john-roe, name: John Roe, held: [{ role: chief, from: 2024-10-01 }] }
aliases: { Kyiv: [Kiev, Київ] }
`,
    })
    const { people } = await load()
    assert.deepEqual(people, {
      roles: [{ id: 'chief', names: ['Alliance chief'] }],
      people: [
        {
          id: 'jane-doe',
          name: 'Jane Doe',
          names: ['Doe', 'Доу'],
          held: [{ role: 'chief', from: '2014-10-01', to: '2024-10-01' }],
        },
        { id: 'john-roe', name: 'John Roe', names: [], held: [{ role: 'chief', from: '2024-10-01' }] },
      ],
      aliases: { Kyiv: ['Kiev', 'Київ'] },
    })
  })

  it('has a version that follows topics and people alone', async () => {
    const { version } = await load()
    await write({ settings: 'backlog: 1h\n', topics: `# a comment\n${topics}` })
    assert.equal((await load()).version, version)
    await write({ people: 'aliases: { Kyiv: [Kiev] }\n' })
    assert.notEqual((await load()).version, version)
    await write({ people: '', topics: topics.replace('truce]', 'truce, armistice]') })
    assert.notEqual((await load()).version, version)
  })

  it('looks up recipients in the environment, each address once', async () => {
    await write({ digests: digests.replace('$DIGEST_TO', 'a@desk.example, $DIGEST_TO, $EDITOR_MAIL') })
    const { digests: plans } = await load({
      DIGEST_TO: 'b@desk.example, a@desk.example',
      EDITOR_MAIL: 'c@desk.example',
    })
    assert.deepEqual(plans[0]?.to, ['a@desk.example', 'b@desk.example', 'c@desk.example'])
  })

  it('wants DIGEST_TO as soon as mail really goes out', async () => {
    const message = await messageOf({ SMTP_URL: 'smtp://mail.example' })
    assert.match(message, /digests\.yaml:4:10 {2}expected the environment variable DIGEST_TO to be set, got nothing/)
  })

  it('takes a byte order mark and Windows line ends for nothing', async () => {
    await write({ topics: `\ufeff${topics.replaceAll('\n', '\r\n')}` })
    assert.deepEqual((await load()).topics[1]?.any, ['truce'])
    await write({ topics: `\ufeff${topics.replaceAll('\n', '\r\n').replace('[truce]', '5')}` })
    assert.match(await messageOf(), /topics\.yaml:5:10 {2}expected a list of phrases, got the number 5\n/)
  })

  it('refuses a file over 1 MiB unread', async () => {
    await write({ topics: `${topics}# ${'x'.repeat(1024 ** 2)}\n` })
    assert.match(await messageOf(), /topics\.yaml {2}expected a text file of 1 MiB at most, got 1048\d{3} bytes/)
  })

  it('names what is missing when the folder is not there', async () => {
    const message = await loadConfig(join(dir, 'nowhere'), readEnvironment({})).catch(String)
    assert.deepEqual(String(message).match(/\w+\.yaml {2}expected a text file/g), [
      'feeds.yaml  expected a text file',
      'topics.yaml  expected a text file',
      'digests.yaml  expected a text file',
    ])
  })

  it('does not call a topic unknown whose file cannot be read', async () => {
    await write({ topics: 'topics: [', digests: `${digests}    topics: [truce]\n` })
    assert.doesNotMatch(await messageOf(), /digests\.yaml/)
  })

  it('shows the part of a long line where the mistake is', async () => {
    await write({ topics: `topics: [{ id: a, any: [${'peace offer, '.repeat(500)}5] }]\n` })
    const [, excerpt = '', caret = ''] = (await messageOf()).split('\n')
    assert.ok(excerpt.length < 140)
    assert.equal(excerpt[caret.indexOf('^')], '5')
  })

  it('tells the first fifty of many mistakes and counts the rest', async () => {
    await write({ topics: `topics:\n${'  - id: 5\n'.repeat(80)}` })
    const message = await messageOf()
    assert.match(message, /… and \d+ more$/)
    assert.equal(message.match(/ {2}expected /g)?.length, 50)
  })

  it('shows no password of a feed', async () => {
    await write({ feeds: 'feeds:\n  - url: https://reader:hush/hush@news.example/rss\n    outlets: News\n' })
    assert.doesNotMatch(await messageOf(), /hush/)
  })
})
