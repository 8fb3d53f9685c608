/** One mistake of the operator's, with its place. */
export interface ConfigProblem {
  /** A path as the operator would type it, or `environment`. */
  readonly file: string
  /** 1-based; 0 when the file or variable as a whole is meant. */
  readonly line: number
  /** 1-based, in UTF-16 code units; 0 as for `line`. */
  readonly column: number
  readonly expected: string
  readonly got: string
  /** What to do about it. */
  readonly hint?: string
  /** The line as it stands in the file, secrets masked. */
  readonly sourceLine?: string
}

export type ReportProblem = (problem: ConfigProblem) => void
