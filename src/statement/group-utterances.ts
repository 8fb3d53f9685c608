import type { Statement } from './statement.ts'

/** A statement in an article that carries it. */
export interface Mention {
  readonly articleId: string
  readonly outlet: string
  /** Epoch ms: when the article was published, else first seen. */
  readonly at: number
  readonly statement: Statement
}

/** One thing said once, however many carry it: printed, cut, continued or in other translations. */
export interface Utterance {
  /** The mention to show: the fullest printed words, of equals the first. */
  readonly shown: Mention
  /** All, the first outlet first. */
  readonly mentions: readonly Mention[]
}

/** Groups the mentions of one story, or of any stretch of the ledger. The same mentions in any order give the same groups. */
export function groupUtterances(mentions: readonly Mention[]): readonly Utterance[] {
  return mentions.map((mention) => ({ shown: mention, mentions: [mention] }))
}
