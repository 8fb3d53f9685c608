import {
  emptyFormTable,
  type FormTable,
  forgetWhenFull,
  formAt,
  IS_PART,
  pairForm,
  ROW,
  type ScannedText,
} from './form-table.ts'
import type { Lexicon } from './lexicon.ts'
import { addNumber, emptyNumberList, type NumberList } from './number-list.ts'
import type { Stemming } from './stem-word.ts'
import { GAP } from './word-buffer.ts'

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
  /** By form: the text it was last met in, its first and last occurrence. */
  formStamps: Int32Array
  formHeads: Int32Array
  formTails: Int32Array
  readonly presentForms: NumberList
  /** By term: the text it was last met in, and the chain of its forms. */
  readonly termStamps: Int32Array
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
const { termStart: TERM_START, termEnd: TERM_END, continuations: CONTINUATIONS, beginning: BEGINNING } = ROW
const ROW_LENGTH = ROW.length
const SPACE_GAP = GAP.space

export function emptyTextReader(lexicon: Lexicon): TextReader {
  return {
    forms: emptyFormTable(lexicon),
    stamp: 0,
    wordCount: 0,
    words: emptyColumns(1024),
    formStamps: new Int32Array(1024),
    formHeads: new Int32Array(1024),
    formTails: new Int32Array(1024),
    presentForms: emptyNumberList(),
    termStamps: new Int32Array(lexicon.forms.length),
    termHeads: new Int32Array(lexicon.forms.length),
    links: emptyNumberList(),
    presentTerms: emptyNumberList(),
  }
}

export function startText(reader: TextReader): void {
  forgetWhenFull(reader.forms)
  reader.stamp++
  reader.wordCount = 0
  reader.presentForms.length = 0
  reader.presentTerms.length = 0
  reader.links.length = 0
}

/** Adds the words of one field, behind an edge. */
export function readWords(reader: TextReader, scanned: ScannedText): void {
  const { words, stemming } = scanned
  const first = reader.wordCount
  widenColumns(reader, first + words.count)
  const columns = reader.words
  for (let index = 0; index < words.count; index++) {
    const form = formAt(reader.forms, scanned, index)
    const word = first + index
    const gap = words.gaps[index] ?? 0
    columns.forms[word] = form
    columns.gaps[word] = gap
    columns.starts[word] = words.starts[index] ?? 0
    columns.ends[word] = words.ends[index] ?? 0
    columns.pairs[word] = -1
    note(reader, form, word * 2)
    if (gap <= SPACE_GAP && index > 0) readPair(reader, word, gap, stemming)
  }
  reader.wordCount = first + words.count
}

/** Links every term that was met to its forms. To be called when all fields are read. */
export function endText(reader: TextReader): void {
  const { forms, presentForms, presentTerms, links, termStamps, termHeads, stamp } = reader
  const rows = forms.rows.values
  for (let index = 0; index < presentForms.length; index++) {
    const form = presentForms.values[index] ?? 0
    const row = form * ROW_LENGTH
    const end = rows[row + TERM_END] ?? 0
    for (let at = rows[row + TERM_START] ?? 0; at < end; at++) {
      const term = forms.terms.values[at] ?? 0
      const isNew = termStamps[term] !== stamp
      if (isNew) addNumber(presentTerms, term)
      addNumber(links, form)
      addNumber(links, isNew ? -1 : (termHeads[term] ?? -1))
      termStamps[term] = stamp
      termHeads[term] = links.length - 2
    }
  }
}

export function isPresent(reader: TextReader, term: number): boolean {
  return reader.termStamps[term] === reader.stamp
}

/** Where a term stands, in order: word * 2, or word * 2 + 1 where it and the next word stand for one. */
export function occurrencesOf(reader: TextReader, term: number): readonly number[] {
  const occurrences: number[] = []
  if (!isPresent(reader, term)) return occurrences
  const { links, formHeads, words } = reader
  let link = reader.termHeads[term] ?? -1
  const isAlone = links.values[link + 1] === -1
  for (; link >= 0; link = links.values[link + 1] ?? -1) {
    const form = links.values[link] ?? 0
    for (let at = formHeads[form] ?? -1; at >= 0; at = words.next[at] ?? -1) occurrences.push(at)
  }
  return isAlone ? occurrences : occurrences.sort((left, right) => left - right)
}

/** Whether this word and the one before it are two halves of a word that a topic asks for. */
function readPair(reader: TextReader, word: number, gap: number, stemming: Stemming): void {
  const { forms, words } = reader
  const left = words.forms[word - 1] ?? 0
  const rows = forms.rows.values
  const continuations = rows[left * ROW_LENGTH + CONTINUATIONS] ?? 0
  if (continuations === 0) return
  const right = words.forms[word] ?? 0
  const beginning = rows[right * ROW_LENGTH + BEGINNING] ?? 0
  if ((continuations & beginning & ~IS_PART) === 0) return
  if (gap === SPACE_GAP && ((rows[left * ROW_LENGTH + BEGINNING] ?? 0) & beginning & IS_PART) === 0) return
  const form = pairForm(forms, left, right, stemming)
  words.pairs[word - 1] = form
  if (form >= 0) note(reader, form, (word - 1) * 2 + 1)
}

function note(reader: TextReader, form: number, occurrence: number): void {
  const rows = reader.forms.rows.values
  if (rows[form * ROW_LENGTH + TERM_START] === rows[form * ROW_LENGTH + TERM_END]) return
  if (form >= reader.formStamps.length) widenForms(reader)
  const { next } = reader.words
  next[occurrence] = -1
  if (reader.formStamps[form] === reader.stamp) {
    next[reader.formTails[form] ?? 0] = occurrence
  } else {
    reader.formStamps[form] = reader.stamp
    reader.formHeads[form] = occurrence
    addNumber(reader.presentForms, form)
  }
  reader.formTails[form] = occurrence
}

function widenForms(reader: TextReader): void {
  const room = reader.forms.rows.values.length / ROW_LENGTH
  reader.formStamps = wider(reader.formStamps, room)
  reader.formHeads = wider(reader.formHeads, room)
  reader.formTails = wider(reader.formTails, room)
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
