import { foldExactly, foldWord } from './fold-word.ts'
import { openingOf } from './joined-words.ts'
import { continuationsOf, type Lexicon, letterBit, termsOf, termsOfPair } from './lexicon.ts'
import { addNumber, emptyNumberList, type NumberList } from './number-list.ts'
import type { ScannedText } from './scanned-text.ts'
import { isPart } from './spell-phrase.ts'
import type { Stemming } from './stem-word.ts'

/**
 * Every printed word met so far, with the terms it satisfies, so that a word is folded and stemmed once however often it
 * stands in texts. A form is a printed word under one stemming: the place of its record.
 */
export interface FormTable {
  readonly lexicon: Lexicon
  count: number
  /** Open addressing: form, or 0. */
  slots: Int32Array
  /** By slot: the hash of its form. */
  hashes: Int32Array
  /** See `RECORD`: what a word of a text asks for lies side by side, most of it in one line of the processor's cache. */
  readonly records: NumberList
  /** The same memory, to compare letters. */
  units: Uint16Array
  readonly terms: NumberList
  /** Two forms that stand for one word -> its form. */
  readonly pairs: Map<number, number>
  /** Two forms that stand for none: by hash the latest two pairs, each left, right. */
  readonly strangers: Int32Array
  /** Words whose hash too many others have. */
  readonly crowded: Map<string, number>
}

/** The columns of a form. */
export const RECORD = {
  /** Of its letters, in code units. */
  letterCount: 0,
  /** Its terms: from and to, the latter not included. */
  termStart: 1,
  termEnd: 2,
  /** Letters with which it goes on to a word of the lexicon, see `continuationsOf`. */
  continuations: 3,
  /** `letterBit` of its first letter, and `IS_PART` when it can be half of a word that a space cuts in two. 0 for pairs. */
  beginning: 4,
  /** The text it was last met in, its first and its last occurrence there. */
  stamp: 5,
  head: 6,
  tail: 7,
  /** Of its folded letters, see `mayJoin`: the hash of all, the first, the next two. */
  hash: 8,
  first: 9,
  next: 10,
  /** Its letters as printed follow, two in each number. */
  letters: 11,
} as const

/** Kept at most, then the table begins anew: a desk that runs for months meets millions of printed words. */
const MOST_FORMS = 200_000
const MOST_NUMBERS = 3_000_000
/** Looked at before a word counts as crowded out: whoever makes up words with one hash gains nothing by it. */
const MOST_PROBES = 64
const PAIR = 2 ** 26
/** By as many upper bits of a hash, which are mixed best. */
const STRANGER_SHIFT = 32 - 16
const MIXER = 0x2c1b3c6d
/** Beside the bit of the first letter. */
export const IS_PART = 1 << 31
/** Names of this file's own, for an imported one is looked up anew for every word. */
const { letters: LETTERS, letterCount: LETTER_COUNT } = RECORD

export function emptyFormTable(lexicon: Lexicon): FormTable {
  const records = emptyNumberList(8192)
  records.length = LETTERS
  return {
    lexicon,
    count: 0,
    slots: new Int32Array(8192),
    hashes: new Int32Array(8192),
    records,
    units: new Uint16Array(records.values.buffer),
    terms: emptyNumberList(),
    pairs: new Map(),
    strangers: new Int32Array(2 ** (32 - STRANGER_SHIFT) * 4),
    crowded: new Map(),
  }
}

/** To be called between texts: forms of the text at hand must stay. */
export function forgetWhenFull(table: FormTable): void {
  const { records, terms } = table
  if (table.count < MOST_FORMS && records.length < MOST_NUMBERS && terms.length < MOST_NUMBERS) return
  table.count = 0
  table.slots.fill(0)
  records.length = LETTERS
  terms.length = 0
  table.pairs.clear()
  table.strangers.fill(0)
  table.crowded.clear()
}

/**
 * For each word of a text the form that it most likely is, into a column from a place on. Nothing here waits for anything
 * else, so that the processor fetches many slots from memory at once.
 */
export function guessForms({ slots }: FormTable, { words, seed }: ScannedText, into: Int32Array, first: number): void {
  const { hashes, count } = words
  const mask = slots.length - 1
  for (let index = 0; index < count; index++) {
    const hash = Math.imul((hashes[index] ?? 0) + seed, MIXER)
    into[first + index] = slots[(hash ^ (hash >>> 15)) & mask] ?? 0
  }
}

/** The form of a word of a text. */
export function formAt(table: FormTable, scanned: ScannedText, index: number): number {
  const hash = mixedHash(scanned, index)
  const { slots, hashes } = table
  const mask = slots.length - 1
  let slot = hash & mask
  for (let probe = 0; probe < MOST_PROBES; probe++) {
    const form = slots[slot] ?? 0
    if (form === 0) return learnForm(table, scanned, index)
    if (hashes[slot] === hash && isPrinted(table, form, scanned, index)) return form
    slot = (slot + 1) & mask
  }
  return crowdedForm(table, scanned, index)
}

/** Another stemming makes another hash: the same letters are then another form. */
function mixedHash({ words, seed }: ScannedText, index: number): number {
  const hash = Math.imul((words.hashes[index] ?? 0) + seed, MIXER)
  return hash ^ (hash >>> 15)
}

/** Whether a form is this word: the hash only finds it, its letters are always compared. */
export function isPrinted({ records, units }: FormTable, form: number, { words }: ScannedText, index: number): boolean {
  const { letters } = words
  const start = words.starts[index] ?? 0
  const end = words.ends[index] ?? 0
  if (records.values[form + LETTER_COUNT] !== end - start) return false
  let known = (form + LETTERS) * 2
  for (let at = start; at < end; at++) if (units[known++] !== letters[at]) return false
  return true
}

/** The form of two words that stand for one, or -1. */
export function pairForm(table: FormTable, left: number, right: number, stemming: Stemming): number {
  const { strangers } = table
  const place = (Math.imul(Math.imul(left, 0x9e3779b1) + right, 0x85ebca6b) >>> STRANGER_SHIFT) * 4
  if (strangers[place] === left && strangers[place + 1] === right) return -1
  if (strangers[place + 2] === left && strangers[place + 3] === right) return -1
  const key = left * PAIR + right
  const known = table.pairs.get(key)
  if (known !== undefined) return known
  const terms = termsOfPair(table.lexicon, foldedForm(table, left), foldedForm(table, right), stemming)
  if (terms.length === 0) {
    strangers.copyWithin(place + 2, place, place + 2)
    strangers[place] = left
    strangers[place + 1] = right
    return -1
  }
  const form = addForm(table, { printed: '', form: '', terms, continuations: 0, beginning: 0 })
  table.pairs.set(key, form)
  return form
}

export function formHasTerm({ terms, records }: FormTable, form: number, term: number): boolean {
  const end = records.values[form + RECORD.termEnd] ?? 0
  for (let at = records.values[form + RECORD.termStart] ?? 0; at < end; at++) if (terms.values[at] === term) return true
  return false
}

function crowdedForm(table: FormTable, { text, words, stemming, seed }: ScannedText, index: number): number {
  const printed = text.slice(words.starts[index], words.ends[index])
  const key = `${seed} ${printed}`
  const known = table.crowded.get(key)
  if (known !== undefined) return known
  const form = addWordForm(table, printed, stemming)
  table.crowded.set(key, form)
  return form
}

function learnForm(table: FormTable, scanned: ScannedText, index: number): number {
  const { text, words, stemming } = scanned
  const form = addWordForm(table, text.slice(words.starts[index], words.ends[index]), stemming)
  if (table.count * 4 > table.slots.length) widen(table)
  fillSlot(table, mixedHash(scanned, index), form)
  return form
}

function addWordForm(table: FormTable, printed: string, stemming: Stemming): number {
  const form = foldWord(printed)
  return addForm(table, {
    printed,
    form,
    terms: termsOf(table.lexicon, { form, exactForm: foldExactly(printed) }, stemming),
    continuations: continuationsOf(table.lexicon, form),
    beginning: form === '' ? 0 : letterBit(form, 0) | (isPart(form) ? IS_PART : 0),
  })
}

interface NewForm {
  readonly printed: string
  /** Folded. */
  readonly form: string
  readonly terms: readonly number[]
  readonly continuations: number
  readonly beginning: number
}

function addForm(table: FormTable, { printed, form: folded, terms, continuations, beginning }: NewForm): number {
  const { records } = table
  const termStart = table.terms.length
  for (const term of terms) addNumber(table.terms, term)
  const form = records.length
  const row = [printed.length, termStart, table.terms.length, continuations, beginning, 0, 0, 0]
  for (const value of [...row, ...openingOf(folded)]) addNumber(records, value)
  for (let at = 0; at < printed.length; at += 2) addNumber(records, 0)
  if (table.units.buffer !== records.values.buffer) table.units = new Uint16Array(records.values.buffer)
  for (let at = 0; at < printed.length; at++) table.units[(form + LETTERS) * 2 + at] = printed.charCodeAt(at)
  table.count++
  return form
}

/** Three slots in four stay empty, so that the first guess is nearly always right. */
function widen(table: FormTable): void {
  const { slots, hashes } = table
  table.slots = new Int32Array(slots.length * 2)
  table.hashes = new Int32Array(slots.length * 2)
  for (let slot = 0; slot < slots.length; slot++) {
    const form = slots[slot] ?? 0
    if (form > 0) fillSlot(table, hashes[slot] ?? 0, form)
  }
}

/** One that finds no place near by is learnt again when it is next met. */
function fillSlot({ slots, hashes }: FormTable, hash: number, form: number): void {
  const mask = slots.length - 1
  let slot = hash & mask
  for (let probe = 0; probe < MOST_PROBES && slots[slot] !== 0; probe++) slot = (slot + 1) & mask
  if (slots[slot] !== 0) return
  slots[slot] = form
  hashes[slot] = hash
}

function foldedForm({ records, units }: FormTable, form: number): string {
  const start = (form + LETTERS) * 2
  return foldWord(String.fromCharCode(...units.subarray(start, start + (records.values[form + LETTER_COUNT] ?? 0))))
}
