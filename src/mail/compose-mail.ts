import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import { encodeWord } from 'nodemailer/lib/mime-funcs'

export interface MailInput {
  /** `Name <address>` or an address. */
  readonly from: string
  /** One address. */
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** With its brackets, as `messageId` gives it. */
  readonly messageId: string
  /** Epoch ms. */
  readonly date: number
  /** The same for every mail of a digest, like `morning.desk.example` (RFC 2919). */
  readonly listId: string
  /** More header fields, by name. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Room for `=?UTF-8?Q?…?=` in a line of 76 that `Subject: ` begins (RFC 2047, 2). */
const ENCODED_WORD_LENGTH = 52

/** The mail as bytes, ready for the wire: the same input gives the same bytes, whenever it is composed. */
export function composeMail(input: MailInput): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: input.from,
    to: [{ name: '', address: input.to }],
    text: quotedPrintable(input.text),
    html: quotedPrintable(input.html),
    messageId: input.messageId,
    date: new Date(input.date),
    baseBoundary: createHash('sha256').update(input.messageId).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      ...input.headers,
      Subject: { prepared: true, foldLines: true, value: encodeSubject(input.subject) },
      'List-Id': `<${input.listId}>`,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      Precedence: 'bulk',
    },
  })
  return composer.compile().build()
}

/**
 * A title may itself read `=?utf-8?…`, which only encoding keeps as text: nodemailer would let it through. A word too
 * long for a line can only be folded when encoded.
 */
function encodeSubject(subject: string): string {
  const line = subject.replace(/\p{Cc}+/gu, ' ')
  return /[^\x20-\x7e]|=\?|\S{60}/.test(line) ? encodeWord(line, 'Q', ENCODED_WORD_LENGTH) : line
}

/** Plain ASCII too; and with CRLF, since nodemailer leaves the line ends of what it is told how to encode. */
function quotedPrintable(text: string) {
  return { content: text.replace(/\r\n|\r|\n/g, '\r\n'), contentTransferEncoding: 'quoted-printable' as const }
}
