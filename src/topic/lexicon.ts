import { type JoinedWords, joinedWords } from './joined-words.ts'
import { type Stemming, stemWord } from './stem-word.ts'

/** All words that any topic asks for. A term is the number of one of them. */
export interface Lexicon {
  readonly words: Map<string, number>
  readonly exacts: Map<string, number>
  readonly prefixes: Map<string, number>
  /** Folded words and prefixes by term; exact ones are empty. */
  readonly forms: string[]
  /** Made when the first text of a language comes. */
  readonly stems: Map<Stemming, StemIndex>
  prefixLengths: readonly number[]
  /** Words and prefixes in order, to find those that begin with something. */
  sorted: readonly string[]
}

/** Most words are their own stem: only of the others the stem is kept, for it costs more memory than all else of a word. */
interface StemIndex {
  /** By term: 1 when it is a word that is its own stem. */
  readonly isStem: Uint8Array
  /** The first of the other terms of a stem, and for each the next one, or -1. */
  readonly heads: ReadonlyMap<string, number>
  readonly next: Int32Array
  readonly joined: JoinedWords
}

const MOST_CONTINUATIONS = 64
const ANY_LETTER = -1

export function emptyLexicon(): Lexicon {
  const maps = { words: new Map(), exacts: new Map(), prefixes: new Map(), stems: new Map() }
  return { ...maps, forms: [], prefixLengths: [], sorted: [] }
}

/** The term of a word; a new one when nobody asked for it before. */
export function addTerm(lexicon: Lexicon, form: string, how: 'stem' | 'exact' | 'prefix'): number {
  const terms = how === 'stem' ? lexicon.words : how === 'exact' ? lexicon.exacts : lexicon.prefixes
  const known = terms.get(form)
  if (known !== undefined) return known
  terms.set(form, lexicon.forms.length)
  return lexicon.forms.push(how === 'exact' ? '' : form) - 1
}

/** Ends the adding of terms. */
export function sealLexicon(lexicon: Lexicon): void {
  lexicon.prefixLengths = [...new Set([...lexicon.prefixes.keys()].map((prefix) => prefix.length))].toSorted(
    (left, right) => left - right,
  )
  lexicon.sorted = [...lexicon.words.keys(), ...lexicon.prefixes.keys()].sort()
}

/** The terms that a word of a text satisfies. */
export function termsOf(
  lexicon: Lexicon,
  word: { readonly form: string; readonly exactForm: string },
  stemming: Stemming,
) {
  const terms = chain(lexicon, stemWord(word.form, stemming), stemming)
  const exact = lexicon.exacts.get(word.exactForm)
  if (exact !== undefined) terms.push(exact)
  for (const length of lexicon.prefixLengths) {
    if (length > word.form.length) break
    const prefix = lexicon.prefixes.get(word.form.slice(0, length))
    if (prefix !== undefined) terms.push(prefix)
  }
  return terms
}

/** The terms that two words satisfy when they stand for one: those that begin with the first and go on. */
export function termsOfPair(lexicon: Lexicon, left: string, right: string, stemming: Stemming): readonly number[] {
  const joined = left + right
  const terms = chain(lexicon, stemWord(joined, stemming), stemming).filter((term) => {
    const form = lexicon.forms[term] ?? ''
    return form.length > left.length && form.startsWith(left)
  })
  for (const length of lexicon.prefixLengths) {
    const prefix = length > left.length ? lexicon.prefixes.get(joined.slice(0, length)) : undefined
    if (prefix !== undefined && prefix >= 0 && length <= joined.length) terms.push(prefix)
  }
  return terms
}

/** Which openings of two words can become a word that is asked for, in a language. */
export function joinedIn(lexicon: Lexicon, stemming: Stemming): JoinedWords {
  return stemsOf(lexicon, stemming).joined
}

/** The letters with which words go on that begin so, as `letterBit`s; 0 for none. */
export function continuationsOf({ sorted }: Lexicon, form: string): number {
  let bits = 0
  const first = firstAbove(sorted, form)
  for (let index = first; ; index++) {
    const word = sorted[index]
    if (word === undefined || !word.startsWith(form)) return bits
    if (index - first > MOST_CONTINUATIONS) return ANY_LETTER
    if (word.length > form.length) bits |= letterBit(word, form.length)
  }
}

export function letterBit(word: string, index: number): number {
  return 1 << (word.charCodeAt(index) % 31)
}

function chain(lexicon: Lexicon, stem: string, stemming: Stemming): number[] {
  const { heads, next, isStem } = stemsOf(lexicon, stemming)
  const terms: number[] = []
  const own = lexicon.words.get(stem)
  if (own !== undefined && isStem[own] === 1) terms.push(own)
  for (let term = heads.get(stem) ?? -1; term >= 0; term = next[term] ?? -1) terms.push(term)
  return terms
}

function stemsOf(lexicon: Lexicon, stemming: Stemming): StemIndex {
  const known = lexicon.stems.get(stemming)
  if (known !== undefined) return known
  const heads = new Map<string, number>()
  const next = new Int32Array(lexicon.forms.length).fill(-1)
  const isStem = new Uint8Array(lexicon.forms.length)
  const lengths: (readonly [string, number])[] = [...lexicon.prefixes.keys()].map((prefix) => [
    prefix,
    Number.POSITIVE_INFINITY,
  ])
  for (const [form, term] of lexicon.words) {
    const stem = stemWord(form, stemming)
    lengths.push([form, stem.length])
    if (stem === form) {
      isStem[term] = 1
      continue
    }
    next[term] = heads.get(stem) ?? -1
    heads.set(stem, term)
  }
  const made = { isStem, heads, next, joined: joinedWords(lengths) }
  lexicon.stems.set(stemming, made)
  return made
}

function firstAbove(sorted: readonly string[], form: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') <= form) low = middle + 1
    else high = middle
  }
  return low
}
