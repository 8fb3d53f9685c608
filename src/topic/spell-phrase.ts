import { splitWords, type Word } from './split-words.ts'

/** Marks a word that stands behind a full stop, comma or the like: `St. Petersburg`. */
const BEHIND_BREAK = '.'

/** Shorter parts do not make one word across a space: `the rapist` is no therapist, `US aid` is not USAID. */
const SHORTEST_PART = 3
const NEVER_A_PART: ReadonlySet<string> = new Set([
  'the',
  'and',
  'for',
  'not',
  'der',
  'die',
  'das',
  'und',
  'les',
  'des',
])

/**
 * Every sequence of folded words that counts as the phrase: as written, with two of its words joined (cease-fire,
 * cease fire: ceasefire), and with an English plural of its last word (offer: offers).
 */
export function spellPhrase(phrase: string): readonly (readonly string[])[] {
  const words = splitWords(phrase)
  const forms = words.map(({ form }) => form)
  const spellings = [forms, words.map(edgeOf), ...words.slice(1).flatMap((word, index) => joinAt(words, index, word))]
  return spellings.flatMap((spelling) => withPlural(spelling))
}

/** The word as a step from the one before it. */
export function edgeOf(word: Word, index: number): string {
  return index > 0 && word.gap === 'break' ? `${BEHIND_BREAK}${word.form}` : word.form
}

/** The two words as one, if hyphen or length allow it. */
export function joinWords(left: Word, right: Word): string | undefined {
  if (right.gap === 'break') return undefined
  if (right.gap === 'space' && !(isPart(left.form) && isPart(right.form))) return undefined
  return left.form + right.form
}

function isPart(form: string): boolean {
  return form.length >= SHORTEST_PART && !NEVER_A_PART.has(form)
}

function joinAt(words: readonly Word[], index: number, right: Word): readonly (readonly string[])[] {
  const left = words[index]
  const joined = left === undefined ? undefined : joinWords(left, right)
  if (joined === undefined) return []
  const forms = words.map(({ form }) => form)
  return [[...forms.slice(0, index), joined, ...forms.slice(index + 2)]]
}

function withPlural(spelling: readonly string[]): readonly (readonly string[])[] {
  const last = spelling.at(-1)
  if (last === undefined) return []
  const plural = pluralOf(last)
  return plural === undefined ? [spelling] : [spelling, [...spelling.slice(0, -1), plural]]
}

/** Only from one to many: the other way would make news new and Times time. */
function pluralOf(word: string): string | undefined {
  if (!/^[a-z]{3,}$/.test(word) || /(?:[^s]s)$/.test(word)) return undefined
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(?:ss|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}
