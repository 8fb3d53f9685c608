import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { composeMail, type MailInput } from '../../src/mail/compose-mail.ts'

const input: MailInput = {
  from: 'Night Desk <desk@desk.example>',
  to: 'reader@home.example',
  subject: '2 new · Peace proposals · Fri 14 Jun',
  html: '<p>Größe <b>eins</b></p>\n',
  text: 'Größe eins\nhttps://news.example/one\n',
  messageId: '<2024-06-14.morning.0123@desk.example>',
  date: Date.parse('2024-06-14T05:00:00Z'),
  listId: 'morning.desk.example',
}

function headersOf(eml: Uint8Array): ReadonlyMap<string, readonly string[]> {
  const head = Buffer.from(eml).toString('latin1').split('\r\n\r\n', 1)[0] ?? ''
  const headers = new Map<string, string[]>()
  for (const line of head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), line.slice(line.indexOf(':') + 1).trim()])
  }
  return headers
}

test('the same input gives the same bytes', async () => {
  assert.deepEqual(await composeMail(input), await composeMail({ ...input }))
})

test('each header field that mail servers look at stands there once, and no more than planned', async () => {
  const headers = headersOf(await composeMail(input))
  const single = [...headers].map(([name, values]) => `${name}: ${values.join(' | ')}`)
  assert.deepEqual(single.filter((line) => !line.startsWith('content-type')).toSorted(), [
    'auto-submitted: auto-generated',
    'date: Fri, 14 Jun 2024 05:00:00 +0000',
    'from: Night Desk <desk@desk.example>',
    'list-id: <morning.desk.example>',
    'message-id: <2024-06-14.morning.0123@desk.example>',
    'mime-version: 1.0',
    'precedence: bulk',
    'subject: =?UTF-8?Q?2_new_=C2=B7_Peace_proposals_=C2=B7_Fri_?= =?UTF-8?Q?14_Jun?=',
    'to: reader@home.example',
    'x-auto-response-suppress: All',
  ])
})

const ways = [
  { given: {}, expected: { unsubscribe: undefined, post: undefined } },
  {
    given: { url: 'https://desk.example/unsubscribe/t' },
    expected: { unsubscribe: '<https://desk.example/unsubscribe/t>', post: 'List-Unsubscribe=One-Click' },
  },
  {
    given: { address: 'list@desk.example' },
    expected: { unsubscribe: '<mailto:list@desk.example?subject=unsubscribe%20morning.desk.example>', post: undefined },
  },
  {
    given: { url: 'https://desk.example/unsubscribe/t', address: 'list@desk.example' },
    expected: {
      unsubscribe:
        '<https://desk.example/unsubscribe/t>, <mailto:list@desk.example?subject=unsubscribe%20morning.desk.example>',
      post: 'List-Unsubscribe=One-Click',
    },
  },
  { given: { url: 'http://desk.example/unsubscribe/t' }, expected: { unsubscribe: undefined, post: undefined } },
]
for (const { given, expected } of ways) {
  test(`a reader can end it by ${Object.values(given).join(' and ') || 'no header'}`, async () => {
    const headers = headersOf(await composeMail({ ...input, unsubscribe: given }))
    assert.deepEqual(headers.get('list-unsubscribe'), expected.unsubscribe && [expected.unsubscribe])
    assert.deepEqual(headers.get('list-unsubscribe-post'), expected.post && [expected.post])
  })
}

test('the parts are text, then HTML, quoted-printable even when they are plain ASCII', async () => {
  const eml = await composeMail({ ...input, text: 'plain\n', html: '<p>plain</p>\n' })
  const source = Buffer.from(eml).toString('latin1')
  assert.match(source, /multipart\/alternative;/)
  assert.deepEqual(source.match(/(?<=\r\nContent-Type: text\/)\w+/g), ['plain', 'html'])
  assert.deepEqual(source.match(/(?<=\r\nContent-Transfer-Encoding: ).*/g), ['quoted-printable', 'quoted-printable'])
})

const subjects = [
  'plain',
  'Größe · 平和 · Мир 🕊',
  '=?utf-8?Q?Bcc=3A_all?= hidden',
  'ends in =?utf-8?B?',
  'line\r\nBcc: someone@home.example',
  'nul \0 and bell \x07',
  ' leading and trailing ',
  'x'.repeat(2_000),
]
for (const subject of subjects) {
  test(`the subject ${JSON.stringify(subject.slice(0, 40))} is read as it was written, on one line`, async () => {
    const eml = await composeMail({ ...input, subject })
    const parsed = await PostalMime.parse(eml)
    const expected = subject.replace(/\p{Cc}+/gu, ' ')
    assert.equal(parsed.subject?.trim(), expected.trim())
    assert.deepEqual(
      parsed.to?.map((each) => each.address),
      [input.to],
    )
    assert.equal(headersOf(eml).has('bcc'), false)
  })
}

test('any content comes back as it was, in lines of CRLF below 998 octets', async () => {
  const alphabet = fc.constantFrom(
    'a',
    ' ',
    '=',
    '.',
    '\n',
    '\r\n',
    'é',
    '平',
    '🕊',
    '\t',
    'From ',
    '--',
    'x'.repeat(1_200),
  )
  const content = fc.array(alphabet, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(content, content, content, async (subject, text, html) => {
      const eml = await composeMail({ ...input, subject: `s${subject}`, text: `t${text}`, html: `<p>${html}` })
      const source = Buffer.from(eml).toString('latin1')
      assert.doesNotMatch(source, /[^\x20-\x7e\t\r\n]|\r(?!\n)|(?<!\r)\n/)
      assert.ok(source.split('\r\n').every((line) => line.length <= 998))
      const parsed = await PostalMime.parse(eml)
      assert.equal(parsed.text?.trim(), `t${text}`.replaceAll('\r\n', '\n').trim())
      assert.equal(parsed.html?.trim(), `<p>${html}`.replaceAll('\r\n', '\n').trim())
      assert.equal(parsed.to?.length, 1)
    }),
    { numRuns: 60 },
  )
})
