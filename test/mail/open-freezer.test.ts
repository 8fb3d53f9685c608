import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DigestMail, freezeDigest } from '../../src/mail/freeze-digest.ts'
import { openFreezer } from '../../src/mail/open-freezer.ts'

const SENDER = { from: 'Night Desk <desk@desk.example>', secret: 'a secret of this test' }

function mailTo(address: string): DigestMail {
  return {
    digest: {
      planId: 'daily',
      subject: '1 new · Ferries · Fri 14 Jun',
      links: { unsubscribeUrl: `https://desk.example/unsubscribe/${address}` },
    },
    slotDate: '2024-06-14',
    address,
    html: '<p>Ранок = morning</p>\n',
    text: 'Ранок = morning\n',
    date: Date.parse('2024-06-14T05:00:00Z'),
  }
}

test('many mails at a time come out of the thread byte for byte as single ones, each with its own address', async () => {
  await using freezer = openFreezer()
  const mails = Array.from({ length: 12 }, (_, index) => mailTo(`reader-${index}@home.example`))
  const frozen = await Promise.all(mails.map((mail) => freezer.freeze(mail, SENDER)))
  const single = await Promise.all(mails.map((mail) => freezeDigest(mail, SENDER)))
  assert.deepEqual(
    frozen.map((mail) => ({ ...mail, eml: new TextDecoder().decode(mail.eml) })),
    single.map((mail) => ({ ...mail, eml: new TextDecoder().decode(mail.eml) })),
  )
})

test('a mail that cannot be made fails by itself', async () => {
  await using freezer = openFreezer()
  const broken = { ...SENDER, dkim: { selector: 's', privateKey: 'no key' } }
  const mails = Array.from({ length: 8 }, (_, index) => mailTo(`reader-${index}@home.example`))
  const results = await Promise.allSettled(
    mails.map((mail, index) => freezer.freeze(mail, index === 6 ? broken : SENDER)),
  )
  assert.deepEqual(
    results.map(({ status }) => status),
    mails.map((_, index) => (index === 6 ? 'rejected' : 'fulfilled')),
  )
})
