import { createHmac } from 'node:crypto'
import { isSameSecret } from './is-same-secret.ts'

/** What a link in a mail lets its holder do: nothing else can be done with it. */
export type LinkPurpose = 'unsubscribe' | 'view'

/** Whom and what a link is about. */
export interface LinkClaims {
  readonly purpose: LinkPurpose
  readonly planId: string
  readonly address: string
  /** Local ISO date of the slot; without it the link is about every mail of the digest. */
  readonly slotDate?: string
}

/** Far more than a digest id and the longest address take. */
const TOKEN_LENGTH_LIMIT = 2_048

/**
 * A token for a URL that carries its claims and proves that this desk made them: `claims.signature`, where the claims
 * are base64url and the signature is hexadecimal, since programs that find links in plain text drop a `-` or `_` at
 * the end of one. The same claims always give the same token.
 */
export function signLink(secret: string, claims: LinkClaims): string {
  const { purpose, planId, address, slotDate } = claims
  const body = Buffer.from(JSON.stringify([planId, address, ...(slotDate === undefined ? [] : [slotDate])]))
  const encoded = body.toString('base64url')
  return `${encoded}.${signatureOf(secret, purpose, encoded)}`
}

/**
 * Reads a token back, if it was signed for this purpose with one of the secrets: the one in force and those it
 * followed. Whatever else it is given, it tells nothing but `undefined`, and takes as long over it.
 */
export function verifyLink(secrets: readonly string[], purpose: LinkPurpose, token: string): LinkClaims | undefined {
  if (token.length > TOKEN_LENGTH_LIMIT) return undefined
  const [encoded = '', signature = '', ...rest] = token.split('.')
  const matching = secrets.filter((secret) => isSameSecret(signature, signatureOf(secret, purpose, encoded)))
  return matching.length === 0 || rest.length > 0 ? undefined : claimsOf(purpose, encoded)
}

function signatureOf(secret: string, purpose: LinkPurpose, encoded: string): string {
  return createHmac('sha256', secret).update(`nightdesk link|${purpose}|${encoded}`).digest('hex')
}

/** Signed by us, hence of the shape `signLink` gave it. */
function claimsOf(purpose: LinkPurpose, encoded: string): LinkClaims | undefined {
  const [planId, address, slotDate]: readonly (string | undefined)[] = JSON.parse(
    Buffer.from(encoded, 'base64url').toString(),
  )
  if (planId === undefined || address === undefined) return undefined
  return { purpose, planId, address, ...(slotDate !== undefined && { slotDate }) }
}
