import { foldExactly, foldWord } from './fold-word.ts'
import { scanWords } from './scan-words.ts'
import { emptyWordBuffer, GAP } from './word-buffer.ts'

/** A word of a text. Offsets are UTF-16 code units into the text as it is. */
export interface Word {
  /** Folded: see `foldWord`. */
  readonly form: string
  /** Case and accents kept: see `foldExactly`. */
  readonly exactForm: string
  readonly start: number
  readonly end: number
  /** What stands between it and the word before it, as in `GAP`. */
  readonly gap: number
}

const buffer = emptyWordBuffer()

/** The words of a text in order, in one pass. */
export function splitWords(text: string): readonly Word[] {
  buffer.count = 0
  scanWords(text, buffer)
  return Array.from({ length: buffer.count }, (_, index): Word => {
    const start = buffer.starts[index] ?? 0
    const end = buffer.ends[index] ?? 0
    const word = text.slice(start, end)
    return { form: foldWord(word), exactForm: foldExactly(word), start, end, gap: buffer.gaps[index] ?? GAP.edge }
  }).filter(({ form }) => form !== '')
}
