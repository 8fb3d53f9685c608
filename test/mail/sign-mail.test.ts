import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { composeMail } from '../../src/mail/compose-mail.ts'
import { signMail } from '../../src/mail/sign-mail.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
})
const key = { domain: 'desk.example', selector: 'desk1', privateKey }
const mail = await composeMail({
  from: 'Night Desk <desk@desk.example>',
  to: 'reader@home.example',
  subject: '2 new · Größe · Fri 14 Jun',
  html: '<p>Größe <b>eins</b></p>\n',
  text: 'Größe eins\n\n\n',
  messageId: '<2024-06-14.morning.0123@desk.example>',
  date: Date.parse('2024-06-14T05:00:00Z'),
  listId: 'morning.desk.example',
  unsubscribe: { url: 'https://desk.example/unsubscribe/t', address: 'list@desk.example' },
})

/** DNS as this test answers it. */
const resolver = async (name: string, type: string) => {
  if (name === 'desk1._domainkey.desk.example' && type === 'TXT') {
    return [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]]
  }
  throw Object.assign(new Error(`no ${type} of ${name}`), { code: 'ENOTFOUND' })
}

async function verdictOf(eml: Uint8Array) {
  const { results } = await dkimVerify(Buffer.from(eml), { resolver })
  return results[0]
}

test('a signed mail verifies, and what readers see or act on is signed', async () => {
  const verdict = await verdictOf(await signMail(mail, key))
  assert.equal(verdict?.status.result, 'pass')
  assert.equal(verdict?.signingDomain, 'desk.example')
  const signed = verdict?.signingHeaders?.keys.split(':').map((name) => name.trim().toLowerCase()) ?? []
  const expected = [
    'from',
    'subject',
    'date',
    'to',
    'message-id',
    'list-id',
    'list-unsubscribe',
    'list-unsubscribe-post',
    'mime-version',
    'content-type',
  ]
  assert.deepEqual(
    expected.filter((name) => !signed.includes(name)),
    [],
  )
})

test('signing does not change the mail, and twice gives the same bytes', async () => {
  const signed = Buffer.from(await signMail(mail, key))
  assert.deepEqual(Buffer.from(await signMail(mail, key)), signed)
  assert.ok(signed.subarray(-mail.byteLength).equals(Buffer.from(mail)))
  assert.match(signed.toString('latin1'), /^DKIM-Signature: /)
})

const changes = [
  { what: 'the text', from: /eins/g, to: 'zwei' },
  { what: 'the subject', from: 'Subject: ', to: 'Subject: x' },
  { what: 'the one-click header', from: 'List-Unsubscribe-Post: List-Unsubscribe=One-Click', to: 'List-Other: x' },
]
for (const { what, from, to } of changes) {
  test(`a mail in which ${what} was changed does not verify`, async () => {
    const signed = Buffer.from(await signMail(mail, key)).toString('latin1')
    const changed = signed.replace(from, to)
    assert.notEqual(changed, signed)
    assert.notEqual((await verdictOf(Buffer.from(changed, 'latin1')))?.status.result, 'pass')
  })
}

test('a key that cannot sign is an error, not a mail without a signature', async () => {
  await assert.rejects(signMail(mail, { ...key, privateKey: 'no key' }), /DKIM: expected a key that signs/)
})
