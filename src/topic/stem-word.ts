import StemmerDe from '@nlpjs/lang-de/src/stemmer-de.js'
import StemmerEn from '@nlpjs/lang-en-min/src/stemmer-en.js'
import StemmerFr from '@nlpjs/lang-fr/src/stemmer-fr.js'
import StemmerRu from '@nlpjs/lang-ru/src/stemmer-ru.js'
import { stemPolish, stemUkrainian } from './light-stemmers.ts'

/** How the words of a text are stemmed. `script`: by the letters of each word; `none`: not at all (names, addresses). */
export const stemmings = ['none', 'script', 'en', 'de', 'fr', 'pl', 'uk', 'ru'] as const
export type Stemming = (typeof stemmings)[number]

const LONGEST_STEMMED = 40
const snowball = { en: new StemmerEn(), de: new StemmerDe(), fr: new StemmerFr(), ru: new StemmerRu() }

/** A language that has no stemmer leaves words as they are; an unknown one is guessed from each word's letters. */
export function stemmingOf(language: string | undefined): Stemming {
  if (language === undefined) return 'script'
  const primary = language.toLowerCase().split(/[-_]/, 1)[0]
  return stemmings.find((each) => each === primary) ?? 'none'
}

/**
 * What the forms of a word have in common. Words in letters that the language does not use (NATO in a Ukrainian text) are
 * stemmed by their script.
 * @param word folded
 */
export function stemWord(word: string, stemming: Stemming): string {
  if (stemming === 'none' || word.length > LONGEST_STEMMED || /\d/.test(word)) return word
  const own = stemmingOfWord(word, stemming)
  if (own === 'pl') return stemPolish(word)
  if (own === 'uk') return stemUkrainian(word)
  return own === undefined ? word : snowball[own].stemWord(word)
}

function stemmingOfWord(
  word: string,
  stemming: Exclude<Stemming, 'none'>,
): 'en' | 'de' | 'fr' | 'pl' | 'uk' | 'ru' | undefined {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(word)
  if (!isCyrillic && !/[a-z]/.test(word)) return undefined
  if (isCyrillic) return stemming === 'uk' || stemming === 'ru' ? stemming : /[іїєґ]/.test(word) ? 'uk' : 'ru'
  return stemming === 'script' || stemming === 'uk' || stemming === 'ru' ? 'en' : stemming
}
