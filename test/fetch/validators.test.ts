import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDoor } from './open-test-door.ts'
import { serve } from './serve.ts'

test('a first request carries no validators', async () => {
  await using server = await serve((_request, response) => response.end('<rss/>'))
  await using door = openTestDoor()
  await door.fetchFeed({ url: server.url })
  const [request] = server.requests
  assert.equal(request?.headers['if-none-match'], undefined)
  assert.equal(request?.headers['if-modified-since'], undefined)
})

const etags = ['"plain"', 'W/"weak"', 'unquoted', '"a,b ; c"', '"caf\u00e9"', '']
for (const etag of etags) {
  test(`validators are echoed byte for byte: ${JSON.stringify(etag)}`, async () => {
    const lastModified = 'yesterday, about noon'
    await using server = await serve((request, response) => {
      response.setHeader('Last-Modified', lastModified)
      if (etag !== '') response.setHeader('ETag', etag)
      response.statusCode = request.headers['if-modified-since'] ? 304 : 200
      // As bytes: Node would write the headers before a string as UTF-8.
      response.end(response.statusCode === 200 ? Buffer.from('<rss/>') : undefined)
    })
    await using door = openTestDoor()
    const first = await door.fetchFeed({ url: server.url })
    assert.equal(first.kind, 'fresh')
    const again = await door.fetchFeed({ url: server.url, validators: first.kind === 'fresh' ? first.validators : {} })
    assert.equal(again.kind, 'unchanged')
    assert.equal(server.requests[1]?.headers['if-none-match'], etag === '' ? undefined : etag)
    assert.equal(server.requests[1]?.headers['if-modified-since'], lastModified)
  })
}

test('a new ETag on a 304 replaces the old one and keeps Last-Modified', async () => {
  await using server = await serve((_request, response) => response.writeHead(304, { etag: '"two"' }).end())
  await using door = openTestDoor()
  const outcome = await door.fetchFeed({ url: server.url, validators: { etag: '"one"', lastModified: 'then' } })
  assert.deepEqual(outcome.kind === 'unchanged' && outcome.validators, { etag: '"two"', lastModified: 'then' })
})

test('a 304 to a request that carried no validator is a failure: there is no copy it could speak of', async () => {
  await using server = await serve((_request, response) => response.writeHead(304).end())
  await using door = openTestDoor()
  const outcome = await door.fetchFeed({ url: server.url })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'empty')
})

for (const status of [200, 304]) {
  test(`a ${status} tells the server's clock`, async () => {
    const date = 'Fri, 14 Jun 2024 10:00:00 GMT'
    await using server = await serve((_request, response) => {
      response.writeHead(status, { date }).end(status === 200 ? '<rss/>' : undefined)
    })
    await using door = openTestDoor()
    const outcome = await door.fetchFeed({ url: server.url, validators: { etag: '"one"' } })
    assert.equal(outcome.kind !== 'failed' && outcome.servedAt, Date.parse(date))
  })
}

test('a 200 without validators drops them', async () => {
  await using server = await serve((_request, response) => response.end('<rss/>'))
  await using door = openTestDoor()
  const outcome = await door.fetchFeed({ url: server.url, validators: { etag: '"one"' } })
  assert.deepEqual(outcome.kind === 'fresh' && outcome.validators, {})
})

test('a truncated body brings no validators', async () => {
  await using server = await serve((_request, response) => {
    response.writeHead(200, { etag: '"one"', 'content-length': 100 })
    response.write('<rss>', () => response.destroy())
  })
  await using door = openTestDoor()
  const outcome = await door.fetchFeed({ url: server.url })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'truncated')
  assert.ok(!('validators' in outcome))
})

const freshness: readonly (readonly [Record<string, string>, number | undefined])[] = [
  [{ 'cache-control': 'public, max-age=600' }, 600_000],
  [{ 'cache-control': 'max-age=600', age: '100' }, 500_000],
  [{ 'cache-control': 'max-age=600', age: '900' }, undefined],
  [{ 'cache-control': 'no-cache, max-age=600' }, undefined],
  [{ date: 'Fri, 14 Jun 2024 10:00:00 GMT', expires: 'Fri, 14 Jun 2024 11:00:00 GMT' }, 3_600_000],
  [{ expires: '0' }, undefined],
  [{ 'cache-control': 'max-age=60', expires: 'Fri, 14 Jun 2094 11:00:00 GMT' }, 60_000],
]
for (const [headers, expected] of freshness) {
  test(`freshness of ${JSON.stringify(headers)}`, async () => {
    await using server = await serve((_request, response) => response.writeHead(200, headers).end('<rss/>'))
    await using door = openTestDoor()
    const outcome = await door.fetchFeed({ url: server.url })
    assert.equal(outcome.kind === 'fresh' && outcome.freshForMs, expected)
  })
}
