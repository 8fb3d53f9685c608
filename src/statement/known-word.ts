import { classesOfWord, type KnownWord, type Lexicon } from './lexicon.ts'

const IS_WORD = /^[\p{L}\p{N}]/u
const IS_CAPITAL = /^\p{Lu}/u
const IS_ACRONYM = /^\p{Lu}[\p{Lu}\p{N}.-]+$/u
/** Printed words kept per language; most of a day's articles are made of fewer. */
const MAX_KNOWN = 50_000

/** Looks a printed word up once for all its occurrences: a memory only, it changes no answer. */
export function knownWord(lexicon: Lexicon, printed: string): KnownWord {
  const known = lexicon.known.get(printed)
  if (known !== undefined) return known
  const word = printed.toLowerCase().replace(/[’ʼ]/g, "'")
  const isWord = IS_WORD.test(printed)
  const isCapital = isWord && IS_CAPITAL.test(printed)
  const learnt = {
    word,
    classes: isWord ? classesOfWord(lexicon, word, isCapital) : 0,
    isWord,
    isCapital,
    isAcronym: isWord && IS_ACRONYM.test(printed),
  }
  if (lexicon.known.size >= MAX_KNOWN) lexicon.known.clear()
  lexicon.known.set(printed, learnt)
  return learnt
}
