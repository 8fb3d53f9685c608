import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { FetchOutcome } from '../../src/feed/fetch-outcome.ts'
import { hostileKinds } from './hostile-kinds.ts'
import { openTestDoor } from './open-test-door.ts'
import { allowedHosts, lookupMixed, type MixedHosts, serveMixedHosts } from './serve-mixed-hosts.ts'

const publicAuthorities = getCACertificates()
const outcomes = new Map<string, FetchOutcome>()
let hosts: MixedHosts

before(async () => {
  hosts = await serveMixedHosts(100, 20)
  setDefaultCACertificates([...publicAuthorities, hosts.authority])
  await using door = openTestDoor({
    allowPrivateHosts: allowedHosts(hosts.feeds),
    lookup: lookupMixed,
    totalTimeoutMs: 1500,
  })
  await Promise.all(hosts.feeds.map(async ({ url, host }) => outcomes.set(host, await door.fetchFeed({ url }))))
})
after(() => {
  hosts.close()
  setDefaultCACertificates(publicAuthorities)
})

test('healthy feeds are fetched in the company of hostile ones', () => {
  const healthy = hosts.feeds.filter(({ kind }) => kind === undefined)
  assert.equal(healthy.length, 80)
  for (const { host } of healthy) assert.equal(outcomes.get(host)?.kind, 'fresh', host)
})

for (const { name, code, says = /./ } of hostileKinds) {
  test(`a host that is ${name} is told as ${code}`, () => {
    const feeds = hosts.feeds.filter(({ kind }) => kind === name)
    assert.equal(feeds.length, 1)
    for (const { host } of feeds) {
      const outcome = outcomes.get(host)
      assert.equal(outcome?.kind === 'failed' && outcome.failure.code, code)
      assert.match(outcome?.kind === 'failed' ? outcome.failure.message : '', says)
    }
  })
}

test('no connection is left behind', { timeout: 10_000 }, async () => {
  await hosts.allClosed()
  const left = process.getActiveResourcesInfo().filter((name) => /TCPSocketWrap|TLSWrap/.test(name))
  assert.deepEqual(left, [])
})
