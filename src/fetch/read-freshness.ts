import { headerOf, type IncomingHttpHeaders } from './header-of.ts'

/** How long the copy counts as fresh (RFC 9111, 4.2): max-age less Age, else Expires less Date. Milliseconds. */
export function readFreshness(headers: IncomingHttpHeaders, now: number): number | undefined {
  const control = headerOf(headers, 'cache-control')?.toLowerCase() ?? ''
  if (/\bno-(?:store|cache)\b/.test(control)) return undefined
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/.exec(control)?.[1]
  const freshForMs = maxAge === undefined ? untilExpiry(headers, now) : (Number(maxAge) - ageOf(headers)) * 1000
  return freshForMs > 0 ? freshForMs : undefined
}

function ageOf(headers: IncomingHttpHeaders): number {
  const age = Number(headerOf(headers, 'age') ?? 0)
  return Number.isFinite(age) && age > 0 ? age : 0
}

function untilExpiry(headers: IncomingHttpHeaders, now: number): number {
  const expiresAt = Date.parse(headerOf(headers, 'expires') ?? '')
  const sentAt = Date.parse(headerOf(headers, 'date') ?? '')
  return expiresAt - (Number.isNaN(sentAt) ? now : sentAt)
}
