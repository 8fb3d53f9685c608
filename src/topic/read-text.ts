import {
  emptyFormTable,
  type FormTable,
  forgetWhenFull,
  formAt,
  guessForms,
  IS_PART,
  isPrinted,
  pairForm,
  RECORD,
} from './form-table.ts'
import { type JoinedWords, mayJoin } from './joined-words.ts'
import { joinedIn, type Lexicon } from './lexicon.ts'
import { addNumber, emptyNumberList, type NumberList } from './number-list.ts'
import type { ScannedText } from './scanned-text.ts'
import type { Stemming } from './stem-word.ts'
import { GAP, type WordBuffer } from './word-buffer.ts'

/**
 * The words of one text: what stands where, and where each term stands. Columns are used again from text to text; what is
 * of an earlier text is told by its stamp.
 */
export interface TextReader {
  readonly forms: FormTable
  /** Number of the text at hand. */
  stamp: number
  wordCount: number
  /** By word: form, form of it with the next word as one (or -1), gap before it, offsets into its field. */
  words: WordColumns
  readonly presentForms: NumberList
  /** By term: 1 when it stands in the text. A byte each: what is asked most often stays in the processor's cache. */
  readonly present: Uint8Array
  /** By term that does: the chain of its forms. */
  readonly termHeads: Int32Array
  readonly links: NumberList
  readonly presentTerms: NumberList
}

export interface WordColumns {
  readonly forms: Int32Array
  readonly pairs: Int32Array
  readonly gaps: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** An occurrence is word * 2, or word * 2 + 1 for it and the next as one: the next occurrence of the same form, or -1. */
  readonly next: Int32Array
}

/** Names of this file's own, for an imported one is looked up anew for every word. */
const { termStart: TERM_START, termEnd: TERM_END, continuations: CONTINUATIONS, beginning: BEGINNING } = RECORD
const { stamp: STAMP, head: HEAD, tail: TAIL, hash: HASH, first: FIRST, next: NEXT } = RECORD
const SPACE_GAP = GAP.space

export function emptyTextReader(lexicon: Lexicon): TextReader {
  return {
    forms: emptyFormTable(lexicon),
    stamp: 0,
    wordCount: 0,
    words: emptyColumns(1024),
    presentForms: emptyNumberList(),
    present: new Uint8Array(lexicon.forms.length),
    termHeads: new Int32Array(lexicon.forms.length),
    links: emptyNumberList(),
    presentTerms: emptyNumberList(),
  }
}

export function startText(reader: TextReader): void {
  const { presentForms, presentTerms, present, links } = reader
  forgetWhenFull(reader.forms)
  reader.stamp++
  reader.wordCount = 0
  for (let index = 0; index < presentTerms.length; index++) present[presentTerms.values[index] ?? 0] = 0
  presentForms.length = 0
  presentTerms.length = 0
  links.length = 0
}

/** Adds the words of one field, behind an edge. */
export function readWords(reader: TextReader, scanned: ScannedText): void {
  const { words, stemming } = scanned
  const first = reader.wordCount
  copyColumns(reader, words)
  const { forms, gaps } = reader.words
  const table = reader.forms
  guessForms(table, scanned, forms, first)
  const joined = joinedIn(table.lexicon, stemming)
  let goesOn = 0
  for (let index = 0; index < words.count; index++) {
    const word = first + index
    const guess = forms[word] ?? 0
    const form = isPrinted(table, guess, scanned, index) ? guess : formAt(table, scanned, index)
    const records = table.records.values
    forms[word] = form
    if (records[form + TERM_START] !== records[form + TERM_END]) note(reader, form, word * 2)
    if (goesOn !== 0 && (gaps[word] ?? 0) <= SPACE_GAP) readPair(reader, word, { stemming, joined })
    goesOn = records[form + CONTINUATIONS] ?? 0
  }
  reader.wordCount = first + words.count
}

function copyColumns(reader: TextReader, { count, starts, ends, gaps }: WordBuffer): void {
  const first = reader.wordCount
  widenColumns(reader, first + count)
  reader.words.starts.set(starts.subarray(0, count), first)
  reader.words.ends.set(ends.subarray(0, count), first)
  reader.words.gaps.set(gaps.subarray(0, count), first)
  reader.words.pairs.fill(-1, first, first + count)
}

/** Links every term that was met to its forms. To be called when all fields are read. */
export function endText(reader: TextReader): void {
  const { forms, presentForms, presentTerms, links, present, termHeads } = reader
  const records = forms.records.values
  for (let index = 0; index < presentForms.length; index++) {
    const form = presentForms.values[index] ?? 0
    const end = records[form + TERM_END] ?? 0
    for (let at = records[form + TERM_START] ?? 0; at < end; at++) {
      const term = forms.terms.values[at] ?? 0
      const isNew = present[term] === 0
      if (isNew) addNumber(presentTerms, term)
      addNumber(links, form)
      addNumber(links, isNew ? -1 : (termHeads[term] ?? -1))
      present[term] = 1
      termHeads[term] = links.length - 2
    }
  }
}

export function isPresent(reader: TextReader, term: number): boolean {
  return reader.present[term] === 1
}

/** Where a term stands, in order: word * 2, or word * 2 + 1 where it and the next word stand for one. */
export function occurrencesOf(reader: TextReader, term: number): readonly number[] {
  const occurrences: number[] = []
  if (!isPresent(reader, term)) return occurrences
  const { links, forms, words } = reader
  const records = forms.records.values
  let link = reader.termHeads[term] ?? -1
  const isAlone = links.values[link + 1] === -1
  for (; link >= 0; link = links.values[link + 1] ?? -1) {
    const form = links.values[link] ?? 0
    for (let at = records[form + HEAD] ?? -1; at >= 0; at = words.next[at] ?? -1) occurrences.push(at)
  }
  return isAlone ? occurrences : occurrences.sort((left, right) => left - right)
}

/** Whether this word and the one before it are two halves of a word that a topic asks for. */
function readPair(
  reader: TextReader,
  word: number,
  { stemming, joined }: { readonly stemming: Stemming; readonly joined: JoinedWords },
): void {
  const { forms, words } = reader
  const left = words.forms[word - 1] ?? 0
  const right = words.forms[word] ?? 0
  const records = forms.records.values
  const beginning = records[right + BEGINNING] ?? 0
  if (((records[left + CONTINUATIONS] ?? 0) & beginning & ~IS_PART) === 0) return
  const isSpace = words.gaps[word] === SPACE_GAP
  if (isSpace && ((records[left + BEGINNING] ?? 0) & beginning & IS_PART) === 0) return
  if (!mayJoin(joined, records[left + HASH] ?? 0, records[right + FIRST] ?? 0, records[right + NEXT] ?? 0)) return
  const form = pairForm(forms, left, right, stemming)
  words.pairs[word - 1] = form
  if (form >= 0) note(reader, form, (word - 1) * 2 + 1)
}

function note(reader: TextReader, form: number, occurrence: number): void {
  const records = reader.forms.records.values
  const { next } = reader.words
  next[occurrence] = -1
  if (records[form + STAMP] === reader.stamp) {
    next[records[form + TAIL] ?? 0] = occurrence
  } else {
    records[form + STAMP] = reader.stamp
    records[form + HEAD] = occurrence
    addNumber(reader.presentForms, form)
  }
  records[form + TAIL] = occurrence
}

function widenColumns(reader: TextReader, count: number): void {
  if (count <= reader.words.forms.length) return
  const { forms, pairs, gaps, starts, ends, next } = reader.words
  const room = Math.max(count, forms.length * 2)
  const wide = new Uint8Array(room)
  wide.set(gaps)
  reader.words = {
    forms: wider(forms, room),
    pairs: wider(pairs, room),
    gaps: wide,
    starts: wider(starts, room),
    ends: wider(ends, room),
    next: wider(next, room * 2),
  }
}

function emptyColumns(room: number): WordColumns {
  return {
    forms: new Int32Array(room),
    pairs: new Int32Array(room),
    gaps: new Uint8Array(room),
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    next: new Int32Array(room * 2),
  }
}

function wider(column: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room)
  larger.set(column.subarray(0, room))
  return larger
}
