import assert from 'node:assert/strict'
import { createServer } from 'node:https'
import { after, before, test } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { issueCertificate } from './issue-certificate.ts'
import { openTestDoor } from './open-test-door.ts'
import { listen, serve } from './serve.ts'

const past = { from: '20200101000000Z', until: '20200201000000Z' }
const present = { from: '20200101000000Z', until: '20991231235959Z' }
const future = { from: '20980101000000Z', until: '20991231235959Z' }

const issuer = issueCertificate({ name: 'Desk test authority', ...present, isAuthority: true })
const publicAuthorities = getCACertificates()

before(() => setDefaultCACertificates([...publicAuthorities, issuer.cert]))
after(() => setDefaultCACertificates(publicAuthorities))

const certificates = [
  { what: 'valid', order: { name: 'localhost', ...present, issuer } },
  { what: 'expired', order: { name: 'localhost', ...past, issuer }, message: /has expired/ },
  { what: 'not valid yet', order: { name: 'localhost', ...future, issuer }, message: /not valid yet/ },
  { what: 'self-signed', order: { name: 'localhost', ...present }, message: /is self-signed/ },
  { what: 'for another host', order: { name: 'paper.example', ...present, issuer }, message: /for another host/ },
]
for (const { what, order, message } of certificates) {
  test(`a certificate that is ${what} is told as such`, async (t) => {
    const { key, cert } = issueCertificate(order)
    const options = { key: key.export({ type: 'pkcs8', format: 'pem' }), cert }
    const server = createServer(options, (_request, response) => response.end('<rss/>'))
    const port = await listen(server)
    t.after(() => server.close())
    await using door = openTestDoor()
    const outcome = await door.fetchFeed({ url: `https://localhost:${port}/` })
    if (message === undefined) return assert.equal(outcome.kind, 'fresh')
    assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'tls')
    assert.match(outcome.kind === 'failed' ? outcome.failure.message : '', message)
  })
}

test('a server that speaks no TLS is a tls failure', async () => {
  await using server = await serve((_request, response) => response.end())
  await using door = openTestDoor()
  const outcome = await door.fetchFeed({ url: `https://localhost:${server.port}/` })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'tls')
})
