/** What is wrong, or doubtful, in a query. Offsets are UTF-16 code units into its source. */
export interface QueryMistake {
  readonly start: number
  readonly end: number
  readonly expected: string
  readonly got: string
  readonly suggestion?: string
}
