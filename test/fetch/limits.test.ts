import assert from 'node:assert/strict'
import type { RequestListener, ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { listenWithoutAccepting } from './listen-without-accepting.ts'
import { openTestDoor } from './open-test-door.ts'
import { listen, serve } from './serve.ts'

const maxBytes = 200_000
const blanks = Buffer.alloc(50 * 1024 * 1024, ' ')
/** Made here, since that takes longer than unpacking them may. */
const bombs = { gzip: gzipSync(blanks), br: brotliCompressSync(blanks), zstd: zstdCompressSync(blanks) }

const answers: readonly (readonly [name: string, answer: RequestListener, code: string])[] = [
  ['an endless body', (_request, response) => pour(response), 'too-large'],
  [
    'a body whose length says enough',
    (_q, r) => r.writeHead(200, { 'content-length': maxBytes + 1 }).write('<'),
    'too-large',
  ],
  ['a gzip bomb', (_q, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(bombs.gzip), 'too-large'],
  ['a brotli bomb', (_q, r) => r.writeHead(200, { 'content-encoding': 'br' }).end(bombs.br), 'too-large'],
  ['a zstd bomb', (_q, r) => r.writeHead(200, { 'content-encoding': 'zstd' }).end(bombs.zstd), 'too-large'],
  ['an empty body', (_q, r) => r.end(), 'empty'],
  [
    'a part that nobody asked for',
    (_q, r) => r.writeHead(206, { 'content-range': 'bytes 0-3/99' }).end('<rss'),
    'truncated',
  ],
  ['headers without end', (_q, r) => r.writeHead(200, { 'x-long': 'x'.repeat(40_000) }).end('<rss/>'), 'unreadable'],
  ['a refusal with an endless page', (_q, r) => pour(r.writeHead(404)), 'not-found'],
  ['a refusal that breaks off', (_q, r) => r.writeHead(500).write('<html>', () => r.destroy()), 'server-error'],
  ['a 204', (_q, r) => r.writeHead(204).end(), 'empty'],
  ['an empty body in gzip', (_q, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('')), 'empty'],
  [
    'half a gzip body',
    (_q, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('<rss/>'.repeat(99)).subarray(0, 30)),
    'truncated',
  ],
  ['a chunked body that breaks off', (_q, r) => r.write('<rss>', () => r.destroy()), 'truncated'],
  ['a connection that is cut before the answer', (_q, r) => r.destroy(), 'reset'],
]
for (const [name, answer, code] of answers) {
  test(`${name} is ${code}, and its socket is closed`, { timeout: 5000 }, async () => {
    await using server = await serve(answer)
    await using door = openTestDoor({ maxBytes })
    const outcome = await door.fetchFeed({ url: server.url })
    assert.equal(outcome.kind === 'failed' && outcome.failure.code, code)
    if (name.includes('endless') || name.includes('length')) await server.allClosed()
  })
}

const slow: readonly (readonly [name: string, answer: RequestListener])[] = [
  ['a server that never answers', () => {}],
  ['a body that drips', (_request, response) => drip(response)],
  ['a body that stops', (_request, response) => response.write('<rss>')],
  [
    'redirects that are slow one by one',
    (request, response) => {
      setTimeout(() => response.writeHead(302, { location: `${request.url}x` }).end(), 80)
    },
  ],
]
for (const [name, answer] of slow) {
  test(`${name} ends by the deadline for all of the fetch`, async () => {
    await using server = await serve(answer)
    await using door = openTestDoor({ totalTimeoutMs: 250 })
    const outcome = await door.fetchFeed({ url: server.url })
    assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'timeout')
  })
}

// Without a limit of ours, undici gives up after 10 s, and the whole fetch after a minute.
test('a connection that never comes about ends by the limit for connecting', { timeout: 8000 }, async () => {
  await using server = await listenWithoutAccepting()
  await using door = openTestDoor({ connectTimeoutMs: 100, totalTimeoutMs: 60_000 })
  const outcome = await door.fetchFeed({ url: `http://127.0.0.1:${server.port}/` })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'timeout')
  assert.match(outcome.kind === 'failed' ? outcome.failure.message : '', /no connection in time/)
})

test('of many large bodies a few are taken in at a time, the others wait for room', { timeout: 20_000 }, async () => {
  const body = Buffer.alloc(3 * 1024 * 1024, ' ')
  const stuck: ServerResponse[] = []
  const order: string[] = []
  const allStuck = Promise.withResolvers<void>()
  await using server = await serve((request, response) => {
    if (request.url === '/small') response.end('<rss/>')
    else if (stuck.length === 4) response.end(body)
    else response.write(body.subarray(0, 2 * 1024 * 1024), () => stuck.push(response) === 4 && allStuck.resolve())
  })
  await using door = openTestDoor({ maxBytes: 4 * 1024 * 1024, maxPerHost: 12 })
  const held = Array.from({ length: 4 }, () => door.fetchFeed({ url: `${server.url}/stuck` }))
  const smallOnes = async () => {
    for (let count = 0; count < 50; count++) await door.fetchFeed({ url: `${server.url}/small` })
  }
  await allStuck.promise
  await smallOnes()
  const fifth = door.fetchFeed({ url: `${server.url}/fifth` }).then(({ kind }) => order.push(kind))
  await smallOnes()
  order.push('room')
  for (const response of stuck) response.end()
  await Promise.all([...held, fifth])
  assert.deepEqual(order, ['room', 'fresh'])
})

test('connections that brought a refusal are used again', async () => {
  const sockets = new Set<unknown>()
  await using server = await serve((request, response) => {
    sockets.add(request.socket)
    response.writeHead(request.url === '/here' ? 200 : 404).end('nothing there'.repeat(100))
  })
  await using door = openTestDoor()
  for (const path of ['/a', '/b', '/c', '/d', '/here']) await door.fetchFeed({ url: server.url + path })
  assert.ok(sockets.size <= 2)
})

test('what is no HTTP is unreadable', async (t) => {
  const server = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'))
  const port = await listen(server)
  t.after(() => server.close())
  await using door = openTestDoor()
  const outcome = await door.fetchFeed({ url: `http://127.0.0.1:${port}/` })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'unreadable')
})

test('an aborted signal throws its reason', async () => {
  await using server = await serve(() => {})
  await using door = openTestDoor()
  const controller = new AbortController()
  const fetching = door.fetchFeed({ url: server.url }, controller.signal)
  controller.abort(new Error('the desk closes'))
  await assert.rejects(fetching, /the desk closes/)
})

test('a name that does not exist is a dns failure', async () => {
  await using door = openTestDoor()
  const outcome = await door.fetchFeed({ url: 'http://nothing.invalid/' })
  assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'dns')
})

for (const url of ['', 'no url', 'ftp://files.example/', 'file:///etc/passwd', 'javascript:alert(1)', 'http://']) {
  test(`${JSON.stringify(url)} is no URL to fetch`, async () => {
    await using door = openTestDoor()
    const outcome = await door.fetchFeed({ url })
    assert.equal(outcome.kind === 'failed' && outcome.failure.code, 'bad-url')
  })
}

function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(16_384, ' ')
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('error', () => {}).on('drain', more)
  more()
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}
