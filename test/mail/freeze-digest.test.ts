import assert from 'node:assert/strict'
import { test } from 'node:test'
import PostalMime from 'postal-mime'
import { composeDigest } from '../../src/digest/compose-digest.ts'
import { renderHtml } from '../../src/digest/render-html.ts'
import { renderText } from '../../src/digest/render-text.ts'
import { type DigestMail, freezeDigest, type Sender } from '../../src/mail/freeze-digest.ts'
import { sampleArticle } from '../digest/sample-article.ts'
import { sampleInput } from '../digest/sample-input.ts'

const article = sampleArticle({ title: 'A peace offer · мир', matched: { peace: ['peace offer'] } })
const digest = composeDigest({ ...sampleInput, articles: [article] })
const mail: DigestMail = {
  digest,
  slotDate: '2024-06-14',
  html: renderHtml(digest),
  text: renderText(digest),
  address: 'reader@home.example',
  date: sampleInput.now,
}
const sender: Sender = { from: 'Night Desk <desk@desk.example>', secret: 'a secret of this test' }

async function headerOf(eml: Uint8Array, name: string): Promise<readonly string[]> {
  const { headers } = await PostalMime.parse(eml)
  return headers.filter((header) => header.key === name).map((header) => header.value)
}

test('a digest becomes one mail to one address, read back as it was drawn', async () => {
  const frozen = await freezeDigest(mail, sender)
  const parsed = await PostalMime.parse(frozen.eml)
  assert.equal(parsed.subject, digest.subject)
  assert.equal(parsed.text?.trimEnd(), mail.text.trimEnd())
  assert.equal(parsed.html?.trimEnd(), mail.html.trimEnd())
  assert.deepEqual(
    parsed.to?.map((each) => each.address),
    ['reader@home.example'],
  )
  assert.equal(parsed.cc, undefined)
  assert.equal(parsed.bcc, undefined)
  assert.equal(parsed.from?.address, 'desk@desk.example')
  assert.equal(parsed.messageId, frozen.messageId)
  assert.equal(frozen.from, 'desk@desk.example')
})

test('frozen again it is the same mail; to another address, or of another slot, another', async () => {
  const first = await freezeDigest(mail, sender)
  assert.deepEqual(await freezeDigest({ ...mail }, sender), first)
  for (const change of [{ address: 'other@home.example' }, { slotDate: '2024-06-15' }]) {
    const other = await freezeDigest({ ...mail, ...change }, sender)
    assert.notEqual(other.deliveryId, first.deliveryId)
    assert.notEqual(other.messageId, first.messageId)
  }
})

test('bounces go to the configured address, while the sender stays', async () => {
  const frozen = await freezeDigest(mail, { ...sender, bounceAddress: 'bounces@desk.example' })
  assert.equal(frozen.from, 'bounces@desk.example')
  assert.deepEqual(await headerOf(frozen.eml, 'from'), ['Night Desk <desk@desk.example>'])
})

test('List-Id is the same on every day and for every reader, and another for another digest', async () => {
  const ids = await Promise.all(
    [
      mail,
      { ...mail, slotDate: '2024-06-15', date: mail.date + 86_400_000 },
      { ...mail, address: 'other@home.example' },
      { ...mail, digest: { ...digest, planId: 'evening' } },
    ].map(async (each) => (await headerOf((await freezeDigest(each, sender)).eml, 'list-id'))[0]),
  )
  assert.deepEqual(ids, [
    '<morning.desk.example>',
    '<morning.desk.example>',
    '<morning.desk.example>',
    '<evening.desk.example>',
  ])
})

test("the links of the mail's own reader stand in its headers", async () => {
  const unsubscribeUrl = 'https://desk.example/unsubscribe/token'
  const linked = { ...mail, digest: { ...digest, links: { unsubscribeUrl } } }
  const frozen = await freezeDigest(linked, { ...sender, unsubscribeAddress: 'list@desk.example' })
  assert.deepEqual(await headerOf(frozen.eml, 'list-unsubscribe'), [
    `<${unsubscribeUrl}>, <mailto:list@desk.example?subject=unsubscribe%20morning.desk.example>`,
  ])
  assert.deepEqual(await headerOf(frozen.eml, 'list-unsubscribe-post'), ['List-Unsubscribe=One-Click'])
})
