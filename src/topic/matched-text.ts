import type { Block } from '../article/reading.ts'
import type { Match } from './match.ts'

/** What topics are matched against: an article's own text, and what is known of it. Offsets are into `body`. */
export interface MatchedText {
  readonly title: string
  readonly body: string
  /** Without them, a blank line ends a paragraph. */
  readonly blocks?: readonly Block[]
  /** The sentences; without them, they are split when a topic asks for them. */
  readonly passages?: readonly { readonly start: number; readonly end: number }[]
  /** ISO 639-1. Without it, words are stemmed by their script. */
  readonly language?: string
  /** Epoch ms: the day on which offices are looked up. Without it, an office is found by its own names alone. */
  readonly publishedAt?: number
  readonly authors?: readonly string[]
  readonly outlet?: string
  readonly url?: string
  readonly feedId?: string
  readonly source: Match['source']
  /** Of the body. They may be found only when somebody asks. */
  readonly statements?: readonly TextStatement[]
}

/** Something said, with its place in the body. The speaker is written as there, or as the people book has it. */
export interface TextStatement {
  readonly start: number
  readonly end: number
  readonly speaker: string
  readonly personId?: string
}
