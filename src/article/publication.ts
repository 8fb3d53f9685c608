/** When a page says it was published, and how far that can be trusted. */
export interface Publication {
  /** Epoch ms; for `day` precision, the start of that day in the outlet's zone. */
  readonly at: number
  readonly precision: 'minute' | 'day'
  /** `stated`: the date carried its zone; `outlet`: it did not, and the outlet's zone was taken. */
  readonly zone: 'stated' | 'outlet'
  readonly source: 'json-ld' | 'meta' | 'time' | 'text' | 'url' | 'feed'
  /** As printed. */
  readonly printed: string
}
