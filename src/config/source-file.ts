import type { Document, LineCounter } from 'yaml'

/** A config file that is well-formed YAML, with what is needed to point into it. */
export interface SourceFile {
  /** As shown to people. */
  readonly file: string
  readonly text: string
  readonly document: Document
  readonly lineCounter: LineCounter
  /** The document as plain data. */
  readonly value: unknown
}

/** Where a value stands inside a file: keys and list indexes from the top. */
export type ValuePath = readonly (string | number)[]
