import { buffer } from 'node:stream/consumers'
import DKIM from 'nodemailer/lib/dkim'

/** A key whose public half stands in DNS at `selector._domainkey.domain`. */
export interface DkimKey {
  readonly domain: string
  readonly selector: string
  /** PEM, RSA. */
  readonly privateKey: string
}

/**
 * What a receiver shows or acts on. nodemailer's own list leaves List-Unsubscribe-Post out, without which one click is
 * not honoured (RFC 8058, 4).
 */
const SIGNED_FIELDS = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'auto-submitted',
]

/** The mail with a DKIM signature before it. The same mail and key give the same bytes. */
export async function signMail(eml: Uint8Array, key: DkimKey): Promise<Uint8Array> {
  const signer = new DKIM({
    domainName: key.domain,
    keySelector: key.selector,
    privateKey: key.privateKey,
    headerFieldNames: SIGNED_FIELDS.join(':'),
  })
  const signed = await buffer(signer.sign(Buffer.from(eml.buffer, eml.byteOffset, eml.byteLength)))
  if (signed.byteLength > eml.byteLength) return signed
  throw new Error(`DKIM: expected a key that signs for ${key.domain}, got one that does not`)
}
