export type LogLevel = (typeof logLevels)[number]

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

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
  /** Mail addresses. */
  readonly digestTo: readonly string[]
  /** Where readers reach the web page; no slash at the end. */
  readonly baseUrl: string
  readonly logLevel: LogLevel
  readonly configDir: string
  readonly dataDir: string
  /** Another variable by name, for `$NAME` in a digest's `to`; empty counts as unset. */
  readonly variable: (name: string) => string | undefined
}
