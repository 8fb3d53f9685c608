import { isTrackingParameter } from './is-tracking-parameter.ts'
import { plainHttpUrl } from './plain-http-url.ts'

/**
 * The identity of a page: the same for http and https, without fragment, tracking parameters, default port and
 * credentials. It is for comparing, not for fetching. What is no http URL comes back trimmed.
 */
export function canonicalUrl(url: string): string {
  const written = url.includes('&amp;') ? url.trim().replaceAll('&amp;', '&') : url.trim()
  const plain = plainHttpUrl.exec(written)
  if (plain) return `https://${plain[1]}${plain[2] || '/'}${query(plain[3])}`
  const parsed = URL.parse(written)
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return url.trim()
  const port = parsed.port === '80' || parsed.port === '443' ? '' : parsed.port
  const host = parsed.hostname.replace(/\.$/, '') + (port && `:${port}`)
  return `https://${host}${parsed.pathname}${query(parsed.search)}`
}

function query(search = ''): string {
  if (search.length < 2) return ''
  if (!search.includes('&')) return isTrackingParameter(search.slice(1)) ? '' : search
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTrackingParameter(pair))
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}
