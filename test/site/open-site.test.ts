import assert from 'node:assert/strict'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { openTestSite, READER } from './open-test-site.ts'
import { closeOf, rawConnect, rawRequest } from './raw-request.ts'
import { sampleDigest } from './sample-digest.ts'

describe('a site under slow and hostile clients', () => {
  const stalled = [
    ['nothing at all', { headersMs: 50 }, ''],
    ['half a header', { headersMs: 50 }, 'GET / HTTP/1.1\r\nHost: desk.example\r\nX-Slow: '],
    [
      'a body that never comes',
      { headersMs: 50, requestMs: 50 },
      'POST /unsubscribe/x HTTP/1.1\r\nHost: desk.example\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n\r\n',
    ],
  ] as const
  for (const [name, limits, sent] of stalled) {
    it(`closes a connection that sends ${name}`, async () => {
      await using site = await openTestSite({ limits: { silenceMs: 60_000, ...limits } })
      const answer = await rawRequest(site.port, sent)
      assert.doesNotMatch(answer, /^HTTP\/1\.1 200/)
    })
  }

  it('closes a connection that sends its headers a byte at a time, for ever', async () => {
    await using site = await openTestSite({ limits: { headersMs: 100 } })
    const socket = await rawConnect(site.port)
    socket.write('GET / HTTP/1.1\r\nHost: desk.example\r\nX-Slow: ')
    const drip = setInterval(() => socket.write('x'), 5)
    socket.resume()
    await closeOf(socket)
    clearInterval(drip)
  })

  it('waits for the body of a POST no longer than for any other, and changes nothing then', async () => {
    await using site = await openTestSite({ limits: { headersMs: 50, requestMs: 100, silenceMs: 60_000 } })
    const head = `POST ${site.unsubscribePath} HTTP/1.1\r\nHost: desk.example\r\nContent-Length: 26\r\n`
    await rawRequest(site.port, `${head}Content-Type: application/x-www-form-urlencoded\r\n\r\nList-Unsub`)
    assert.equal(await site.store.isUnsubscribed(READER), false)
  })

  it('takes a client that goes away in the middle of its POST for no failure of its own', async () => {
    await using site = await openTestSite()
    const socket = await rawConnect(site.port)
    const head = `POST ${site.unsubscribePath} HTTP/1.1\r\nHost: desk.example\r\nContent-Length: 26\r\n`
    await new Promise((resolve) => socket.write(`${head}Expect: 100-continue\r\n\r\n`, resolve))
    await once(socket, 'data')
    socket.resetAndDestroy()
    assert.equal((await fetch(`${site.url}/livez`)).status, 200)
    await site.site[Symbol.asyncDispose]()
    assert.deepEqual(site.errors, [])
    assert.equal(await site.store.isUnsubscribed(READER), false)
  })

  it('cuts off a client that does not read its answers', { timeout: 20_000 }, async () => {
    const [section = assert.fail()] = sampleDigest.sections
    const [item = assert.fail()] = section.items
    // One long title: quickly drawn, and more than the sockets' buffers hold.
    const items = [{ ...item, title: 'word '.repeat(4_000_000) }]
    const digest = { ...sampleDigest, sections: [{ ...section, items }] }
    await using site = await openTestSite({ digest, limits: { silenceMs: 500, connectionCount: 1 } })
    await using socket = await rawConnect(site.port)
    socket.write(`GET ${site.digestPath} HTTP/1.1\r\nHost: desk.example\r\n\r\n`)
    await once(socket, 'readable')
    let answer = ''
    while (answer === '') answer = await rawRequest(site.port, 'GET /livez HTTP/1.0\r\n\r\n')
    assert.match(answer, /^HTTP\/1\.1 200 /)
  })

  it('drops connections beyond its limit and serves those within', async () => {
    await using site = await openTestSite({ limits: { connectionCount: 2 } })
    const held = [await rawConnect(site.port), await rawConnect(site.port)]
    assert.equal(await rawRequest(site.port, 'GET /livez HTTP/1.0\r\n\r\n'), '')
    held[0]?.end('GET /livez HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n')
    assert.match(await text(held[0] ?? assert.fail()), /^HTTP\/1\.1 200 OK(?:.|\s)*alive\n$/)
    for (const socket of held) socket.destroy()
  })

  const odd = [
    ['TRACE', 'TRACE / HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 4\d\d /],
    ['CONNECT', 'CONNECT desk.example:80 HTTP/1.1\r\nHost: desk.example\r\n\r\n', /^(?:HTTP\/1\.1 4\d\d |$)/],
    ['a method nobody knows', 'BREW / HTTP/1.1\r\nHost: desk.example\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['HTTP/1.0 without Host', 'GET /livez HTTP/1.0\r\n\r\n', /^HTTP\/1\.1 200 /],
    ['a Host that is none', 'GET / HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['no HTTP', 'EHLO desk.example\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['headers beyond 8 KiB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(9_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    ['an upgrade', 'GET /livez HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n', /^HTTP\/1\.1 200 /],
  ] as const
  for (const [name, sent, expected] of odd) {
    it(`answers ${name} and goes on`, async () => {
      await using site = await openTestSite({ limits: { keepAliveMs: 50 } })
      assert.match(await rawRequest(site.port, sent), expected)
      assert.equal((await fetch(`${site.url}/livez`)).status, 200)
    })
  }
})

describe('a site that is stopped', () => {
  it('lets a request under way end, takes no other, and is gone', async () => {
    const reached = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    const site = await openTestSite({
      digest: sampleDigest,
      onLoadDigest: () => {
        reached.resolve()
        return release.promise
      },
    })
    const slow = fetch(site.url + site.digestPath)
    await reached.promise
    const stopped = site.site[Symbol.asyncDispose]()
    await assert.rejects(fetch(`${site.url}/livez`))
    release.resolve()
    const response = await slow
    assert.equal(response.status, 200)
    assert.match(await response.text(), /<\/html>/)
    await stopped
    await site.store[Symbol.asyncDispose]()
  })

  it('does not wait for connections that stay open, nor for ever for a request that does not end', async () => {
    const reached = Promise.withResolvers<void>()
    const site = await openTestSite({
      limits: { stopMs: 100 },
      onLoadDigest: () => {
        reached.resolve()
        return Promise.withResolvers<void>().promise
      },
    })
    assert.equal(await (await fetch(`${site.url}/livez`)).text(), 'alive\n')
    const idle = await rawConnect(site.port)
    const stuck = assert.rejects(fetch(site.url + site.digestPath))
    await reached.promise
    await site[Symbol.asyncDispose]()
    await stuck
    idle.destroy()
  })
})

describe('the address of a site', () => {
  it('that is taken is told in one line', async () => {
    await using site = await openTestSite()
    await assert.rejects(openTestSite({ port: site.port }), {
      name: 'SiteAddressError',
      message: `SITE_BIND: expected to listen at 127.0.0.1:${site.port}, got EADDRINUSE (another program listens there)`,
    })
  })

  it('that this machine does not have is told in one line', async () => {
    await assert.rejects(openTestSite({ host: '192.0.2.1' }), {
      name: 'SiteAddressError',
      message: 'SITE_BIND: expected to listen at 192.0.2.1:0, got EADDRNOTAVAIL (this machine has no such address)',
    })
  })

  it('may be of IPv6', async () => {
    await using site = await openTestSite({ host: '::1' })
    assert.match(site.url, /^http:\/\/\[::1\]:\d+$/)
    assert.equal((await fetch(`${site.url}/livez`)).status, 200)
  })
})
