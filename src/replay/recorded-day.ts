/** A day of the web as servers sent it, with the clock it happened by. */
export interface RecordedDay {
  readonly dir: string
  /** The desk of the day: its own `config`, else that of the day before. */
  readonly configDir: string
  /** The day that the desk went through before. */
  readonly before?: RecordedDay
  readonly startAt: number
  readonly endAt: number
  readonly what: string
  /** By URL; what is not recorded again answers as on the day before. */
  readonly responses: ReadonlyMap<string, RecordedResponse>
}

export interface RecordedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Absolute path of the body; without it the body is empty. */
  readonly file?: string
  /** The body stops after this many bytes, though Content-Length promises all of it. */
  readonly cut?: number
  /** `hang`: the request is taken and never answered; `reset`: the connection is cut at once. */
  readonly fault?: 'hang' | 'reset'
}
