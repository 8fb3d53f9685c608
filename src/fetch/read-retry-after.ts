import type { IncomingHttpHeaders } from './header-of.ts'
import { headerOf } from './header-of.ts'

const dayMs = 86_400_000

/** When the server wants to be asked again (RFC 9110, 10.2.3: seconds or a date), a day away at most. Epoch ms. */
export function readRetryAfter(headers: IncomingHttpHeaders, now: number): number | undefined {
  const value = headerOf(headers, 'retry-after')?.trim()
  if (!value) return undefined
  const at = /^\d+$/.test(value) ? now + Number(value) * 1000 : Date.parse(value)
  return at > now ? Math.min(at, now + dayMs) : undefined
}
