import type { FetchFailed } from '../feed/fetch-outcome.ts'
import { headerOf } from './header-of.ts'
import type { Answer } from './send-request.ts'

const maxHopCount = 10

export interface Landing {
  readonly kind: 'landed'
  readonly answer: Extract<Answer, { kind: 'answer' }>
  readonly url: URL
  /** Where the unbroken chain of 301 and 308 led. */
  readonly movedTo?: string
}

/** Follows redirects by hand, so that every hop passes the same gates. `visit` makes one request. */
export async function followRedirects(
  start: URL,
  visit: (url: URL) => Promise<Answer | FetchFailed>,
): Promise<Landing | FetchFailed> {
  const seen = new Set<string>()
  let url = start
  let movedTo: string | undefined
  let isPermanent = true
  while (seen.size <= maxHopCount) {
    seen.add(pageOf(url))
    const answer = await visit(url)
    if (answer.kind === 'failed') return { ...answer, failure: placed(answer.failure, start, url) }
    if (!isRedirect(answer.status)) return { kind: 'landed', answer, url, ...(movedTo !== undefined && { movedTo }) }
    const next = targetOf(headerOf(answer.headers, 'location'), url)
    if (typeof next === 'string') return refused(`${answer.status} at ${url.origin}${url.pathname}: ${next}`)
    if (seen.has(pageOf(next))) return refused(`the redirects go in a circle at ${next.origin}${next.pathname}`)
    isPermanent &&= answer.status === 301 || answer.status === 308
    if (isPermanent) movedTo = next.href
    url = next
  }
  return refused(`more than ${maxHopCount} redirects`)
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}

/** The next URL, or what is wrong with it. Credentials in a Location are nobody's wish and are dropped. */
function targetOf(location: string | undefined, base: URL): URL | string {
  if (!location) return 'a redirect without Location'
  // Servers send UTF-8 here, which HTTP hands over byte by byte.
  const text = Buffer.from(location, 'latin1').toString('utf8')
  const url = URL.parse(text.includes('\ufffd') ? location : text, base)
  if (!url) return 'a redirect to something that is no URL'
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `a redirect to ${url.protocol}`
  url.username = ''
  url.password = ''
  return url
}

function pageOf(url: URL): string {
  return url.origin + url.pathname + url.search
}

function placed(failure: FetchFailed['failure'], start: URL, url: URL): FetchFailed['failure'] {
  const via = url === start ? '' : ' (redirected there)'
  return { ...failure, message: `${url.host}${via}: ${failure.message}` }
}

function refused(message: string): FetchFailed {
  return { kind: 'failed', failure: { code: 'redirect', message } }
}
