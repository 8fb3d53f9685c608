import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSmtpUrl } from '../../src/mail/parse-smtp-url.ts'

const cases = [
  { url: 'smtp://mail.example', host: 'mail.example', port: 587, isSecure: false, needsTls: false },
  { url: 'smtps://mail.example', host: 'mail.example', port: 465, isSecure: true, needsTls: false },
  { url: 'smtp://mail.example:2525', host: 'mail.example', port: 2525, isSecure: false, needsTls: false },
  { url: 'smtp://u:p@mail.example', host: 'mail.example', port: 587, isSecure: false, needsTls: true },
  { url: 'smtp://u:p@127.0.0.1:25', host: '127.0.0.1', port: 25, isSecure: false, needsTls: false },
  { url: 'smtp://u:p@[::1]:25', host: '::1', port: 25, isSecure: false, needsTls: false },
  {
    url: 'smtp://u:p@mail.example?requireTLS=false',
    host: 'mail.example',
    port: 587,
    isSecure: false,
    needsTls: false,
  },
  { url: 'smtp://127.0.0.1?requireTLS=true', host: '127.0.0.1', port: 587, isSecure: false, needsTls: true },
]
for (const { url, ...expected } of cases) {
  test(`${url} is understood`, () => {
    const { host, port, isSecure, needsTls } = parseSmtpUrl(url, {})
    assert.deepEqual({ host, port, isSecure, needsTls }, expected)
  })
}

test('user, password and name are decoded', () => {
  const server = parseSmtpUrl('smtp://de%40sk:p%2Fw@mail.example?name=desk.example', {})
  assert.deepEqual(server.credentials, { user: 'de@sk', pass: 'p/w' })
  assert.equal(server.name, 'desk.example')
})

for (const url of ['mail.example', 'http://u:secret@mail.example', 'smtp:', '']) {
  test(`"${url}" is refused without telling a password`, () => {
    assert.throws(
      () => parseSmtpUrl(url, {}),
      (error: Error) => error.message.includes('expected smtp://') && !error.message.includes('secret'),
    )
  })
}
