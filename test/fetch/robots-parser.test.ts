import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openRobotsParser, type RobotsRules } from '../../src/fetch/open-robots-parser.ts'

const agent = 'Nightdesk/0.1 (+https://desk.example/about)'
const page = new URL('https://paper.example/page')
const none = 'User-agent: *\nDisallow: /\n'
const allowsAll = 'User-agent: *\nAllow: /\n'
const costly = `User-agent: *\n${`Disallow: /${'*x'.repeat(44)}$\n`.repeat(300)}Disallow: /page\n`

test('a robots.txt is read once for all pages of its host, until it changes', () => {
  const parse = openRobotsParser()
  const rules = parse(none, page)
  assert.equal(parse(none, new URL('https://paper.example/another/page')), rules)
  assert.equal(allows(rules, page), false)
  assert.equal(allows(parse(allowsAll, page), page), true)
})

test('hosts do not share their rules', () => {
  const parse = openRobotsParser()
  const other = new URL('http://paper.example/page')
  assert.equal(allows(parse(none, page), page), false)
  assert.notEqual(parse(none, other), parse(none, page))
  assert.equal(allows(parse(none, other), other), false)
})

test('a file that would cost too much for a long URL is cut for that one alone', () => {
  const parse = openRobotsParser()
  const long = new URL(`/page?${'y'.repeat(4000)}`, page)
  assert.equal(allows(parse(costly, page), page), false)
  assert.equal(allows(parse(costly, long), long), true)
  assert.equal(allows(parse(costly, page), page), false)
})

test('of many hosts those asked last are kept', () => {
  const parse = openRobotsParser()
  const pages = Array.from({ length: 100 }, (_, index) => new URL(`https://p${index}.example/`))
  const rules = parse(none, page)
  for (const each of pages.slice(1)) parse(none, each)
  assert.equal(parse(none, page), rules)
  for (const each of pages) parse(none, each)
  assert.notEqual(parse(none, page), rules)
})

test('a very long file is not kept', () => {
  const parse = openRobotsParser()
  const long = none + '#'.repeat(64 * 1024)
  assert.notEqual(parse(long, page), parse(long, page))
})

function allows(rules: RobotsRules, url: URL): boolean | undefined {
  return rules.isAllowed(url.href, agent)
}
