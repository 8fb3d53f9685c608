import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { ForbiddenAddressError } from './forbidden-address-error.ts'
import { isPublicAddress } from './is-public-address.ts'

export interface ConnectorOptions {
  readonly connectTimeoutMs: number
  readonly allowPrivateHosts: readonly string[]
  /** Recorded days: every connection goes as plain HTTP to this address. */
  readonly dialInstead?: { readonly host: string; readonly port: number } | undefined
  /** Finds the addresses of a name; the system's way where none is given. */
  readonly lookup?: LookupFunction | undefined
}

/**
 * Opens sockets to public addresses only. The check sits in the socket's own name lookup, so the address that was
 * checked is the address that is dialled, on every hop, and a name that changes its mind in between gains nothing.
 */
export function openConnector(options: ConnectorOptions): buildConnector.connector {
  const { dialInstead, lookup = systemLookup } = options
  const shared = { timeout: options.connectTimeoutMs, allowH2: false }
  const dialAny = buildConnector({ ...shared, lookup })
  if (dialInstead) {
    const address = { hostname: dialInstead.host, host: dialInstead.host, port: String(dialInstead.port) }
    return (_options, callback) => dialAny({ ...address, protocol: 'http:' }, callback)
  }
  const dialPublic = buildConnector({ ...shared, lookup: publicOnly(lookup) })
  const allowed = new Set(options.allowPrivateHosts.map(bareHost))
  return (target, callback) => {
    const host = bareHost(target.hostname)
    if (allowed.has(host)) return dialAny(target, callback)
    // A socket does not look up a literal address, so it is judged here.
    if (isIP(host) && !isPublicAddress(host)) return callback(new ForbiddenAddressError(host, host), null)
    return dialPublic(target, callback)
  }
}

/** Asks for all addresses of a name at once and hands on those that are public. */
function publicOnly(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '')
      const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found
      const open = addresses.filter(({ address }) => isPublicAddress(address))
      const [first] = open
      if (!first) return callback(new ForbiddenAddressError(hostname, listed(addresses)), '')
      return options.all ? callback(null, open) : callback(null, first.address, first.family)
    })
  }
}

function listed(addresses: readonly LookupAddress[]): string {
  return addresses.map(({ address }) => address).join(', ')
}

function bareHost(hostname: string): string {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  return name.startsWith('[') ? name.slice(1, -1) : name
}
