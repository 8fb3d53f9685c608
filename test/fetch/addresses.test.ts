import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPublicAddress } from '../../src/fetch/is-public-address.ts'
import { openTestDoor } from './open-test-door.ts'
import { serve } from './serve.ts'

const addresses: readonly (readonly [address: string, isPublic: boolean])[] = [
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['::ffff:93.184.216.34', true],
  ['64:ff9b::5db8:d822', true],
  ['2002:5db8:d822::1', true],
  ['127.0.0.1', false],
  ['127.255.255.254', false],
  ['0.0.0.0', false],
  ['0.1.2.3', false],
  ['10.0.0.1', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['192.0.0.1', false],
  ['198.18.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['240.0.0.1', false],
  ['::', false],
  ['::1', false],
  ['::7f00:1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:0:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['64:ff9b:1::7f00:1', false],
  ['2002:7f00:1::1', false],
  ['2002:a00:1::1', false],
  ['2001::7f00:1', false],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['fc00::1', false],
  ['fec0::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['not an address', false],
]
for (const [address, isPublic] of addresses) {
  test(`${address} is ${isPublic ? 'public' : 'not public'}`, () => assert.equal(isPublicAddress(address), isPublic))
}

const spellings = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '%31%32%37.0.0.1',
  '①②⑦.0.0.1',
  '１２７.0.0.1',
  '127。0。0。1',
  'localhost',
  'LOCALHOST',
  'localhost.',
  '0',
  '0.0.0.0',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[2002:7f00:1::]',
  '[fe80::1]',
  '169.254.169.254',
  '10.0.0.1',
  '[fd00::1]',
  'user:pass@127.0.0.1',
]
for (const host of spellings) {
  test(`nothing behind http://${host} is reached`, async () => {
    await using server = await serve((_request, response) => response.end('secret'))
    await using door = openTestDoor({ allowPrivateHosts: [], connectTimeoutMs: 300 })
    const outcome = await door.fetchFeed({ url: `http://${host}:${server.port}/` })
    assert.equal(server.requests.length, 0)
    // Some name servers do not know `localhost.`.
    if (outcome.kind === 'failed' && outcome.failure.code === 'dns' && host === 'localhost.') return
    assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'forbidden-address')
  })
}

test('a redirect inwards is refused at the hop', async () => {
  await using inside = await serve((_request, response) => response.end('secret'))
  await using door = openTestDoor({ allowPrivateHosts: ['localhost'] })
  await using outside = await serve((_request, response) => response.writeHead(302, { location: inside.url }).end())
  const outcome = await door.fetchFeed({ url: `http://localhost:${outside.port}/` })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'forbidden-address')
  assert.equal(outside.requests.length, 1)
  assert.equal(inside.requests.length, 0)
})

test('an exception is by host name, not by the address behind it', async () => {
  await using server = await serve((_request, response) => response.end('<rss/>'))
  await using door = openTestDoor({ allowPrivateHosts: ['LocalHost'] })
  const allowed = await door.fetchFeed({ url: `http://localhost:${server.port}/` })
  const refused = await door.fetchFeed({ url: `http://127.0.0.1:${server.port}/` })
  assert.equal(allowed.kind, 'fresh')
  assert.equal(refused.kind === 'failed' && refused.failure.code, 'forbidden-address')
})

test('an https URL is guarded alike', async () => {
  await using door = openTestDoor({ allowPrivateHosts: [] })
  const outcome = await door.fetchPage({ url: 'https://localhost/' })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'forbidden-address')
})

test('a recorded day answers for every host, http and https alike, by its Host header', async () => {
  await using server = await serve((request, response) => response.end(request.headers.host))
  await using door = openTestDoor({ dialInstead: { host: '127.0.0.1', port: server.port }, respectRobots: false })
  for (const url of ['https://paper.example/feed', 'http://wire.example:8080/feed', 'http://10.0.0.1/feed']) {
    const outcome = await door.fetchPage({ url })
    assert.equal(outcome.kind === 'fresh' && outcome.text, new URL(url).host)
  }
})
