import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { generate } from 'selfsigned'
import { type DeliveryPhase, openMailTransport } from '../../src/mail/open-mail-transport.ts'
import { type Fault, openFaultyServer } from './open-faulty-server.ts'
import { openMailServer } from './open-mail-server.ts'

const mail = {
  eml: Buffer.from('Subject: test\r\n\r\nfirst line\r\n.leading dot\r\n.\r\nlast line\r\n'),
  from: 'bounces@desk.example',
  to: 'reader@desk.example',
  messageId: '<2024-06-14.morning.0123@desk.example>',
}
const timeouts = { connectMs: 2_000, greetingMs: 300, silenceMs: 300, totalMs: 5_000 }

function transportTo(port: number, more: { readonly login?: string; readonly certificateAuthority?: string } = {}) {
  const { login = '', ...options } = more
  return openMailTransport({ smtpUrl: `smtp://${login}127.0.0.1:${port}`, folder: 'unused', timeouts, ...options })
}

test('a mail arrives byte for byte, with its own envelope, and its phases are told in order', async () => {
  await using server = await openMailServer()
  await using transport = transportTo(server.port)
  const phases: string[] = []
  const outcome = await transport.send(mail, async (phase) => {
    phases.push(`${phase} with ${server.mails.length} mails`)
  })
  assert.equal(outcome.kind, 'sent')
  assert.match(outcome.kind === 'sent' ? outcome.response : '', /^250 .*kept/)
  assert.deepEqual(phases, ['connected with 0 mails', 'data with 0 mails'])
  assert.deepEqual(server.mails, [{ from: mail.from, to: [mail.to], eml: mail.eml, isSecure: false }])
})

const faults: readonly { readonly fault: Fault; readonly kind: string; readonly phases: readonly DeliveryPhase[] }[] = [
  { fault: { at: 'greeting', action: 'drop' }, kind: 'retry', phases: [] },
  { fault: { at: 'greeting', action: 'hang' }, kind: 'retry', phases: [] },
  { fault: { at: 'greeting', action: { reply: '554 no service here' } }, kind: 'retry', phases: [] },
  { fault: { at: 'ehlo', action: 'hang' }, kind: 'retry', phases: [] },
  { fault: { at: 'mail', action: 'drop' }, kind: 'retry', phases: ['connected'] },
  { fault: { at: 'mail', action: { reply: '550 sender unwelcome' } }, kind: 'refused', phases: ['connected'] },
  { fault: { at: 'rcpt', action: 'drop' }, kind: 'retry', phases: ['connected'] },
  { fault: { at: 'rcpt', action: 'hang' }, kind: 'retry', phases: ['connected'] },
  { fault: { at: 'rcpt', action: { reply: '451 try later' } }, kind: 'retry', phases: ['connected'] },
  { fault: { at: 'rcpt', action: { reply: '550 nobody here' } }, kind: 'refused', phases: ['connected'] },
  { fault: { at: 'data', action: 'drop' }, kind: 'retry', phases: ['connected'] },
  { fault: { at: 'data', action: 'hang' }, kind: 'retry', phases: ['connected'] },
  { fault: { at: 'data', action: { reply: '451 try later' } }, kind: 'retry', phases: ['connected'] },
  { fault: { at: 'data', action: { reply: 'what?' } }, kind: 'retry', phases: ['connected'] },
  { fault: { at: 'content', action: 'drop' }, kind: 'unknown', phases: ['connected', 'data'] },
  { fault: { at: 'content', action: 'hang' }, kind: 'unknown', phases: ['connected', 'data'] },
  { fault: { at: 'content', action: { reply: '451 try later' } }, kind: 'retry', phases: ['connected', 'data'] },
  { fault: { at: 'content', action: { reply: '554 looks bad' } }, kind: 'refused', phases: ['connected', 'data'] },
  { fault: { at: 'content', action: { reply: 'what?' } }, kind: 'unknown', phases: ['connected', 'data'] },
]
for (const { fault, kind, phases } of faults) {
  const action = typeof fault.action === 'string' ? fault.action : `"${fault.action.reply}"`
  test(`a server that answers ${fault.at} with ${action} means ${kind}`, async () => {
    await using server = await openFaultyServer(fault)
    await using transport = transportTo(server.port)
    const told: DeliveryPhase[] = []
    const outcome = await transport.send(mail, async (phase) => {
      told.push(phase)
    })
    assert.equal(outcome.kind, kind)
    assert.deepEqual(told, phases)
    if (outcome.kind !== 'sent' && typeof fault.action !== 'string')
      assert.ok(outcome.reason.includes(fault.action.reply))
    assert.equal(server.contentCount(), fault.at === 'content' ? 1 : 0)
  })
}

test('a delivery that does not end is given up when the whole time is up', async () => {
  await using server = await openFaultyServer({ at: 'content', action: 'hang' })
  await using transport = openMailTransport({
    smtpUrl: `smtp://127.0.0.1:${server.port}`,
    folder: 'unused',
    timeouts: { totalMs: 200 },
  })
  const outcome = await transport.send(mail)
  assert.deepEqual(outcome, { kind: 'unknown', reason: 'not done after 0.2 s' })
})

test('a server that is not there means retry', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await using transport = transportTo(typeof address === 'object' ? (address?.port ?? 0) : 0)
  const outcome = await transport.send(mail)
  assert.equal(outcome.kind, 'retry')
  const verified = await transport.verify()
  assert.equal(verified.ok, false)
})

test('one refused address does not touch the mails to others', async () => {
  await using server = await openMailServer({
    onRcptTo: (address, _session, done) => {
      const refusal = Object.assign(new Error('mailbox closed'), { responseCode: 554 })
      done(address.address.startsWith('closed@') ? refusal : null)
    },
  })
  await using transport = transportTo(server.port)
  const addresses = ['first@desk.example', 'closed@desk.example', 'third@desk.example']
  const outcomes = await Promise.all(addresses.map((to) => transport.send({ ...mail, to })))
  assert.deepEqual(
    outcomes.map((outcome) => outcome.kind),
    ['sent', 'refused', 'sent'],
  )
  assert.deepEqual(server.mails.map((each) => each.to[0]).toSorted(), ['first@desk.example', 'third@desk.example'])
})

for (const phase of ['connected', 'data'] as const) {
  test(`when the phase ${phase} cannot be recorded, the failure is thrown and nothing is delivered`, async () => {
    await using server = await openMailServer()
    await using transport = transportTo(server.port)
    const failure = new Error('disk full')
    const sending = transport.send(mail, async (reached) => {
      if (reached === phase) throw failure
    })
    await assert.rejects(sending, failure)
    assert.equal(server.mails.length, 0)
  })
}

test('a mail larger than the server takes is refused before it is offered', async () => {
  await using server = await openMailServer({ size: 20 })
  await using transport = transportTo(server.port)
  const outcome = await transport.send(mail)
  assert.equal(outcome.kind, 'refused')
})

test('an address that would break the command is refused and never spoken', async () => {
  await using server = await openMailServer()
  await using transport = transportTo(server.port)
  const outcome = await transport.send({ ...mail, to: 'a@desk.example>\r\nRCPT TO:<b@desk.example' })
  assert.equal(outcome.kind, 'refused')
  assert.equal(server.mails.length, 0)
})

test('STARTTLS and login are used when offered, and a wrong password is no fault of the mail', async () => {
  const pem = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  })
  await using server = await openMailServer({
    disabledCommands: [],
    key: pem.private,
    cert: pem.cert,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'desk' && password === 'p@ss word') done(null, { user: 'desk' })
      else done(new Error('no such user'))
    },
  })
  const trusting = transportTo(server.port, { login: 'desk:p%40ss%20word@', certificateAuthority: pem.cert })
  assert.deepEqual(await trusting.verify(), { ok: true })
  assert.equal((await trusting.send(mail)).kind, 'sent')
  assert.deepEqual(
    server.mails.map(({ isSecure, user }) => ({ isSecure, user })),
    [{ isSecure: true, user: 'desk' }],
  )

  const wrong = transportTo(server.port, { login: 'desk:wrong@', certificateAuthority: pem.cert })
  const refused = await wrong.send(mail)
  assert.equal(refused.kind, 'retry')
  assert.match(refused.kind === 'retry' ? refused.reason : '', /535/)

  const untrusting = transportTo(server.port)
  assert.equal((await untrusting.send(mail)).kind, 'retry')
  assert.equal(server.mails.length, 1)
})

test('a password is not given to a server without login', async () => {
  await using server = await openMailServer()
  await using transport = transportTo(server.port, { login: 'desk:secret@' })
  assert.deepEqual(await transport.verify(), {
    ok: false,
    reason: 'the server offers no AUTH, but SMTP_URL names a user',
  })
})
