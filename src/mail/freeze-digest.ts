import addressparser from 'nodemailer/lib/addressparser'
import type { Digest } from '../digest/digest.ts'
import { composeMail, type UnsubscribeWays } from './compose-mail.ts'
import { messageId } from './message-id.ts'
import { type DkimKey, signMail } from './sign-mail.ts'

export interface DigestMail {
  readonly digest: Pick<Digest, 'planId' | 'subject' | 'links'>
  /** The slot's date, or moment: with digest and address what makes it this mail. */
  readonly slotDate: string
  readonly address: string
  readonly html: string
  readonly text: string
  /** Epoch ms. */
  readonly date: number
}

/** Who sends the digests of a desk. */
export interface Sender {
  /** `Name <address>` or an address. */
  readonly from: string
  /** Where bounces go; the address of `from` when left out. */
  readonly bounceAddress?: string
  /** Reads mails that ask for no more. */
  readonly unsubscribeAddress?: string
  /** Keeps addresses from being guessed from Message-IDs. */
  readonly secret: string
  /** The domain is that of `from` when left out. */
  readonly dkim?: Omit<DkimKey, 'domain'> & { readonly domain?: string }
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

export async function freezeDigest(mail: DigestMail, sender: Sender): Promise<FrozenDigest> {
  const { digest, address, slotDate } = mail
  const from = addressOf(sender.from)
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const id = messageId({ planId: digest.planId, slotDate, address, domain }, sender.secret)
  const eml = await composeMail({
    from: sender.from,
    to: address,
    subject: digest.subject,
    html: mail.html,
    text: mail.text,
    messageId: id,
    date: mail.date,
    listId: `${digest.planId}.${domain}`,
    unsubscribe: unsubscribeWays(digest, sender),
  })
  return {
    deliveryId: id.slice(1, id.lastIndexOf('@')),
    from: sender.bounceAddress ?? from,
    subject: digest.subject,
    messageId: id,
    eml: sender.dkim === undefined ? eml : await signMail(eml, { domain, ...sender.dkim }),
  }
}

function unsubscribeWays({ links }: DigestMail['digest'], { unsubscribeAddress }: Sender): UnsubscribeWays {
  return {
    ...(links?.unsubscribeUrl !== undefined && { url: links.unsubscribeUrl }),
    ...(unsubscribeAddress !== undefined && { address: unsubscribeAddress }),
  }
}

function addressOf(mailbox: string): string {
  return addressparser(mailbox, { flatten: true })[0]?.address ?? mailbox
}
