import { createHash } from 'node:crypto'

/** Nothing is loaded, framed or run, whatever an answer holds; forms go to this site alone. */
const POLICY = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

/**
 * What every answer says to a browser. Pages are nobody's but their reader's: neither kept, nor indexed, nor told to
 * the sites they link to, since their addresses are the key to them.
 * @param styleSheet the text of the page's `<style>`
 */
export function securityHeaders(styleSheet?: string): Readonly<Record<string, string>> {
  const style = styleSheet === undefined ? '' : `; style-src 'sha256-${sha256(styleSheet)}'`
  return {
    'Content-Security-Policy': POLICY + style,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
    'Cache-Control': 'private, no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
