import assert from 'node:assert/strict'
import { isIP, type LookupFunction } from 'node:net'
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
  ['fd12:3456:789a::1', false],
  ['fe80::a:b%2', false],
  ['100::1', false],
  ['5f00::1', false],
  ['4000::1', false],
  ['3fff::1', false],
  ['192.0.2.1', false],
  ['203.0.113.9', false],
  ['192.88.99.1', false],
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
  'paper.example@127.0.0.1',
  'paper.example%40@127.0.0.1',
  '[::ffff:0:127.0.0.1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[64:ff9b:1::127.0.0.1]',
  '[fec0::1]',
  '0x7f.1',
  '0X7F000001',
  '0177.1',
  '00000177.0.0.1',
  '0x7f.0x0.0x0.0x1',
  '127.0x0.0.01',
  '2852039166',
  '0xa9fea9fe',
  '192.168.257',
  '100.64.0.1',
  '1\t27.0.0.1',
  '127.0.0.1%2e',
]
for (const host of spellings) {
  test(`nothing behind http://${host} is reached`, async () => {
    await using server = await serve((_request, response) => response.end('secret'))
    await using door = openTestDoor({ allowPrivateHosts: [], connectTimeoutMs: 300 })
    const outcome = await door.fetchFeed({ url: `http://${host}:${server.port}/` })
    assert.equal(server.connectionCount(), 0)
    // Some name servers do not know `localhost.`.
    if (outcome.kind === 'failed' && outcome.failure.code === 'dns' && host === 'localhost.') return
    assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'forbidden-address')
  })
}

/** A name server that tells each asker the next of these. */
function answers(...rounds: readonly (readonly string[])[]): LookupFunction & { readonly asked: readonly string[] } {
  const asked: string[] = []
  const lookup: LookupFunction = (hostname, options, callback) => {
    const round = rounds[Math.min(asked.push(hostname), rounds.length) - 1] ?? []
    const found = round.map((address) => ({ address, family: isIP(address) }))
    if (options.all) callback(null, found)
    else callback(null, found[0]?.address ?? '', found[0]?.family)
  }
  return Object.assign(lookup, { asked })
}

test('a name is asked for once a connection: what it says later is never dialled', async () => {
  await using server = await serve((_request, response) => response.end('secret'))
  // Public at first, though given to nobody.
  const lookup = answers(['2000::1'], ['127.0.0.1'])
  await using door = openTestDoor({ allowPrivateHosts: [], connectTimeoutMs: 300, lookup })
  const outcome = await door.fetchFeed({ url: `http://rebind.example:${server.port}/` })
  assert.deepEqual(lookup.asked, ['rebind.example'])
  assert.equal(server.requests.length, 0)
  assert.ok(outcome.kind === 'failed' && ['connect', 'timeout'].includes(outcome.failure.code), JSON.stringify(outcome))
  const second = await door.fetchFeed({ url: `http://rebind.example:${server.port}/` })
  assert.deepEqual(lookup.asked, ['rebind.example', 'rebind.example'])
  assert.equal(second.kind === 'failed' && second.failure.code, 'forbidden-address')
  assert.equal(server.connectionCount(), 0)
})

for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '::1', '64:ff9b::7f00:1', '2002:7f00:1::', 'fe80::1%lo']) {
  test(`a name that leads to ${address} is refused, by http and https`, async () => {
    await using server = await serve((_request, response) => response.end('secret'))
    await using door = openTestDoor({ allowPrivateHosts: [], lookup: answers([address]) })
    for (const scheme of ['http', 'https']) {
      const outcome = await door.fetchFeed({ url: `${scheme}://inside.example:${server.port}/` })
      assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'forbidden-address')
    }
    assert.equal(server.connectionCount(), 0)
  })
}

test('of a name with public and private addresses only the public ones are dialled', async () => {
  await using server = await serve((_request, response) => response.end('secret'))
  const lookup = answers(['127.0.0.1', '2000::1', '::1'])
  await using door = openTestDoor({ allowPrivateHosts: [], connectTimeoutMs: 300, lookup })
  const outcome = await door.fetchFeed({ url: `http://both.example:${server.port}/` })
  assert.ok(outcome.kind === 'failed' && outcome.failure.code !== 'forbidden-address')
  assert.equal(server.connectionCount(), 0)
})

test('an allowed host opens the way to itself alone: its redirect to another private host is refused', async () => {
  await using inside = await serve((_request, response) => response.end('secret'))
  await using allowed = await serve((_request, response) => {
    response.writeHead(302, { location: `http://hr.example:${inside.port}/` }).end()
  })
  const lookup = answers(['127.0.0.1'])
  await using door = openTestDoor({ allowPrivateHosts: ['wiki.example'], lookup })
  const outcome = await door.fetchFeed({ url: `http://wiki.example:${allowed.port}/` })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'forbidden-address')
  assert.equal(allowed.requests.length, 1)
  assert.equal(inside.connectionCount(), 0)
  for (const name of ['sub.wiki.example', 'wiki.example.evil.example', 'xwiki.example']) {
    const other = await door.fetchFeed({ url: `http://${name}:${inside.port}/` })
    assert.equal(other.kind === 'failed' && other.failure.code, 'forbidden-address', name)
  }
})

test('the robots.txt of a page is guarded like the page', async () => {
  await using server = await serve((_request, response) => response.end('secret'))
  await using door = openTestDoor({ allowPrivateHosts: [] })
  const outcome = await door.fetchPage({ url: `${server.url}/page` })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'forbidden-address')
  assert.equal(server.connectionCount(), 0)
})

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
