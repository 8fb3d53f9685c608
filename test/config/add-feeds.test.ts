import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addFeeds } from '../../src/config/add-feeds.ts'

const late = { url: 'https://late.example/rss', outlet: 'Late: News' }
const lateLines = '- id: late-example-rss\n    url: https://late.example/rss\n    outlet: "Late: News"'

describe('addFeeds keeps what stands there', () => {
  const cases = [
    ['an empty file', '', `feeds:\n  ${lateLines}\n`],
    ['a comment alone', '# mine', `# mine\nfeeds:\n  ${lateLines}\n`],
    ['an empty list', '# mine\nfeeds: []\n# end\n', `# mine\nfeeds:\n  ${lateLines}\n# end\n`],
    ['a key without a list', 'feeds:\n', `feeds:\n  ${lateLines}\n`],
    [
      'comments inside and after the list',
      'feeds:\n  # one\n  - url: https://a.example/ # here\n    outlet:   A\n\n  # later\n',
      `feeds:\n  # one\n  - url: https://a.example/ # here\n    outlet:   A\n  ${lateLines}\n\n  # later\n`,
    ],
    [
      'a list without indentation',
      'feeds:\n- url: https://a.example/\n  outlet: A\nother: 1\n',
      `feeds:\n- url: https://a.example/\n  outlet: A\n${lateLines.replaceAll('\n  ', '\n')}\nother: 1\n`,
    ],
    [
      'a file without a last line end',
      'feeds:\n  - url: https://a.example/\n    outlet: A',
      `feeds:\n  - url: https://a.example/\n    outlet: A\n  ${lateLines}\n`,
    ],
    [
      'a list in brackets',
      'feeds: [{ url: https://a.example/, outlet: A }]\n',
      `feeds:\n  - url: https://a.example/\n    outlet: A\n  ${lateLines}\n`,
    ],
  ] as const
  for (const [name, before, after] of cases) {
    it(name, () => assert.equal(addFeeds(before, [late]), after))
  }

  it('leaves the text alone when every URL stands there already', () => {
    const text = 'feeds:   # mine\n  - {url: "https://LATE.example:443/rss", outlet: A}\n'
    assert.equal(addFeeds(text, [late]), text)
  })

  it('numbers an id that is taken, and adds a URL once', () => {
    const text = 'feeds:\n  - id: late\n    url: https://a.example/\n    outlet: A\n'
    const added = addFeeds(text, [{ ...late, id: 'late', timezone: 'Europe/Kyiv', language: 'uk' }, late])
    assert.equal(
      added,
      `${text}  - id: late-2\n    url: https://late.example/rss\n    outlet: "Late: News"\n    timezone: Europe/Kyiv\n    language: uk\n`,
    )
  })
})
