/** What the server said about the copy it sent, echoed byte for byte on the next request (RFC 9110, 8.8). */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

/** Why a fetch did not bring a body. The word is for code and reports, the message for people. */
export interface FetchFailure {
  readonly code:
    | 'dns'
    | 'connect'
    | 'timeout'
    | 'tls'
    | 'reset'
    | 'truncated'
    | 'empty'
    | 'too-large'
    | 'redirect'
    | 'forbidden-address'
    | 'bad-url'
    | 'challenge'
    | 'robots'
    | 'not-found'
    | 'gone'
    | 'rate-limited'
    | 'client-error'
    | 'server-error'
    | 'not-a-feed'
    | 'unreadable'
  readonly message: string
}

/** What fetching one URL came to. Expected outcomes are values; only a bug throws. */
export type FetchOutcome = FreshPage | Unchanged | FetchFailed

export interface FreshPage {
  readonly kind: 'fresh'
  /** The URL that answered, after redirects. */
  readonly url: string
  /** Where the first unbroken chain of 301/308 led, when there was one. */
  readonly movedTo?: string
  readonly status: number
  readonly contentType?: string
  /** Content-decoded bytes. */
  readonly body: Uint8Array
  /** The body as text, its charset found by BOM, Content-Type, declaration, else UTF-8, else windows-1252. */
  readonly text: string
  readonly validators: Validators
  /** How long the server asked us to consider the copy fresh, in milliseconds. */
  readonly freshForMs?: number
  /** The server's clock, by its Date header (epoch ms). */
  readonly servedAt?: number
}

export interface Unchanged {
  readonly kind: 'unchanged'
  readonly validators: Validators
  /** As on a fresh page. */
  readonly movedTo?: string
  readonly freshForMs?: number
  /** The server's clock, by its Date header (epoch ms). */
  readonly servedAt?: number
}

export interface FetchFailed {
  readonly kind: 'failed'
  readonly failure: FetchFailure
  /** No earlier than this, when the server or robots.txt said so (epoch ms). */
  readonly retryAt?: number
}
