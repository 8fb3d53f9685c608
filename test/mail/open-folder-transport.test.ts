import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { messageId } from '../../src/mail/message-id.ts'
import { openMailTransport } from '../../src/mail/open-mail-transport.ts'

const identity = { planId: 'morning', slotDate: '2024-06-14', address: 'reader@desk.example', domain: 'desk.example' }
const mail = { eml: Buffer.from('Subject: test\r\n\r\nbody\r\n'), from: 'a@desk.example', to: 'reader@desk.example' }

async function makeFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'nightdesk-mail-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}

test('without a server a mail becomes one file, however often it is sent', async () => {
  await using folder = await makeFolder()
  await using transport = openMailTransport({ folder: join(folder.path, 'var', 'outbox') })
  const phases: string[] = []
  const outgoing = { ...mail, messageId: messageId(identity, 'key') }
  const outcome = await transport.send(outgoing, async (phase) => {
    phases.push(phase)
  })
  assert.equal(outcome.kind, 'sent')
  assert.equal((await transport.send(outgoing)).kind, 'sent')
  const names = await readdir(join(folder.path, 'var', 'outbox'))
  assert.equal(names.length, 1)
  assert.match(names[0] ?? '', /^2024-06-14-morning-[0-9a-f]{32}\.eml$/)
  assert.deepEqual(await readFile(join(folder.path, 'var', 'outbox', names[0] ?? '')), mail.eml)
  assert.deepEqual(phases, ['connected', 'data'])
})

test('mails to two addresses are two files', async () => {
  await using folder = await makeFolder()
  await using transport = openMailTransport({ folder: folder.path })
  for (const address of ['one@desk.example', 'two@desk.example']) {
    await transport.send({ ...mail, to: address, messageId: messageId({ ...identity, address }, 'key') })
  }
  assert.equal((await readdir(folder.path)).length, 2)
})

test('a hostile Message-ID stays in the folder', async () => {
  await using folder = await makeFolder()
  await using transport = openMailTransport({ folder: folder.path })
  for (const id of ['<../../escape@desk.example>', '<a\0b@desk.example>', '<.hidden@desk.example>', '']) {
    assert.equal((await transport.send({ ...mail, messageId: id })).kind, 'sent')
  }
  const names = await readdir(folder.path)
  assert.equal(names.length, 4)
  for (const name of names) assert.match(name, /^[0-9a-f]{64}\.eml$/)
})

test('a folder that cannot be made means retry, and says why', async () => {
  await using folder = await makeFolder()
  await writeFile(join(folder.path, 'taken'), '')
  await using transport = openMailTransport({ folder: join(folder.path, 'taken', 'outbox') })
  const outcome = await transport.send({ ...mail, messageId: messageId(identity, 'key') })
  assert.equal(outcome.kind, 'retry')
  assert.match(outcome.kind === 'retry' ? outcome.reason : '', /ENOTDIR/)
  assert.equal((await transport.verify()).ok, false)
})
