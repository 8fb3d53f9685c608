import type { DigestLinks } from './digest.ts'
import { signLink } from './sign-link.ts'

/** The links of one mail, for its one reader; none without a page that can be reached. */
export function digestLinks(
  baseUrl: string | undefined,
  secret: string,
  mail: { readonly planId: string; readonly address: string; readonly slotDate: string },
): DigestLinks | undefined {
  if (baseUrl === undefined) return undefined
  const { planId, address, slotDate } = mail
  return {
    viewUrl: `${baseUrl}/digest/${signLink(secret, { purpose: 'view', planId, address, slotDate })}`,
    unsubscribeUrl: `${baseUrl}/unsubscribe/${signLink(secret, { purpose: 'unsubscribe', planId, address })}`,
  }
}
