import type { Quote } from './pair-quotes.ts'

/** A word, a mark, or a whole quotation, in the order of the text. */
export interface Token {
  readonly start: number
  readonly end: number
  /** In lower case; a mark's own character; empty for a quotation. */
  readonly word: string
  /** Bits of `WORD`; 0 for marks and quotations. */
  readonly classes: number
  readonly isWord: boolean
  readonly isCapital: boolean
  /** Capitals only, two or more. */
  readonly isAcronym: boolean
  /** Counts up; a paragraph's end is a sentence's end. */
  readonly sentence: number
  readonly block: number
  /** Of a quotation that runs over paragraphs, the last one. */
  readonly endBlock: number
  /** Set for a quotation only. */
  readonly quote?: Quote
}

/** Tokens from one index up to, not including, another. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}
