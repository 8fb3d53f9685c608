import { compileLexicon, type Lexicon } from '../lexicon.ts'
import { GERMAN } from './de.ts'
import { ENGLISH } from './en.ts'
import { FRENCH } from './fr.ts'
import { POLISH } from './pl.ts'
import { RUSSIAN } from './ru.ts'
import { UKRAINIAN } from './uk.ts'

const LEXICONS: ReadonlyMap<string, Lexicon> = new Map(
  [ENGLISH, UKRAINIAN, RUSSIAN, GERMAN, FRENCH, POLISH].map((language) => [language.code, compileLexicon(language)]),
)

/** How a language reports speech; undefined for one not known here. */
export function lexiconOf(language: string): Lexicon | undefined {
  return LEXICONS.get(language.slice(0, 2).toLowerCase())
}
