import { type Stemming, stemmings } from './stem-word.ts'
import type { WordBuffer } from './word-buffer.ts'

/** The words of one text. */
export interface ScannedText {
  readonly text: string
  readonly words: WordBuffer
  readonly stemming: Stemming
  readonly seed: number
}

/** The words of a text, once scanned. */
export function scannedText(text: string, words: WordBuffer, stemming: Stemming): ScannedText {
  return { text, words, stemming, seed: stemmings.indexOf(stemming) }
}
