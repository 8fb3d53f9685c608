import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainHttpUrl } from '../../src/feed/plain-http-url.ts'

const parts = fc.constantFrom(
  ...'a . example com / .. %2e %2E % ? # = & - -- xn-- 1 0x1 : 80 @ ( ~ _ ; q http:// \\ |'.split(' '),
)
const urls = fc.array(parts, { maxLength: 14 }).map((written) => written.join(''))

test('what is called a plain URL is what the URL parser would make of it', () => {
  fc.assert(
    fc.property(fc.constantFrom('https://a.example', 'http://', 'https://a.'), urls, (start, rest) => {
      const [url, host, path, search = ''] = plainHttpUrl.exec(start + rest) ?? []
      if (url === undefined) return
      const parsed = new URL(url)
      assert.deepEqual(
        [host, path || '/', search === '?' ? '' : search],
        [parsed.hostname, parsed.pathname, parsed.search],
      )
    }),
    { numRuns: 5000 },
  )
})

const cases: readonly (readonly [url: string, isPlain: boolean])[] = [
  ['https://paper.example/2024/06/a-b_c.html?p=1&q=%20#top', true],
  ['http://paper.example', true],
  ['https://Paper.example/', false],
  ['https://paper.example:8080/', false],
  ['https://user@paper.example/', false],
  ['https://paper.example/a/../b', false],
  ['https://paper.example/a/%2E%2e/b', false],
  ['https://paper.example/a b', false],
  ['https://127.0.0.1/', false],
  ['https://xn--nxa.example/', false],
  ['ftp://paper.example/', false],
]
for (const [url, isPlain] of cases) {
  test(`${url} is ${isPlain ? '' : 'not '}plain`, () => assert.equal(plainHttpUrl.test(url), isPlain))
}
