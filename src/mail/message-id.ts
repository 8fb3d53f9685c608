import { createHmac } from 'node:crypto'

/** What makes one mail to one address that mail. */
export interface MailIdentity {
  readonly planId: string
  /** The slot's date, or moment. */
  readonly slotDate: string
  readonly address: string
  /** The sender's domain. */
  readonly domain: string
}

/**
 * The Message-ID of a digest to an address, brackets included: the same whenever it is built again, so that a copy is
 * seen to be one. The address is in it only as part of a hash, which the key keeps from being guessed.
 */
export function messageId(identity: MailIdentity, key: string): string {
  const { planId, slotDate, address, domain } = identity
  const hash = createHmac('sha256', key)
    .update(JSON.stringify([planId, slotDate, address]))
    .digest('hex')
    .slice(0, 32)
  return `<${asAtom(slotDate)}.${asAtom(planId)}.${hash}@${asDomain(domain)}>`
}

/** RFC 5322, 3.2.3, and without the dots and signs that mean something in a file name. */
function asAtom(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/g, '-').slice(0, 64) || '-'
}

function asDomain(domain: string): string {
  const host = URL.parse(`http://${domain}`)?.hostname ?? ''
  return /^[a-z0-9.-]+$/.test(host) ? host : 'localhost'
}
