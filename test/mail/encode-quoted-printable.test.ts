import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { encodeQuotedPrintable } from '../../src/mail/encode-quoted-printable.ts'

const cases = [
  { name: 'plain words', text: 'Two swans, 3 < 4 > 2?', encoded: 'Two swans, 3 < 4 > 2?' },
  { name: 'nothing', text: '', encoded: '' },
  { name: 'an equals sign', text: 'a=b', encoded: 'a=3Db' },
  { name: 'letters of two, three and four bytes', text: 'é平🕊', encoded: '=C3=A9=E5=B9=B3=F0=9F=95=8A' },
  { name: 'half a letter', text: '\ud83d', encoded: '=EF=BF=BD' },
  { name: 'control signs', text: 'a\0b\x7f', encoded: 'a=00b=7F' },
  { name: 'every kind of line end', text: 'a\nb\rc\r\nd\n\re\n', encoded: 'a\r\nb\r\nc\r\nd\r\n\r\ne\r\n' },
  { name: 'space within a line', text: 'a b\tc', encoded: 'a b\tc' },
  { name: 'space at the end of a line', text: 'a \nb\t\r\nc ', encoded: 'a=20\r\nb=09\r\nc=20' },
  { name: 'a full line', text: 'x'.repeat(75), encoded: 'x'.repeat(75) },
  { name: 'a sign more', text: 'x'.repeat(76), encoded: `${'x'.repeat(75)}=\r\nx` },
  { name: 'a code that has no room', text: `${'x'.repeat(73)}=`, encoded: `${'x'.repeat(73)}=\r\n=3D` },
  { name: 'a letter that has no room', text: `${'x'.repeat(64)}🕊`, encoded: `${'x'.repeat(64)}=\r\n=F0=9F=95=8A` },
  { name: 'a letter that has just room', text: `${'x'.repeat(63)}🕊`, encoded: `${'x'.repeat(63)}=F0=9F=95=8A` },
]
for (const { name, text, encoded } of cases) {
  test(`encodes ${name}`, () => assert.equal(encodedText(text), encoded))
}

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(' ', '\t', '\r', '\n', '\r\n', '=', '.', 'é', '平', '🕊', 'x'.repeat(74)),
)
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

test('any text comes back, in lines of printable ASCII of 76 signs at most that end in no space', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const encoded = encodedText(text)
      for (const line of encoded.split('\r\n')) assert.match(line, /^(?:[\x20-\x7e\t]{0,75}[\x21-\x7e])?$/)
      assert.equal(decoded(encoded), text.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n'))
      const mail = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${encoded}`
      assert.equal(
        (await PostalMime.parse(mail)).text?.trim() ?? '',
        text
          .toWellFormed()
          .replace(/\r\n|\r/g, '\n')
          .trim(),
      )
    }),
    { numRuns: 500 },
  )
})

test('no line is broken within a letter', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const line of encodedText(text).split('\r\n')) {
        assert.doesNotThrow(() => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(line.replace(/=$/, ''))))
      }
    }),
    { numRuns: 500 },
  )
})

test('the largest texts fit, whatever they are made of', () => {
  for (const letter of ['=', 'é', '平', '🕊', '\n', 'a🕊', 'x平']) {
    const text = letter.repeat(20_000)
    assert.equal(decoded(encodedText(text)), text.replaceAll('\n', '\r\n'))
  }
})

function encodedText(text: string): string {
  return Buffer.from(encodeQuotedPrintable(text)).toString('latin1')
}

function decoded(encoded: string): string {
  return Buffer.from(bytesOf(encoded.replaceAll('=\r\n', ''))).toString('utf8')
}

function bytesOf(encoded: string): Uint8Array {
  const text = encoded.replace(/=([\dA-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
  return Buffer.from(text, 'latin1')
}
