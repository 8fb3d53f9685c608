import type { CueKind, Lexicon } from './lexicon.ts'
import type { Token, TokenRange } from './token.ts'
import { WORD } from './word-class.ts'

/** A reporting phrase where it stands. */
export interface Cue {
  readonly range: TokenRange
  readonly kind: CueKind
}

/** The longest reporting phrase that begins at a token. A capital inside a sentence makes a name of it: "United States". */
export function matchCue(tokens: readonly Token[], at: number, lexicon: Lexicon): Cue | undefined {
  const token = tokens[at]
  if (token === undefined || (token.classes & (WORD.CUE | WORD.FORMULA)) === 0) return undefined
  if (token.isCapital && tokens[at - 1]?.sentence === token.sentence && tokens[at - 1]?.isWord === true)
    return undefined
  for (const { words, kind } of lexicon.cues.get(token.word) ?? []) {
    if (words.every((word, index) => isWordAt(tokens[at + index], word, token.sentence)))
      return { range: { from: at, to: at + words.length }, kind }
  }
  return undefined
}

function isWordAt(token: Token | undefined, word: string, sentence: number): boolean {
  return token?.word === word && token.sentence === sentence
}
