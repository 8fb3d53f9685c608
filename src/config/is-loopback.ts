import ipaddr from 'ipaddr.js'

/** Whether a host, as a URL or a setting names it, is this machine for itself. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  return bare === 'localhost' || (ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'loopback')
}
