import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { discoverFeeds } from '../../src/feed/discover-feeds.ts'
import { parseFeed } from '../../src/feed/parse-feed.ts'
import { parseOpml } from '../../src/feed/parse-opml.ts'

const context = { url: 'https://paper.example/feed', now: Date.parse('2024-06-14T12:00:00Z') }
const size = 256 * 1024
/** What is linear takes milliseconds; what is quadratic takes many times this. */
const ceiling = { timeout: 10_000 }

const repeated = [
  '<p',
  '&lt;',
  '&',
  '<![CDATA[',
  '<!--',
  '<p>',
  '</b>',
  '<a b="',
  '<a xmlns:b="c">',
  '<item>',
  'a@',
  'a@b(',
  ' ',
  '<a href="x">',
  '<script>',
  '<a xml:base="b/">',
  '1',
  '</a ',
  '<![CDATA[x]]>',
  ' src=/ ',
  '<img alt="',
  '<script></',
  '<?',
  '<!',
  ' src=',
]
const unique = Array.from({ length: 12_000 }, (_, index) => `<a${index} xmlns:b${index}="c">`).join('')
const bodies = [
  ...repeated.map((part) => part.repeat(size / part.length)),
  unique,
  unique + unique.replaceAll('<', '</'),
  '<a>'.repeat(size / 6) + '</b>'.repeat(size / 8),
]

const places: readonly (readonly [name: string, place: (body: string) => string])[] = [
  ['as it is', (body) => body],
  ['in a channel', (body) => `<rss><channel>${body}</channel></rss>`],
  ['in a description', (body) => `<rss><channel><item><description>${body}</description></item></channel></rss>`],
  [
    'escaped in a description',
    (body) => `<rss><channel><item><description>${body.replaceAll('<', '&lt;')}</description></item></channel></rss>`,
  ],
  [
    'as author, date, link and guid',
    (body) =>
      `<rss><channel><item><author>${body}</author><pubDate>${body}</pubDate><link>${body}</link><guid>${body}</guid></item></channel></rss>`,
  ],
  ['as Atom in base64', (body) => `<feed><entry><content mode="base64">${btoa(body)}</content></entry></feed>`],
  [
    'as JSON Feed',
    (body) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        items: [{ content_html: body, title: body, url: body }],
      }),
  ],
]
for (const [name, place] of places) {
  test(`256 KiB of nonsense ${name} ends soon`, ceiling, async () => {
    for (const body of bodies) await parseFeed(place(body), context)
  })
}

test('256 KiB of nonsense as a page or an OPML list ends soon', ceiling, () => {
  for (const body of bodies) {
    discoverFeeds(body, context.url)
    parseOpml(body)
  }
})

const seed = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>A &amp; B</title><ttl>60</ttl>
<item><guid>1</guid><title><![CDATA[<b>x</b>]]></title><link>https://paper.example/a?b=1&amp;c=2</link><pubDate>Fri, 14 Jun 2024 10:00:00 GMT</pubDate><dc:creator>Ann</dc:creator><description>&lt;p&gt;y</description><enclosure url="/a.mp3"/></item></channel></rss>`
const pieces = fc.constantFrom(
  '<',
  '>',
  '&',
  '"',
  ']]>',
  '<![CDATA[',
  '</item>',
  '<item>',
  '__proto__',
  'xmlns=""',
  'xml:base="',
  '\u0000',
  '<feed>',
  '<entry>',
  '{',
  'constructor',
)

test('mutated feeds never throw, and pollute nothing', async () => {
  const mutation = fc.tuple(
    fc.nat(seed.length),
    fc.nat(40),
    fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { maxLength: 8 }), async (mutations) => {
      let text = seed
      for (const [start, length, piece] of mutations) text = text.slice(0, start) + piece + text.slice(start + length)
      const reading = await parseFeed(text, context)
      assert.ok(reading.kind === 'feed' || reading.reason !== '')
      assert.ok(!Object.hasOwn(Object.prototype, 'polluted'))
    }),
    { numRuns: 300 },
  )
})

const dialectSeeds = [
  seed,
  '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/b/"><title type="html">A</title><entry><id>1</id><link href="a"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x <a href="y">y</a></p></div></content></entry></feed>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>A</title></channel><item rdf:about="/1"><title>x</title><description>&lt;img src="a.jpg"&gt;<![CDATA[<!-- <a href=b> --><script>"<a href=c>"</script>]]></description></item></rdf:RDF>',
  '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"content_html":"<a href=x>y</a>","__proto__":{"a":1}}]}',
]
test('pieces of feeds in any order never throw, hang or pollute', ceiling, async () => {
  const shards = dialectSeeds.flatMap((text) => text.split(/(?=[<&"'\]>])/))
  const names = Object.getOwnPropertyNames(Object.prototype).length
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom(...shards), pieces), { maxLength: 60 }), async (parts) => {
      const reading = await parseFeed(parts.join(''), context)
      assert.ok(reading.kind === 'feed' || reading.reason !== '')
      assert.ok(!/could not be read/.test(reading.kind === 'feed' ? '' : reading.reason), parts.join(''))
      assert.equal(Object.getOwnPropertyNames(Object.prototype).length, names)
    }),
    { numRuns: 500 },
  )
})

const poisons = [
  '<rss><channel><item><__proto__><polluted>yes</polluted></__proto__><constructor>x</constructor><title __proto__="polluted">x</title></item></channel></rss>',
  '{"version":"https://jsonfeed.org/version/1","__proto__":{"polluted":"yes"},"items":[{"__proto__":{"polluted":"yes"},"id":"1"}]}',
]
for (const poison of poisons) {
  test(`no prototype is changed by ${poison.slice(0, 30)}`, async () => {
    const reading = await parseFeed(poison, context)
    assert.equal(reading.kind, 'feed')
    assert.equal(Reflect.get({}, 'polluted'), undefined)
    assert.ok(reading.kind === 'feed' && Object.getPrototypeOf(reading.feed.items[0]) === Object.prototype)
  })
}
