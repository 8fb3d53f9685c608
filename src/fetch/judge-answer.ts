import { decodeText } from '../article/decode-text.ts'
import type { FetchFailed, FetchFailure, FreshPage, Unchanged, Validators } from '../feed/fetch-outcome.ts'
import { headerOf, type IncomingHttpHeaders } from './header-of.ts'
import { readFreshness } from './read-freshness.ts'
import { readRetryAfter } from './read-retry-after.ts'
import type { Answer } from './send-request.ts'

type Received = Extract<Answer, { kind: 'answer' }>

export interface Asked {
  /** The URL that answered. */
  readonly url: string
  readonly movedTo?: string | undefined
  readonly validators: Validators
  readonly now: number
}

/** What an answer that is no redirect comes to. */
export function judgeAnswer(answer: Received, asked: Asked): FreshPage | Unchanged | FetchFailed {
  const { status, headers } = answer
  if (status === 304) return isConditional(asked) ? unchanged(headers, asked) : unasked()
  if (status === 206) return { kind: 'failed', failure: { code: 'truncated', message: '206: only a part was sent' } }
  if (status >= 200 && status < 300) return answer.body.length > 0 ? fresh(answer, asked) : empty(status)
  const retryAt = readRetryAfter(headers, asked.now)
  return { kind: 'failed', failure: failureOf(status, headers), ...(retryAt !== undefined && { retryAt }) }
}

function fresh({ status, headers, body }: Received, { url, movedTo, now }: Asked): FreshPage {
  const contentType = headerOf(headers, 'content-type')
  let text: string | undefined
  return {
    kind: 'fresh',
    url,
    status,
    body,
    /** Decoded when it is asked for: pages are decoded in the threads that read them. */
    get text() {
      text ??= decodeText(body, contentType)
      return text
    },
    validators: validatorsIn(headers),
    ...(movedTo !== undefined && { movedTo }),
    ...(contentType !== undefined && { contentType }),
    ...timesIn(headers, now),
  }
}

/** RFC 9110, 15.4.5: what a 304 says anew replaces what was known. */
function unchanged(headers: IncomingHttpHeaders, { validators, movedTo, now }: Asked): Unchanged {
  const known = { ...validators, ...validatorsIn(headers) }
  return { kind: 'unchanged', validators: known, ...(movedTo !== undefined && { movedTo }), ...timesIn(headers, now) }
}

/** Some servers answer 304 to everybody; there is no copy that it could speak of. */
function unasked(): FetchFailed {
  return { kind: 'failed', failure: { code: 'empty', message: '304 although no validator was sent' } }
}

function isConditional({ validators: { etag, lastModified } }: Asked): boolean {
  return etag !== undefined || lastModified !== undefined
}

function timesIn(headers: IncomingHttpHeaders, now: number): Pick<FreshPage, 'freshForMs' | 'servedAt'> {
  const freshForMs = readFreshness(headers, now)
  const servedAt = Date.parse(headerOf(headers, 'date') ?? '')
  return { ...(freshForMs !== undefined && { freshForMs }), ...(!Number.isNaN(servedAt) && { servedAt }) }
}

function validatorsIn(headers: IncomingHttpHeaders): Validators {
  const etag = headerOf(headers, 'etag')
  const lastModified = headerOf(headers, 'last-modified')
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) }
}

function empty(status: number): FetchFailed {
  return { kind: 'failed', failure: { code: 'empty', message: `${status} with an empty body` } }
}

function failureOf(status: number, headers: IncomingHttpHeaders): FetchFailure {
  if (headerOf(headers, 'cf-mitigated') === 'challenge') {
    return { code: 'challenge', message: `${status}: Cloudflare asks for proof of a browser` }
  }
  if (status === 404) return { code: 'not-found', message: '404: there is nothing at this address' }
  if (status === 410) return { code: 'gone', message: '410: it is gone for good' }
  if (status === 429) return { code: 'rate-limited', message: '429: we ask too often' }
  if (status >= 500) return { code: 'server-error', message: `${status}: the server has a problem` }
  if (status === 401 || status === 403) return { code: 'client-error', message: `${status}: it is not open to us` }
  return { code: 'client-error', message: `${status}: not an answer we can use` }
}
