/** A name led to an address that is not unicast and public. */
export class ForbiddenAddressError extends Error {
  readonly code = 'FORBIDDEN_ADDRESS'

  constructor(host: string, addresses: string) {
    super(`${host} is at ${addresses}, which is not a public address; name the host in allowPrivateHosts to allow it`)
  }
}
