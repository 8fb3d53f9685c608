import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messageId } from '../../src/mail/message-id.ts'

const identity = { planId: 'morning', slotDate: '2024-06-14', address: 'reader@home.example', domain: 'desk.example' }

test('built twice it is the same, and the address cannot be read from it', () => {
  const id = messageId(identity)
  assert.equal(id, messageId({ ...identity }))
  assert.match(id, /^<2024-06-14\.morning\.[0-9a-f]{32}@desk\.example>$/)
})

test('another digest, date or address is another id', () => {
  const ids = [
    identity,
    { ...identity, planId: 'evening' },
    { ...identity, slotDate: '2024-06-15' },
    { ...identity, address: 'other@home.example' },
    { ...identity, planId: 'mor ning' },
    { ...identity, planId: 'mor/ning' },
  ].map(messageId)
  assert.equal(new Set(ids).size, ids.length)
})

const odd = [
  {
    planId: 'a b@c>\r\nBcc: x',
    domain: 'desk.example',
    expected: /^<2024-06-14\.a-b-c---Bcc--x\.[0-9a-f]{32}@desk\.example>$/,
  },
  { planId: 'morning', domain: 'bücher.example', expected: /@xn--bcher-kva\.example>$/ },
  { planId: 'morning', domain: 'desk.example>\r\nBcc: x', expected: /@localhost>$/ },
  { planId: '', domain: '', expected: /^<2024-06-14\.-\.[0-9a-f]{32}@localhost>$/ },
]
for (const { planId, domain, expected } of odd) {
  test(`plan ${JSON.stringify(planId)} at ${JSON.stringify(domain)} gives a valid id`, () => {
    assert.match(messageId({ ...identity, planId, domain }), expected)
  })
}
