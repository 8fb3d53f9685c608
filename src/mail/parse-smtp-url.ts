/** How long each wait may take, in milliseconds. */
export interface SmtpTimeouts {
  /** Name lookup and connection. */
  readonly connectMs: number
  /** Until the server greets. */
  readonly greetingMs: number
  /** Silence at any later point; RFC 5321, 4.5.3.2 gives the last answer ten minutes. */
  readonly silenceMs: number
  /** One whole delivery; shorter than the lease a delivery holds. */
  readonly totalMs: number
}

export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** TLS from the first byte. */
  readonly isSecure: boolean
  /** No delivery without STARTTLS. */
  readonly needsTls: boolean
  readonly credentials?: { readonly user: string; readonly pass: string }
  /** How to say EHLO, when not by this machine's name. */
  readonly name?: string
  readonly timeouts: SmtpTimeouts
}

const TIMEOUTS: SmtpTimeouts = { connectMs: 30_000, greetingMs: 60_000, silenceMs: 600_000, totalMs: 660_000 }

/**
 * `smtp[s]://[user:password@]host[:port][?requireTLS=true|false][&name=NAME]`. A password goes out in the clear only to
 * this machine, or when `requireTLS=false` says so. Throws with what was expected; never with the password.
 */
export function parseSmtpUrl(smtpUrl: string, timeouts: Partial<SmtpTimeouts>): SmtpServer {
  const url = URL.parse(smtpUrl)
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new Error('SMTP_URL: expected smtp://[user:password@]host[:port] or smtps://…, got something else')
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isSecure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username)
  const requireTls = url.searchParams.get('requireTLS')
  const name = url.searchParams.get('name')
  return {
    host,
    port: Number(url.port) || (isSecure ? 465 : 587),
    isSecure,
    needsTls: requireTls === null ? user !== '' && !isLoopback(host) : requireTls === 'true',
    ...(user !== '' && { credentials: { user, pass: decodeURIComponent(url.password) } }),
    ...(name !== null && { name }),
    timeouts: { ...TIMEOUTS, ...timeouts },
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
