import addressparser from 'nodemailer/lib/addressparser'
import type { Digest } from '../digest/digest.ts'
import { composeMail } from './compose-mail.ts'
import { messageId } from './message-id.ts'

export interface DigestMail {
  readonly digest: Digest
  readonly address: string
  readonly html: string
  readonly text: string
  /** Epoch ms. */
  readonly date: number
  /** `Name <address>` or an address. */
  readonly from: string
}

/** A digest to one address, byte for byte as it will be sent however often. */
export interface FrozenDigest {
  /** The same for the same digest, date and address. */
  readonly deliveryId: string
  /** The bare address, for MAIL FROM. */
  readonly from: string
  readonly subject: string
  readonly messageId: string
  readonly eml: Uint8Array
}

export async function freezeDigest(mail: DigestMail): Promise<FrozenDigest> {
  const { digest, address } = mail
  const from = addressOf(mail.from)
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const id = messageId({ planId: digest.planId, slotDate: digest.slotDate, address, domain })
  const eml = await composeMail({
    from: mail.from,
    to: address,
    subject: digest.subject,
    html: mail.html,
    text: mail.text,
    messageId: id,
    date: mail.date,
    listId: `${digest.planId}.${domain}`,
  })
  return { deliveryId: id.slice(1, id.lastIndexOf('@')), from, subject: digest.subject, messageId: id, eml }
}

function addressOf(mailbox: string): string {
  return addressparser(mailbox, { flatten: true })[0]?.address ?? mailbox
}
