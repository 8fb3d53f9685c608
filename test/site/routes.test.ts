import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { oldLink, openTestSite, READER } from './open-test-site.ts'
import { rawRequest } from './raw-request.ts'
import { sampleDigest } from './sample-digest.ts'

const ONE_CLICK = {
  method: 'POST',
  body: 'List-Unsubscribe=One-Click',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  redirect: 'manual',
} as const
const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' }

describe('the unsubscribe link', () => {
  it('asks at GET, says who and which digest, and changes nothing, however often it is opened', async () => {
    await using site = await openTestSite()
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await fetch(site.url + site.unsubscribePath, { method })
      assert.equal(response.status, 200)
      const page = await response.text()
      if (method === 'HEAD') assert.equal(page, '')
      else {
        assert.match(page, /Stop “Morning &lt;digest&gt;”\?/)
        assert.match(page, /reader@desk\.example/)
        assert.match(page, /<form method="post">.*<button type="submit">/)
      }
    }
    assert.equal(await site.store.isUnsubscribed(READER), false)
  })

  it('ends the digest at one POST without cookie or Origin, without redirect, as often as it comes', async () => {
    await using site = await openTestSite()
    for (let time = 0; time < 3; time++) {
      const response = await fetch(site.url + site.unsubscribePath, ONE_CLICK)
      assert.equal(response.status, 200)
      assert.match(await response.text(), /is stopped/)
      assert.equal(response.headers.get('Set-Cookie'), null)
      assert.equal(await site.store.isUnsubscribed(READER), true)
    }
    assert.equal(await site.store.isUnsubscribed({ ...READER, planId: 'evening' }), false)
    assert.equal(await site.store.isUnsubscribed({ ...READER, address: 'other@desk.example' }), false)
  })

  const bodies = [
    ['multipart, which RFC 8058 allows too', multipart({ 'List-Unsubscribe': 'One-Click' })],
    ['nothing', {}],
    ['JSON', { body: '{"a":1}', headers: { 'Content-Type': 'application/json' } }],
    ['a broken form', { body: '--x\r\nbroken', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }],
    ['a form of a page elsewhere', { body: 'a=b', headers: { ...FORM_TYPE, Origin: 'https://elsewhere.example' } }],
    ['a chunked form', { body: chunked('List-Unsubscribe=One-Click'), headers: FORM_TYPE, duplex: 'half' }],
  ] as const
  for (const [name, request] of bodies) {
    it(`ends the digest whatever the POST says: ${name}`, async () => {
      await using site = await openTestSite()
      const response = await fetch(site.url + site.unsubscribePath, { method: 'POST', ...request })
      assert.equal(response.status, 200)
      assert.equal(await site.store.isUnsubscribed(READER), true)
      assert.deepEqual(site.errors, [])
    })
  }

  const tooLarge = 'x'.repeat(64 * 1024 + 1)
  for (const [name, body] of [
    ['announced', tooLarge],
    ['chunked', chunked(tooLarge)],
  ] as const) {
    it(`refuses a body of more than 64 KiB, ${name}`, async () => {
      await using site = await openTestSite()
      const request = { method: 'POST', body, headers: FORM_TYPE, duplex: 'half' } as const
      assert.equal((await fetch(site.url + site.unsubscribePath, request)).status, 413)
      assert.equal(await site.store.isUnsubscribed(READER), false)
    })
  }

  it('shows a way back, and goes it', async () => {
    await using site = await openTestSite()
    await fetch(site.url + site.unsubscribePath, ONE_CLICK)
    const stopped = await (await fetch(site.url + site.unsubscribePath)).text()
    const [, name = '', value = ''] = /<input type="hidden" name="([^"]+)" value="([^"]+)">/.exec(stopped) ?? []
    const body = new URLSearchParams({ [name]: value })
    const again = await fetch(site.url + site.unsubscribePath, { method: 'POST', body })
    assert.equal(again.status, 200)
    assert.match(await again.text(), /goes on/)
    assert.equal(await site.store.isUnsubscribed(READER), false)
    assert.match(await (await fetch(site.url + site.unsubscribePath)).text(), /Stop “/)
  })

  it('still works when it was signed with the secret before', async () => {
    await using site = await openTestSite()
    assert.equal((await fetch(site.url + oldLink(), ONE_CLICK)).status, 200)
    assert.equal(await site.store.isUnsubscribed(READER), true)
  })

  it('does nothing forged: one bit, another purpose, another text, all answered by the same page', async () => {
    await using site = await openTestSite({ digest: sampleDigest })
    const nothing = await (await fetch(`${site.url}/no/such/place`)).text()
    const token = site.unsubscribePath.split('/')[2] ?? ''
    const swapped = site.digestPath.replace('/digest/', '/unsubscribe/')
    const refused = async (path: string): Promise<void> => {
      const response = await fetch(site.url + path, ONE_CLICK)
      assert.equal(response.status, 404, path)
      assert.equal(await response.text(), nothing)
    }
    await refused(swapped)
    await refused(site.unsubscribePath.slice(0, -1))
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...'0aA_-Z9f'), async (at, letter) => {
        if (token[at] !== letter) await refused(`/unsubscribe/${token.slice(0, at)}${letter}${token.slice(at + 1)}`)
      }),
      { numRuns: 100 },
    )
    assert.equal(await site.store.isUnsubscribed(READER), false)
    const viewed = await fetch(site.url + site.unsubscribePath.replace('/unsubscribe/', '/digest/'))
    assert.equal(viewed.status, 404)
    assert.equal(await viewed.text(), nothing)
  })
})

describe('the digest link', () => {
  it('shows the digest of the mail, with inert texts and nothing inline', async () => {
    await using site = await openTestSite({ digest: sampleDigest })
    const response = await fetch(site.url + site.digestPath)
    assert.equal(response.status, 200)
    const page = await response.text()
    assert.match(page, /A peace plan for the invented valley/)
    assert.match(page, /href="https:\/\/news\.example\/plan"/)
    assert.match(page, /&lt;script&gt;alert\(1\)/)
    assert.deepEqual(elementsOf(page, 'script'), [])
    assert.deepEqual(elementsOf(page, 'img'), [])
    assert.deepEqual(
      attributesOf(page).filter(([name]) => name === 'style' || name?.startsWith('on')),
      [],
    )
  })

  it('says in plain words when the digest is no longer kept', async () => {
    await using site = await openTestSite()
    const response = await fetch(site.url + site.digestPath)
    assert.equal(response.status, 404)
    assert.match(await response.text(), /no longer kept/)
  })

  it('shows no digest without a link', async () => {
    await using site = await openTestSite({ digest: sampleDigest })
    for (const path of ['/', '/digest', '/digest/', '/digest/morning', '/digest/..%2f..%2fetc%2fpasswd'])
      assert.doesNotMatch(await (await fetch(site.url + path)).text(), /peace plan|morning/i, path)
  })
})

describe('every answer', () => {
  it('carries a strict policy that lets through the one style sheet of the page', async () => {
    await using site = await openTestSite({ digest: sampleDigest })
    const paths = ['/', '/nowhere', site.unsubscribePath, site.digestPath, '/livez', '/readyz', '/metrics']
    for (const path of paths) {
      const response = await fetch(site.url + path)
      const policy = new Map(
        (response.headers.get('Content-Security-Policy') ?? '').split('; ').map((directive): [string, string] => {
          const [name = '', ...values] = directive.split(' ')
          return [name, values.join(' ')]
        }),
      )
      const sheets = [...(await response.text()).matchAll(/<style>([^<]*)<\/style>/g)].map(([, sheet = '']) => sheet)
      const hash = sheets.map((sheet) => `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`).join(' ')
      assert.deepEqual(Object.fromEntries(policy), {
        'default-src': "'none'",
        'form-action': "'self'",
        'frame-ancestors': "'none'",
        'base-uri': "'none'",
        ...(sheets.length > 0 && { 'style-src': hash }),
      })
      assert.ok(sheets.length <= 1)
      assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff')
      assert.equal(response.headers.get('Referrer-Policy'), 'no-referrer')
      assert.match(response.headers.get('X-Robots-Tag') ?? '', /noindex/)
      assert.equal(response.headers.get('Cache-Control'), 'private, no-store')
    }
  })

  const refused = [
    ['DELETE', '/unsubscribe/x', 'GET, HEAD, POST'],
    ['PUT', '/unsubscribe/x', 'GET, HEAD, POST'],
    ['POST', '/digest/x', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
    ['OPTIONS', '/metrics', 'GET, HEAD'],
    ['PATCH', '/livez', 'GET, HEAD'],
  ] as const
  for (const [method, path, allow] of refused) {
    it(`is 405 with Allow for ${method} ${path}`, async () => {
      await using site = await openTestSite()
      const response = await fetch(site.url + path, { method })
      assert.equal(response.status, 405)
      assert.equal(response.headers.get('Allow'), allow)
      assert.match(response.headers.get('Content-Security-Policy') ?? '', /default-src 'none'/)
    })
  }

  const nowhere = [
    '/../../etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '//etc/passwd',
    '/digest/%ff%fe',
    '/digest/%',
    '/unsubscribe/%00',
    `/digest/${'x'.repeat(4_000)}`,
    '/.env',
    '/favicon.ico',
  ]
  for (const path of nowhere) {
    it(`is 404 for ${path.slice(0, 40)}`, async () => {
      await using site = await openTestSite()
      const answer = await rawRequest(
        site.port,
        `GET ${path} HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n`,
      )
      assert.match(answer, /^HTTP\/1\.1 404 Not Found\r\n/)
      assert.match(answer, /There is nothing here/)
      assert.deepEqual(site.errors, [])
    })
  }

  it('is a plain page without details when something fails inside', async () => {
    await using site = await openTestSite({
      onLoadDigest: () => Promise.reject(new Error('the disk of host7 is full')),
    })
    const response = await fetch(site.url + site.digestPath)
    assert.equal(response.status, 500)
    const page = await response.text()
    assert.match(page, /Something went wrong/)
    assert.doesNotMatch(page, /host7/)
    assert.match(String(site.errors[0]), /the disk of host7 is full/)
  })
})

describe('health and metrics', () => {
  it('tell a process that lives from a desk that watches', async () => {
    await using site = await openTestSite({ isWatching: async () => false })
    assert.equal((await fetch(`${site.url}/livez`)).status, 200)
    const ready = await fetch(`${site.url}/readyz`)
    assert.equal(ready.status, 503)
    assert.match(await ready.text(), /not watching/)
    await using other = await openTestSite()
    assert.equal((await fetch(`${other.url}/readyz`)).status, 200)
  })

  it('count jobs by step and kind, and show how things stand', async () => {
    await using site = await openTestSite()
    const response = await fetch(`${site.url}/metrics`)
    assert.equal(response.headers.get('Content-Type'), 'text/plain; version=0.0.4; charset=utf-8')
    const metrics = await response.text()
    for (const line of [
      'nightdesk_jobs_total{step="poll-feed",kind="fresh"} 1',
      'nightdesk_job_duration_seconds_count{step="poll-feed"} 1',
      'nightdesk_articles 3',
      'nightdesk_mails{status="sent"} 2',
      'nightdesk_feeds{health="ok"} 1',
      'nightdesk_due{step="poll-feed"} 1',
      'nightdesk_last_tick_timestamp_seconds 5',
    ])
      assert.ok(metrics.includes(`${line}\n`), line)
    assert.match(metrics, /^nodejs_eventloop_lag_seconds /m)
  })

  it('are for this machine by its own names: no page elsewhere reads them through a browser here', async () => {
    await using site = await openTestSite()
    const statusFor = async (host: string): Promise<string> =>
      (await rawRequest(site.port, `GET /metrics HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).slice(9, 12)
    assert.equal(await statusFor(`127.0.0.1:${site.port}`), '200')
    assert.equal(await statusFor('localhost:9999'), '200')
    assert.equal(await statusFor('rebound.example'), '404')
    assert.equal(await statusFor('127.0.0.1.rebound.example'), '404')
  })

  it('are for who shows the token, when there is one, and else for nobody once the page is public', async () => {
    await using closed = await openTestSite({ metricsAccess: { kind: 'nobody' } })
    assert.equal((await fetch(`${closed.url}/metrics`)).status, 404)
    await using site = await openTestSite({ metricsAccess: { kind: 'token', token: 'let me count' } })
    const statusWith = async (authorization?: string) =>
      (await fetch(`${site.url}/metrics`, { headers: authorization ? { authorization } : {} })).status
    assert.equal(await statusWith(), 404)
    assert.equal(await statusWith('Bearer let me'), 404)
    assert.equal(await statusWith('Bearer let me count'), 200)
  })
})

function multipart(fields: Readonly<Record<string, string>>): { readonly body: FormData } {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return { body }
}

function chunked(text: string): ReadableStream {
  return new Blob([text]).stream()
}

type Parsed = ReturnType<typeof parseDocument>['children'][number]

function elementsOf(html: string, name: string): readonly Parsed[] {
  return allNodes(parseDocument(html).children).filter((node) => 'name' in node && node.name === name)
}

function attributesOf(html: string): readonly (readonly string[])[] {
  return allNodes(parseDocument(html).children).flatMap((node) =>
    'attribs' in node ? Object.entries(node.attribs) : [],
  )
}

function allNodes(nodes: readonly Parsed[]): readonly Parsed[] {
  return nodes.flatMap((node) => [node, ...('children' in node ? allNodes(node.children) : [])])
}
