const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EADDRNOTAVAIL: 'this machine has no such address',
  EACCES: 'this user may not listen there',
}

/** The page cannot be served where it should be. Nothing to retry before somebody frees the address or names another. */
export class SiteAddressError extends Error {
  override readonly name = 'SiteAddressError'

  constructor(host: string, port: number, cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    const place = `${host.includes(':') ? `[${host}]` : host}:${port}`
    super(`SITE_BIND: expected to listen at ${place}, got ${code} (${REASONS[code] ?? 'the system refused'})`, {
      cause,
    })
  }
}
