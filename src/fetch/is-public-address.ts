import ipaddr from 'ipaddr.js'

/** All that is given out of IPv6 for the public so far (RFC 4291, 2.4; IANA's registry). */
const globalUnicast = ipaddr.IPv6.parse('2000::')
const nat64 = ipaddr.IPv6.parse('64:ff9b::')

/**
 * Whether an IP address is unicast and public (IANA special-purpose registries, RFC 6890). An IPv6 address that only
 * wraps an IPv4 one (mapped, 6to4, NAT64) is judged by the one inside. Anything unreadable is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(withoutZone(address))
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  const inner = wrappedIpv4(parsed)
  if (inner) return isPublicAddress(inner)
  return parsed.range() === 'unicast' && parsed.match(globalUnicast, 3)
}

function withoutZone(address: string): string {
  const at = address.indexOf('%')
  return at === -1 ? address : address.slice(0, at)
}

/** 6to4 holds the address after 2002: (RFC 3056), NAT64 after 64:ff9b::/96 (RFC 6052). */
function wrappedIpv4(address: ipaddr.IPv6): string | undefined {
  const bytes = address.toByteArray()
  if (address.range() === '6to4') return bytes.slice(2, 6).join('.')
  const isNat64 = address.match(nat64, 96)
  return isNat64 ? bytes.slice(12).join('.') : undefined
}
