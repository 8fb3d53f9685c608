import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type LinkClaims, signLink, verifyLink } from '../../src/digest/sign-link.ts'

const SECRET = 'the first secret of this invented desk'
const CLAIMS: LinkClaims = {
  purpose: 'view',
  planId: 'morning',
  address: 'reader@desk.example',
  slotDate: '2031-06-14',
}

const claims = fc.record(
  {
    purpose: fc.constantFrom('unsubscribe', 'view'),
    planId: fc.string({ minLength: 1, unit: 'binary' }),
    address: fc.string({ minLength: 1, maxLength: 254, unit: 'grapheme' }),
    slotDate: fc.constantFrom('2031-06-14', '2031-12-31'),
  },
  { requiredKeys: ['purpose', 'planId', 'address'], noNullPrototype: true },
)

describe('signLink and verifyLink', () => {
  it('gives back what was signed, from a token that every URL and mail program takes as it is', () => {
    fc.assert(
      fc.property(claims, (signed) => {
        const token = signLink(SECRET, signed)
        assert.match(token, /^[A-Za-z0-9_-]+\.[0-9a-f]{64}$/)
        assert.deepEqual(verifyLink([SECRET], signed.purpose, token), signed)
        assert.equal(signLink(SECRET, signed), token)
      }),
    )
  })

  it('refuses a token with any bit flipped', () => {
    const bytes = Buffer.from(signLink(SECRET, CLAIMS), 'latin1')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const forged = Buffer.from(bytes)
      forged[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      assert.equal(verifyLink([SECRET], 'view', forged.toString('latin1')), undefined, `bit ${bit}`)
    }
  })

  it('refuses a token that is cut, lengthened or mixed with another, or any other text', () => {
    const token = signLink(SECRET, CLAIMS)
    const other = signLink(SECRET, { ...CLAIMS, address: 'other@desk.example' })
    const [body = '', signature = ''] = token.split('.')
    const mixed = `${other.split('.')[0]}.${signature}`
    const upper = `${body}.${signature.toUpperCase()}`
    const odd = ['', '.', body, `.${signature}`, `${body}.`, `${token}.`, `${token}.${signature}`, `${token}=`]
    for (const forged of [...odd, mixed, upper, 'x'.repeat(1_000_000)])
      assert.equal(verifyLink([SECRET], 'view', forged), undefined, forged.slice(0, 80))
    for (let length = 0; length < token.length; length++)
      assert.equal(verifyLink([SECRET], 'view', token.slice(0, length)), undefined)
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => verifyLink([SECRET], 'view', text) === undefined))
  })

  it('holds a token to its purpose', () => {
    assert.equal(verifyLink([SECRET], 'unsubscribe', signLink(SECRET, CLAIMS)), undefined)
    assert.equal(verifyLink([SECRET], 'view', signLink(SECRET, { ...CLAIMS, purpose: 'unsubscribe' })), undefined)
  })

  it('accepts tokens of secrets that were replaced, and of no others', () => {
    const token = signLink(SECRET, CLAIMS)
    assert.deepEqual(verifyLink(['a newer secret', SECRET], 'view', token), CLAIMS)
    assert.equal(verifyLink(['a newer secret'], 'view', token), undefined)
    assert.equal(verifyLink([], 'view', token), undefined)
  })
})
