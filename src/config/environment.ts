export type LogLevel = (typeof logLevels)[number]

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export interface SiteBind {
  /** An address or `localhost`, an IPv6 address without its brackets. */
  readonly host: string
  /** 0 is any that is free. */
  readonly port: number
}

/** What the process environment says: where things are, and the secrets that belong in no file. */
export interface Environment {
  /** Without it the steps run in this process. */
  readonly redisUrl?: string
  /** `postgres://…`, `:memory:`, or the path of an SQLite file. */
  readonly databaseUrl: string
  /** Without it mail is written as .eml files. */
  readonly smtpUrl?: string
  /** `desk@example.org` or `Night Desk <desk@example.org>`. */
  readonly mailFrom: string
  /** Signs the mails: an RSA private key as PEM. */
  readonly dkimKey?: string
  /** Mail addresses. */
  readonly digestTo: readonly string[]
  /** Where readers reach the web page; no slash at the end. Without it mails carry no links to it. */
  readonly baseUrl?: string
  /** Where the page listens; without it there is none. */
  readonly siteBind?: SiteBind
  /** The first signs the links in mails, all of them verify. Without any the desk makes one and keeps it. */
  readonly linkSecrets: readonly string[]
  /** Lets others than this machine read `/metrics`. */
  readonly metricsToken?: string
  readonly logLevel: LogLevel
  readonly configDir: string
  readonly dataDir: string
  /** Another variable by name, for `$NAME` in a digest's `to`; empty counts as unset. */
  readonly variable: (name: string) => string | undefined
}
