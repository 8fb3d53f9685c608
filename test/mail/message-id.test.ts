import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messageId } from '../../src/mail/message-id.ts'

const KEY = 'a key of this test'
const identity = { planId: 'morning', slotDate: '2024-06-14', address: 'reader@home.example', domain: 'desk.example' }

test('built twice it is the same, and the address cannot be read from it', () => {
  const id = messageId(identity, KEY)
  assert.equal(id, messageId({ ...identity }, KEY))
  assert.match(id, /^<2024-06-14\.morning\.[0-9a-f]{32}@desk\.example>$/)
})

test('without the key it cannot be guessed from the address', () => {
  assert.notEqual(messageId(identity, 'another key'), messageId(identity, KEY))
})

test('another digest, date or address is another id', () => {
  const ids = [
    identity,
    { ...identity, planId: 'evening' },
    { ...identity, slotDate: '2024-06-15' },
    { ...identity, address: 'other@home.example' },
    { ...identity, planId: 'mor ning' },
    { ...identity, planId: 'mor/ning' },
  ].map((each) => messageId(each, KEY))
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
    assert.match(messageId({ ...identity, planId, domain }, KEY), expected)
  })
}
