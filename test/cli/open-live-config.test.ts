import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import pino from 'pino'
import { openLiveConfig } from '../../src/cli/open-live-config.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'

const topics = (any: string) => `topics:\n  - id: peace\n    name: Peace\n    any: ${any}\n`

test('readers are told of an edit that was not taken over, until one is, and nothing of what it says', {
  timeout: 60_000,
}, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'nightdesk-live-'))
  try {
    await writeFile(join(dir, 'feeds.yaml'), 'feeds:\n  - { url: https://news.example/rss.xml, outlet: News }\n')
    await writeFile(join(dir, 'digests.yaml'), 'digests:\n  - { id: morning, at: "07:00", to: [desk@desk.example] }\n')
    await writeFile(join(dir, 'topics.yaml'), topics('[peace offer]'))
    const lines = new PassThrough({ encoding: 'utf8' })
    await using config = await openLiveConfig(readEnvironment({ NIGHTDESK_CONFIG: dir }), pino(lines))
    assert.equal(config.current().refusedEdit, undefined)
    await writeFile(join(dir, 'topics.yaml'), topics('secretword'))
    await once(lines, 'data')
    const notice = config.current().refusedEdit ?? ''
    assert.match(
      notice,
      /topics\.yaml was not taken over: line 4, expected a list of phrases\. This mail was made with/,
    )
    assert.doesNotMatch(notice, /secretword/)
    await writeFile(join(dir, 'topics.yaml'), topics('[peace plan]'))
    await once(lines, 'data')
    assert.equal(config.current().refusedEdit, undefined)
  } finally {
    await rm(dir, { recursive: true })
  }
})
