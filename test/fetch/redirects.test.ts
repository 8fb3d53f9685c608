import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { test } from 'node:test'
import { openTestDoor } from './open-test-door.ts'
import { serve } from './serve.ts'

/** Answers `/301/302/end` by a 301 to `/302/end` and so on. */
const chain: RequestListener = (request, response) => {
  const [, status = '', ...rest] = request.url?.split('/') ?? []
  if (!/^3\d\d$/.test(status)) return response.end('<rss/>')
  return response.writeHead(Number(status), { location: `/${rest.join('/')}` }).end()
}

const chains: readonly (readonly [path: string, movedTo: string | undefined])[] = [
  ['/end', undefined],
  ['/301/end', '/end'],
  ['/308/301/end', '/end'],
  ['/302/end', undefined],
  ['/303/end', undefined],
  ['/307/end', undefined],
  ['/301/302/end', '/302/end'],
  ['/302/301/end', undefined],
]
for (const [path, movedTo] of chains) {
  test(`${path} has ${movedTo ? `moved to ${movedTo}` : 'not moved'}`, async () => {
    await using server = await serve(chain)
    await using door = openTestDoor()
    const outcome = await door.fetchFeed({ url: server.url + path })
    assert.equal(outcome.kind, 'fresh')
    if (outcome.kind !== 'fresh') return
    assert.equal(outcome.url, `${server.url}/end`)
    assert.equal(outcome.movedTo, movedTo && server.url + movedTo)
  })
}

test('ten redirects are followed, eleven are not', async () => {
  await using server = await serve(chain)
  await using door = openTestDoor()
  const ten = await door.fetchFeed({ url: `${server.url}${'/302'.repeat(10)}/end` })
  const eleven = await door.fetchFeed({ url: `${server.url}${'/302'.repeat(11)}/end` })
  assert.equal(ten.kind, 'fresh')
  assert.equal(eleven.kind === 'failed' && eleven.failure.code, 'redirect')
})

const broken: readonly (readonly [name: string, headers: Record<string, string>])[] = [
  ['without Location', {}],
  ['to itself', { location: '/start' }],
  ['to no URL', { location: 'http://[::bad/' }],
  ['to another scheme', { location: 'ftp://files.example/feed' }],
  ['to a file', { location: 'file:///etc/passwd' }],
]
for (const [name, headers] of broken) {
  test(`a redirect ${name} ends at once`, async () => {
    await using server = await serve((_request, response) => response.writeHead(302, headers).end())
    await using door = openTestDoor()
    const outcome = await door.fetchFeed({ url: `${server.url}/start` })
    assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'redirect')
    assert.equal(server.requests.length, 1)
  })
}

test('credentials go to their own origin only, by Basic, and show up nowhere', async () => {
  await using other = await serve((_request, response) => response.end('<rss/>'))
  await using home = await serve((request, response) => {
    const location = request.url === '/start' ? '/next' : `http://eve:guess@127.0.0.1:${other.port}/`
    response.writeHead(301, { location, 'set-cookie': 'a=b' }).end()
  })
  await using door = openTestDoor()
  const outcome = await door.fetchFeed({ url: `http://desk:s%40fe@127.0.0.1:${home.port}/start` })
  const expected = `Basic ${Buffer.from('desk:s@fe').toString('base64')}`
  assert.deepEqual(
    home.requests.map(({ headers }) => headers.authorization),
    [expected, expected],
  )
  assert.equal(other.requests[0]?.headers.authorization, undefined)
  assert.equal(home.requests[1]?.headers.cookie, undefined)
  assert.equal(outcome.kind === 'fresh' && outcome.movedTo, `${other.url}/`)
  assert.ok(!JSON.stringify({ ...outcome, body: '' }).includes('s%40fe'))
})

test('a failure names the host and not the credentials', async () => {
  await using door = openTestDoor()
  const outcome = await door.fetchFeed({ url: 'http://desk:secret@127.0.0.1:1/' })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'connect')
  assert.match(JSON.stringify(outcome), /127\.0\.0\.1:1/)
  assert.ok(!JSON.stringify(outcome).includes('secret'))
})
