/** How the desk works, as opposed to what it watches. */
export interface Settings {
  /** URL or `mailto:` by which a site's operator reaches whoever runs this desk; part of the User-Agent. */
  readonly contact: string
  /** IANA zone of the desk, taken by digests that name none. */
  readonly timezone: string
  readonly fetch: FetchSettings
  readonly extraction: ExtractionSettings
  readonly concurrency: ConcurrencySettings
  readonly mail: MailSettings
  /** How far back a first run with `backlog: include` reaches. */
  readonly backlogHours: number
  readonly keepArticlesDays: number
  /** How long pages are kept as they were served; 0 keeps none. */
  readonly keepPagesDays: number
  /** How far back stored articles are judged again when topics change. */
  readonly rematchHours: number
}

export interface FetchSettings {
  /** Between two starts to one host. */
  readonly hostGapMs: number
  /** Requests in flight to one host. */
  readonly maxPerHost: number
  readonly connectTimeoutMs: number
  readonly totalTimeoutMs: number
  /** Of a decoded body. */
  readonly maxBytes: number
  /** Hosts whose private addresses may be dialled all the same. */
  readonly allowPrivateHosts: readonly string[]
  readonly respectRobots: boolean
}

export interface ExtractionSettings {
  readonly threads: number
  readonly timeoutMs: number
  readonly heapMb: number
}

export interface MailSettings {
  /** Where bounces go. */
  readonly bounceAddress?: string
  /** Reads mails that ask for no more. */
  readonly unsubscribeAddress?: string
  readonly dkim?: { readonly selector: string; readonly domain?: string }
}

/** Jobs of one step in flight in one process. */
export interface ConcurrencySettings {
  readonly pollFeed: number
  readonly readArticle: number
  readonly matchArticle: number
  readonly sendDigest: number
}

/** What holds when settings.yaml says nothing. */
export const defaultSettings: Settings = {
  contact: 'mailto:desk@localhost',
  timezone: 'UTC',
  fetch: {
    hostGapMs: 1_000,
    maxPerHost: 2,
    connectTimeoutMs: 10_000,
    totalTimeoutMs: 30_000,
    maxBytes: 15 * 1024 * 1024,
    allowPrivateHosts: [],
    respectRobots: true,
  },
  extraction: { threads: 2, timeoutMs: 10_000, heapMb: 256 },
  concurrency: { pollFeed: 20, readArticle: 8, matchArticle: 4, sendDigest: 2 },
  mail: {},
  backlogHours: 24,
  keepArticlesDays: 90,
  keepPagesDays: 7,
  rematchHours: 7 * 24,
}
