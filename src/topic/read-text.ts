import { PRESENT, TITLED } from './condition.ts'
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
import { addNeighbours, emptyNeighbours, type Neighbours } from './neighbours.ts'
import { addNumber, emptyNumberList, type NumberList } from './number-list.ts'
import type { ScannedText } from './scanned-text.ts'
import type { Stemming } from './stem-word.ts'
import { GAP, type WordBuffer } from './word-buffer.ts'
import { emptyColumns, type WordColumns, widerColumns } from './word-columns.ts'

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
  /** By term: `PRESENT` and `TITLED`, or 0. A byte each: what is asked most often stays in the processor's cache. */
  readonly present: Uint8Array
  /** By term that does: the chain of its forms. */
  readonly termHeads: Int32Array
  readonly links: NumberList
  readonly presentTerms: NumberList
  /** Words that stand for one together with the next. */
  readonly joined: NumberList
  readonly neighbours: Neighbours
}

/** Names of this file's own, for an imported one is looked up anew for every word. */
const { termStart: TERM_START, termEnd: TERM_END, continuations: CONTINUATIONS, beginning: BEGINNING } = RECORD
const { stamp: STAMP, head: HEAD, tail: TAIL, hash: HASH, first: FIRST, next: NEXT } = RECORD
const SPACE_GAP = GAP.space
const IN_TEXT = PRESENT
const IN_TITLE = PRESENT | TITLED

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
    joined: emptyNumberList(),
    neighbours: emptyNeighbours(),
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
  reader.joined.length = 0
  reader.neighbours.fill(0)
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
  let before = 0
  for (let index = 0; index < words.count; index++) {
    const word = first + index
    const guess = forms[word] ?? 0
    const form = isPrinted(table, guess, scanned, index) ? guess : formAt(table, scanned, index)
    const records = table.records.values
    forms[word] = form
    const isAsked = records[form + TERM_START] !== records[form + TERM_END]
    if (isAsked) {
      note(reader, form, word * 2)
      if (before !== 0) linkNeighbours(reader, before, form)
    }
    before = isAsked ? form : 0
    if ((goesOn & (records[form + BEGINNING] ?? 0) & ~IS_PART) !== 0 && (gaps[word] ?? 0) <= SPACE_GAP)
      readPair(reader, word, { stemming, joined })
    goesOn = records[form + CONTINUATIONS] ?? 0
  }
  reader.wordCount = first + words.count
}

function copyColumns(reader: TextReader, { count, starts, ends, gaps }: WordBuffer): void {
  const first = reader.wordCount
  if (first + count > reader.words.forms.length) reader.words = widerColumns(reader.words, first + count)
  reader.words.starts.set(starts.subarray(0, count), first)
  reader.words.ends.set(ends.subarray(0, count), first)
  reader.words.gaps.set(gaps.subarray(0, count), first)
  reader.words.pairs.fill(-1, first, first + count)
}

/** Links every term that was met to its forms. To be called when all fields are read, the words of the title first. */
export function endText(reader: TextReader, titleEnd: number): void {
  const { forms, presentForms, presentTerms, links, present, termHeads } = reader
  const records = forms.records.values
  for (let index = 0; index < presentForms.length; index++) {
    const form = presentForms.values[index] ?? 0
    const end = records[form + TERM_END] ?? 0
    const marks = (records[form + HEAD] ?? 0) >> 1 < titleEnd ? IN_TITLE : IN_TEXT
    for (let at = records[form + TERM_START] ?? 0; at < end; at++) {
      const term = forms.terms.values[at] ?? 0
      const isNew = present[term] === 0
      if (isNew) addNumber(presentTerms, term)
      addNumber(links, form)
      addNumber(links, isNew ? -1 : (termHeads[term] ?? -1))
      present[term] = (present[term] ?? 0) | marks
      termHeads[term] = links.length - 2
    }
  }
  linkJoined(reader)
}

export function isPresent(reader: TextReader, term: number): boolean {
  return reader.present[term] !== 0
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
  const areParts = (records[left + BEGINNING] ?? 0) & (records[right + BEGINNING] ?? 0) & IS_PART
  if (areParts === 0 && words.gaps[word] === SPACE_GAP) return
  if (!mayJoin(joined, records[left + HASH] ?? 0, records[right + FIRST] ?? 0, records[right + NEXT] ?? 0)) return
  const form = pairForm(forms, left, right, stemming)
  words.pairs[word - 1] = form
  if (form < 0) return
  note(reader, form, (word - 1) * 2 + 1)
  addNumber(reader.joined, word - 1)
}

/** Terms of one form stand before those of the other. */
function linkNeighbours({ forms, neighbours }: TextReader, left: number, right: number): void {
  const records = forms.records.values
  const terms = forms.terms.values
  const rightStart = records[right + TERM_START] ?? 0
  const rightEnd = records[right + TERM_END] ?? 0
  const leftEnd = records[left + TERM_END] ?? 0
  for (let first = records[left + TERM_START] ?? 0; first < leftEnd; first++)
    for (let second = rightStart; second < rightEnd; second++)
      addNeighbours(neighbours, terms[first] ?? 0, terms[second] ?? 0)
}

/** The same for two words that stand for one, and whatever stands on either side of them. */
function linkJoined(reader: TextReader): void {
  const { joined, words } = reader
  const formsOf = (word: number, pairAt: number) =>
    [words.forms[word] ?? 0, words.pairs[pairAt] ?? 0].filter((form) => form > 0)
  for (let index = 0; index < joined.length; index++) {
    const word = joined.values[index] ?? 0
    const form = words.pairs[word] ?? 0
    if (word > 0) for (const left of formsOf(word - 1, word - 2)) linkNeighbours(reader, left, form)
    if (word + 2 < reader.wordCount)
      for (const right of formsOf(word + 2, word + 2)) linkNeighbours(reader, form, right)
  }
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
