import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkWithoutTracking } from '../../src/digest/link-without-tracking.ts'

const cases = [
  ['https://news.example/a?utm_source=x&utm_medium=y', 'https://news.example/a'],
  ['https://news.example/a?UTM_Source=x&id=7&fbclid=z#part', 'https://news.example/a?id=7#part'],
  ['https://news.example/a?b=2&a=1&a=%20+', 'https://news.example/a?b=2&a=1&a=%20+'],
  ['https://news.example/a?flag&empty=', 'https://news.example/a?flag&empty='],
  ['https://trusted.example@evil.example/a', 'https://evil.example/a'],
  ['https://news.example/\u202egnp.exe', 'https://news.example/%E2%80%AEgnp.exe'],
  ['not a link', 'not a link'],
]
for (const [link = '', expected] of cases) {
  test(`${link} becomes ${expected}`, () => {
    assert.equal(linkWithoutTracking(link), expected)
  })
}
