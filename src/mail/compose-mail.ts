import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import { encodeWord } from 'nodemailer/lib/mime-funcs'
import { encodeQuotedPrintable } from './encode-quoted-printable.ts'

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
  readonly unsubscribe?: UnsubscribeWays
}

/** How a mail program ends a digest for its reader. */
export interface UnsubscribeWays {
  /** Ends it by one POST without further questions (RFC 8058). */
  readonly url?: string
  /** An address, to which a mail with the subject "unsubscribe …" is written. */
  readonly address?: string
}

/** Room for `=?UTF-8?Q?…?=` in a line of 76 that `Subject: ` begins (RFC 2047, 2). */
const ENCODED_WORD_LENGTH = 52

/** The mail as bytes, ready for the wire: the same input gives the same bytes, whenever it is composed. */
export function composeMail(input: MailInput): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: input.from,
    to: [{ name: '', address: input.to }],
    text: rawPart('plain', input.text),
    html: rawPart('html', input.html),
    messageId: input.messageId,
    date: new Date(input.date),
    baseBoundary: createHash('sha256').update(input.messageId).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      Subject: { prepared: true, foldLines: true, value: encodeSubject(input.subject) },
      'List-Id': `<${input.listId}>`,
      ...unsubscribeHeaders(input),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      Precedence: 'bulk',
    },
  })
  return composer.compile().build()
}

/** https only, the first of the two (RFC 8058, 3.1), and then one click is offered. */
function unsubscribeHeaders({ unsubscribe, listId }: MailInput) {
  const url = unsubscribe?.url?.startsWith('https://') ? unsubscribe.url : undefined
  const mailto = unsubscribe?.address && `mailto:${unsubscribe.address}?subject=unsubscribe%20${listId}`
  const ways = [url, mailto].filter((way) => way !== undefined).map((way) => `<${way}>`)
  return {
    ...(ways.length > 0 && { 'List-Unsubscribe': { prepared: true, value: ways.join(',\r\n ') } }),
    ...(url !== undefined && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  }
}

/**
 * A title may itself read `=?utf-8?…`, which only encoding keeps as text: nodemailer would let it through. A word too
 * long for a line can only be folded when encoded.
 */
function encodeSubject(subject: string): string {
  const line = subject.replace(/\p{Cc}+/gu, ' ')
  return /[^\x20-\x7e]|=\?|\S{60}/.test(line) ? encodeWord(line, 'Q', ENCODED_WORD_LENGTH) : line
}

/** A part as it stands in the mail: plain ASCII is quoted-printable too. */
function rawPart(kind: 'plain' | 'html', text: string) {
  const head = `Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`
  return { raw: Buffer.concat([Buffer.from(head), encodeQuotedPrintable(text)]) }
}
