import { createHash } from 'node:crypto'

/** What makes one mail to one address that mail. */
export interface MailIdentity {
  readonly planId: string
  /** Local ISO date of the slot. */
  readonly slotDate: string
  readonly address: string
  /** The sender's domain. */
  readonly domain: string
}

/**
 * The Message-ID of a digest to an address, brackets included: the same whenever it is built again, so that a copy is
 * seen to be one; the address is in it only as part of a hash.
 */
export function messageId(identity: MailIdentity): string {
  const { planId, slotDate, address, domain } = identity
  const hash = createHash('sha256')
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
