import type { Actor, Cast } from './cast.ts'
import type { Attribution } from './find-attributions.ts'
import type { CircumstanceInput, Circumstances } from './find-circumstances.ts'
import type { Lexicon } from './lexicon.ts'
import type { Resolved } from './resolve-speaker.ts'
import type { Statement } from './statement.ts'
import type { Token } from './token.ts'

/** One text to report: a title or a body, cut into tokens. */
export interface FieldInput {
  readonly field: 'title' | 'body'
  readonly text: string
  readonly tokens: readonly Token[]
  readonly lexicon: Lexicon
  readonly cast: Cast
  /** Where subheadings start: what carried the words before them ends there. */
  readonly headings: ReadonlySet<number>
  readonly publishedAt?: number
}

/** What is known while a text is gone through. */
export interface Report extends FieldInput {
  readonly statements: Statement[]
  /** Starts of quotations that are somebody's. */
  readonly claimed: Set<number>
  /** Who carried what an actor says from here on. */
  readonly carriers: Map<Actor, readonly string[]>
  readonly attributions: readonly Attribution[]
  /** The first attribution not yet reached. */
  next: number
  lastBlock: number
  /** Who spoke last, and behind which token. */
  last?: { readonly resolved: Resolved; readonly to: number; readonly isDirect: boolean }
  source?: { readonly resolved: Resolved; readonly circumstances: Circumstances }
}

export function circumstanceInput({ text, tokens, lexicon, publishedAt }: Report): CircumstanceInput {
  return { text, tokens, lexicon, ...(publishedAt === undefined ? {} : { publishedAt }) }
}
