import { foldExactly, foldWord } from './fold-word.ts'
import { continuationsOf, type Lexicon, letterBit, termsOf, termsOfPair } from './lexicon.ts'
import { addNumber, emptyNumberList, type NumberList } from './number-list.ts'
import { isPart } from './spell-phrase.ts'
import { type Stemming, stemmings } from './stem-word.ts'
import type { WordBuffer } from './word-buffer.ts'

/**
 * Every printed word met so far, with the terms it satisfies, so that a word is folded and stemmed once however often it
 * stands in texts. A form is the number of a printed word under one stemming.
 */
export interface FormTable {
  readonly lexicon: Lexicon
  count: number
  /** Open addressing: [form + 1, or 0; hash] */
  slots: Int32Array
  /** By form, see `ROW`: what a word of a text asks for lies side by side, in one line of the processor's cache. */
  readonly rows: NumberList
  readonly letters: NumberList
  readonly terms: NumberList
  /** Two forms that stand for one word -> its form, or -1. */
  readonly pairs: Map<number, number>
}

/** The columns of a form. */
export const ROW = {
  hash: 0,
  /** Its letters, as printed: from and to, the latter not included. */
  letterStart: 1,
  letterEnd: 2,
  /** Its terms, likewise. */
  termStart: 3,
  termEnd: 4,
  /** Letters with which it goes on to a word of the lexicon, see `continuationsOf`. */
  continuations: 5,
  /** `letterBit` of its first letter, and `IS_PART` when it can be half of a word that a space cuts in two. 0 for pairs. */
  beginning: 6,
  length: 8,
} as const

/** Printed words kept, then the table begins anew: a desk that runs for months meets millions of them. */
const MOST_FORMS = 200_000
const PAIR = 2 ** 26
/** Beside the bit of the first letter. */
export const IS_PART = 1 << 31

export function emptyFormTable(lexicon: Lexicon): FormTable {
  return {
    lexicon,
    count: 0,
    slots: new Int32Array(8192),
    rows: emptyNumberList(8192),
    letters: emptyNumberList(),
    terms: emptyNumberList(),
    pairs: new Map(),
  }
}

/** To be called between texts: forms of the text at hand must stay. */
export function forgetWhenFull(table: FormTable): void {
  if (table.count < MOST_FORMS) return
  table.count = 0
  table.slots.fill(0)
  for (const list of [table.rows, table.letters, table.terms]) list.length = 0
  table.pairs.clear()
}

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

/** The form of a word of a text. */
export function formAt(table: FormTable, scanned: ScannedText, index: number): number {
  const hash = mixedHash(scanned, index)
  const { slots } = table
  const mask = slots.length - 1
  for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
    const form = (slots[slot] ?? 0) - 1
    if (form < 0) return learnForm(table, scanned, index)
    if (slots[slot + 1] === hash && isPrinted(table, form, scanned, index)) return form
  }
}

/** Another stemming makes another hash: the same letters are then another form. */
function mixedHash({ words, seed }: ScannedText, index: number): number {
  const hash = Math.imul((words.hashes[index] ?? 0) + seed, 0x2c1b3c6d)
  return hash ^ (hash >>> 15)
}

/** The form of two words that stand for one, or -1. */
export function pairForm(table: FormTable, left: number, right: number, stemming: Stemming): number {
  const key = left * PAIR + right
  const known = table.pairs.get(key)
  if (known !== undefined) return known
  const terms = termsOfPair(table.lexicon, foldedForm(table, left), foldedForm(table, right), stemming)
  const form = terms.length === 0 ? -1 : addForm(table, { hash: 0, printed: '', terms, continuations: 0, beginning: 0 })
  table.pairs.set(key, form)
  return form
}

export function formHasTerm(table: FormTable, form: number, term: number): boolean {
  const terms = table.terms.values
  const rows = table.rows.values
  const row = form * ROW.length
  const end = rows[row + ROW.termEnd] ?? 0
  for (let at = rows[row + ROW.termStart] ?? 0; at < end; at++) if (terms[at] === term) return true
  return false
}

function isPrinted(table: FormTable, form: number, { words }: ScannedText, index: number): boolean {
  const rows = table.rows.values
  const known = table.letters.values
  const { letters } = words
  const start = words.starts[index] ?? 0
  const end = words.ends[index] ?? 0
  const row = form * ROW.length
  let from = rows[row + ROW.letterStart] ?? 0
  if ((rows[row + ROW.letterEnd] ?? 0) - from !== end - start) return false
  for (let at = start; at < end; at++) if (known[from++] !== letters[at]) return false
  return true
}

function learnForm(table: FormTable, scanned: ScannedText, index: number): number {
  const { text, words, stemming } = scanned
  const printed = text.slice(words.starts[index], words.ends[index])
  const form = foldWord(printed)
  const terms = termsOf(table.lexicon, { form, exactForm: foldExactly(printed) }, stemming)
  const hash = mixedHash(scanned, index)
  const learnt = addForm(table, {
    hash,
    printed,
    terms,
    continuations: continuationsOf(table.lexicon, form),
    beginning: form === '' ? 0 : letterBit(form, 0) | (isPart(form) ? IS_PART : 0),
  })
  if (table.count * 4 > table.slots.length) widen(table)
  else fillSlot(table.slots, hash, learnt)
  return learnt
}

interface NewForm {
  readonly hash: number
  readonly printed: string
  readonly terms: readonly number[]
  readonly continuations: number
  readonly beginning: number
}

function addForm(table: FormTable, { hash, printed, terms, continuations, beginning }: NewForm): number {
  const { rows, letters } = table
  const [letterStart, termStart] = [letters.length, table.terms.length]
  for (let at = 0; at < printed.length; at++) addNumber(letters, printed.charCodeAt(at))
  for (const term of terms) addNumber(table.terms, term)
  const row = [hash, letterStart, letters.length, termStart, table.terms.length, continuations, beginning, 0]
  for (const value of row) addNumber(rows, value)
  return table.count++
}

function widen(table: FormTable): void {
  const slots = new Int32Array(table.slots.length * 2)
  const rows = table.rows.values
  for (let form = 0; form < table.count; form++) {
    const row = form * ROW.length
    const isPair = rows[row + ROW.beginning] === 0
    if (!isPair) fillSlot(slots, rows[row + ROW.hash] ?? 0, form)
  }
  table.slots = slots
}

function fillSlot(slots: Int32Array, hash: number, form: number): void {
  const mask = slots.length - 1
  let slot = (hash << 1) & mask
  while (slots[slot] !== 0) slot = (slot + 2) & mask
  slots[slot] = form + 1
  slots[slot + 1] = hash
}

function foldedForm(table: FormTable, form: number): string {
  const rows = table.rows.values
  const row = form * ROW.length
  const letters = table.letters.values.subarray(rows[row + ROW.letterStart], rows[row + ROW.letterEnd])
  return foldWord(String.fromCharCode(...letters))
}
