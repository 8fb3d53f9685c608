import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import type { ConfigError } from '../../src/config/config-error.ts'
import type { DeskConfig } from '../../src/config/desk-config.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'
import { watchConfig } from '../../src/config/watch-config.ts'

const feeds = 'feeds:\n  - { url: https://news.example/rss.xml, outlet: News }\n'
const digests = 'digests:\n  - { id: morning, at: "07:00", to: [desk@desk.example] }\n'

describe('watchConfig', () => {
  let parent: string
  let dir: string
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'nightdesk-watch-'))
    dir = await mkdtemp(join(parent, 'config-'))
    await writeFile(join(dir, 'feeds.yaml'), feeds)
    await writeFile(join(dir, 'digests.yaml'), digests)
    await writeFile(join(dir, 'topics.yaml'), topicsOf('first'))
  })
  afterEach(() => rm(parent, { recursive: true }))

  function topicsOf(...ids: readonly string[]): string {
    return `topics:\n${ids.map((id) => `  - id: ${id}\n    name: ${id}\n    any: [peace offer]\n`).join('')}`
  }

  /** What the watch tells, in order; `next` waits for it. */
  function follow(
    times: { readonly settleMs?: number; readonly checkMs?: number } = { settleMs: 20 },
    load = () => loadConfig(dir, readEnvironment({})),
  ) {
    const told: (DeskConfig | ConfigError)[] = []
    let wake: () => void = () => undefined
    const tell = (outcome: DeskConfig | ConfigError) => {
      told.push(outcome)
      wake()
    }
    const watching = watchConfig(dir, { load, onAccepted: tell, onRefused: tell, ...times })
    async function next(): Promise<readonly string[] | string> {
      while (told.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      const outcome = told.shift()
      if (outcome === undefined) return []
      return outcome instanceof Error ? outcome.message : outcome.topics.map(({ id }) => id)
    }
    return { next, told, [Symbol.asyncDispose]: () => watching[Symbol.asyncDispose]() }
  }

  it('takes over three added lines', async () => {
    await using watching = follow()
    await writeFile(join(dir, 'topics.yaml'), topicsOf('first', 'second'))
    assert.deepEqual(await watching.next(), ['first', 'second'])
  })

  it('takes over a file that an editor put in the place of the old one, time and again', async () => {
    await using watching = follow()
    for (const id of ['second', 'third']) {
      await writeFile(join(dir, 'topics.yaml.swp'), topicsOf('first', id))
      await rename(join(dir, 'topics.yaml.swp'), join(dir, 'topics.yaml'))
      assert.deepEqual(await watching.next(), ['first', id])
    }
  })

  it('refuses a wrong edit with its place, once, and takes over its correction', async () => {
    await using watching = follow()
    await writeFile(join(dir, 'topics.yaml'), topicsOf('first', 'Second'))
    assert.match(String(await watching.next()), /topics\.yaml:5:9 {2}expected an id/)
    await writeFile(join(dir, 'topics.yaml'), topicsOf('first', 'second'))
    assert.deepEqual(await watching.next(), ['first', 'second'])
    assert.deepEqual(watching.told, [])
  })

  for (const name of ['while it is read', 'between two reads']) {
    it(`does not refuse a half-written file whose other half comes ${name}`, async () => {
      const whole = topicsOf('first', 'second')
      let readCount = 0
      const complete = async (moment: string) => {
        if (moment === name) await writeFile(join(dir, 'topics.yaml'), whole)
      }
      const load = async () => {
        readCount += 1
        if (readCount === 2) await complete('between two reads')
        return loadConfig(dir, readEnvironment({})).finally(() => complete('while it is read'))
      }
      await using watching = follow({ settleMs: 20 }, load)
      await writeFile(join(dir, 'topics.yaml'), whole.slice(0, -8))
      assert.deepEqual(await watching.next(), ['first', 'second'])
    })
  }

  it('sees by looking what the file system does not tell: the folder replaced as a whole', async () => {
    await using watching = follow({ settleMs: 20, checkMs: 50 })
    const other = join(parent, 'other')
    cpSync(dir, other, { recursive: true })
    await writeFile(join(other, 'topics.yaml'), topicsOf('second'))
    await rename(dir, join(parent, 'old'))
    await rename(other, dir)
    let ids = await watching.next()
    if (typeof ids === 'string') ids = await watching.next()
    assert.deepEqual(ids, ['second'])
    await writeFile(join(dir, 'topics.yaml'), topicsOf('third'))
    assert.deepEqual(await watching.next(), ['third'])
  })

  it('tells of a failure that is no mistake in the config, and goes on', async () => {
    let isBroken = true
    const load = async () => {
      if (isBroken) throw new Error('disk on fire')
      return loadConfig(dir, readEnvironment({}))
    }
    await using watching = follow({ settleMs: 20 }, load)
    await writeFile(join(dir, 'topics.yaml'), topicsOf('first', 'second'))
    assert.match(String(await watching.next()), /disk on fire/)
    isBroken = false
    await writeFile(join(dir, 'topics.yaml'), topicsOf('third'))
    assert.deepEqual(await watching.next(), ['third'])
  })

  it('is silent once disposed', async () => {
    const watching = follow()
    await watching[Symbol.asyncDispose]()
    await using other = follow()
    await writeFile(join(dir, 'topics.yaml'), topicsOf('second'))
    assert.deepEqual(await other.next(), ['second'])
    assert.deepEqual(watching.told, [])
  })
})
