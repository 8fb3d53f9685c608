import assert from 'node:assert/strict'
import { test } from 'node:test'
import PostalMime from 'postal-mime'
import { composeDigest } from '../../src/digest/compose-digest.ts'
import { renderHtml } from '../../src/digest/render-html.ts'
import { renderText } from '../../src/digest/render-text.ts'
import { freezeDigest } from '../../src/mail/freeze-digest.ts'
import { sampleArticle } from '../digest/sample-article.ts'
import { sampleInput } from '../digest/sample-input.ts'

const article = sampleArticle({ title: 'A peace offer · мир', matched: { peace: ['peace offer'] } })
const digest = composeDigest({ ...sampleInput, articles: [article] })
const mail = {
  digest,
  html: renderHtml(digest),
  text: renderText(digest),
  from: 'Night Desk <desk@desk.example>',
  date: sampleInput.now,
}

test('a digest becomes one mail to one address, read back as it was drawn', async () => {
  const frozen = await freezeDigest({ ...mail, address: 'reader@home.example' })
  const parsed = await PostalMime.parse(frozen.eml)
  assert.equal(parsed.subject, digest.subject)
  assert.equal(parsed.text?.trimEnd(), mail.text.trimEnd())
  assert.equal(parsed.html?.trimEnd(), mail.html.trimEnd())
  assert.deepEqual(
    parsed.to?.map((each) => each.address),
    ['reader@home.example'],
  )
  assert.equal(parsed.from?.address, 'desk@desk.example')
  assert.equal(parsed.messageId, frozen.messageId)
  assert.equal(parsed.headers.find((header) => header.key === 'list-id')?.value, '<morning.desk.example>')
  assert.equal(frozen.from, 'desk@desk.example')
})

test('frozen again it is the same mail, to another address another', async () => {
  const first = await freezeDigest({ ...mail, address: 'reader@home.example' })
  assert.deepEqual(await freezeDigest({ ...mail, address: 'reader@home.example' }), first)
  const other = await freezeDigest({ ...mail, address: 'other@home.example' })
  assert.notEqual(other.deliveryId, first.deliveryId)
  assert.notEqual(other.messageId, first.messageId)
})
