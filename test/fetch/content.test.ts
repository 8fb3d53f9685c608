import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { openTestDoor } from './open-test-door.ts'
import { serve } from './serve.ts'

const plain = Buffer.from('<rss version="2.0"><channel><title>Ґрунт</title></channel></rss>')

const packed: readonly (readonly [name: string, label: string | undefined, body: Buffer])[] = [
  ['gzip', 'gzip', gzipSync(plain)],
  ['gzip by its old name', 'x-gzip', gzipSync(plain)],
  ['br', 'br', brotliCompressSync(plain)],
  ['zstd', 'zstd', zstdCompressSync(plain)],
  ['deflate in zlib', 'deflate', deflateSync(plain)],
  ['deflate raw', 'deflate', deflateRawSync(plain)],
  ['two codings', 'deflate, gzip', gzipSync(deflateSync(plain))],
  [
    'under a label of many layers',
    Array.from({ length: 500 }, () => 'identity')
      .concat('gzip')
      .join(','),
    gzipSync(plain),
  ],
  ['gzip without a label', undefined, gzipSync(plain)],
  ['plain under the label gzip', 'gzip', plain],
  ['plain under the label br', 'br', plain],
  ['plain under the label deflate', 'deflate', plain],
  ['plain as identity', 'identity', plain],
]
for (const [name, label, body] of packed) {
  test(`a body is unpacked: ${name}`, async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, label === undefined ? {} : { 'content-encoding': label }).end(body)
    })
    await using door = openTestDoor()
    const outcome = await door.fetchFeed({ url: server.url })
    assert.equal(outcome.kind === 'fresh' && outcome.text, plain.toString())
  })
}

const text = '<?xml version="1.0" encoding="ENC"?><rss>Привіт 語 “so” €</rss>'
const charsets: readonly (readonly [name: string, contentType: string, body: Uint8Array, expected: string])[] = [
  ['UTF-8 that nobody names', 'text/xml', Buffer.from('<rss>Ґ</rss>'), '<rss>Ґ</rss>'],
  [
    'a byte order mark against the header',
    'text/xml; charset=windows-1251',
    Buffer.from('\ufeff<rss>Ґ</rss>'),
    '<rss>Ґ</rss>',
  ],
  [
    'the header against the declaration',
    'text/xml; charset="windows-1251"',
    iconv.encode('<?xml encoding="utf-8"?>Привіт', 'windows-1251'),
    '<?xml encoding="utf-8"?>Привіт',
  ],
  [
    'the declaration',
    'text/xml',
    iconv.encode(text.replace('ENC', 'Shift_JIS').replace('Привіт', '日本').replace('€', ''), 'shift_jis'),
    text.replace('ENC', 'Shift_JIS').replace('Привіт', '日本').replace('€', ''),
  ],
  ['GBK by its older name', 'text/xml; charset=gb2312', iconv.encode('<rss>新聞</rss>', 'gbk'), '<rss>新聞</rss>'],
  [
    'iso-8859-1, which means windows-1252',
    'text/xml; charset=iso-8859-1',
    Buffer.from([0x93, 0x61, 0x94, 0x80]),
    '“a”€',
  ],
  ['neither named nor UTF-8', 'text/xml', Buffer.from([0x3c, 0x61, 0x3e, 0xe9, 0x93]), '<a>é“'],
  [
    'a meta element',
    'text/html',
    iconv.encode('<html><meta charset="koi8-u">Київ', 'koi8-u'),
    '<html><meta charset="koi8-u">Київ',
  ],
  ['UTF-16 with its mark', 'text/xml', iconv.encode('<rss>Київ</rss>', 'utf-16', { addBOM: true }), '<rss>Київ</rss>'],
  ['UTF-16 without its mark', 'text/xml', iconv.encode('<rss>Київ</rss>', 'utf-16le'), '<rss>Київ</rss>'],
  [
    'UTF-16 that is declared but not true',
    'text/xml',
    Buffer.from('<?xml encoding="utf-16"?>Київ'),
    '<?xml encoding="utf-16"?>Київ',
  ],
  ['a charset nobody knows', 'text/xml; charset=klingon', Buffer.from('<rss>Ґ</rss>'), '<rss>Ґ</rss>'],
  ['a label that is no charset', 'text/xml; charset=base64', Buffer.from('<rss>Ґ</rss>'), '<rss>Ґ</rss>'],
]
for (const [name, contentType, body, expected] of charsets) {
  test(`a body is read by its charset: ${name}`, async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': contentType }).end(body)
    })
    await using door = openTestDoor()
    const outcome = await door.fetchFeed({ url: server.url })
    assert.equal(outcome.kind === 'fresh' && outcome.text, expected)
  })
}
