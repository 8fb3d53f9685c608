import { formHasTerm, RECORD } from './form-table.ts'
import { type LeafStore, startOf } from './leaf-store.ts'
import { isPresent, type TextReader } from './read-text.ts'
import { GAP } from './word-buffer.ts'

/** Names of this file's own, for an imported one is looked up anew at each use. */
const { edge: EDGE, break: BREAK } = GAP
const { head: HEAD } = RECORD

/**
 * Whether a phrase stands anywhere before a word of the text. Most leaves fail here, before anything is made for them.
 * Leaves are `[field, slop, then for each variant: via, number of words, words]`, see `LeafStore`.
 */
export function canStand(reader: TextReader, leaves: LeafStore, leaf: number, before: number): boolean {
  const { values } = leaves.code
  const start = startOf(leaves, leaf)
  const end = leaves.ends.values[leaf] ?? 0
  for (let at = start + 2; at < end; at += 2 + (values[at + 1] ?? 0)) {
    const last = at + 2 + (values[at + 1] ?? 0)
    let word = at + 2
    while (word < last && isPresent(reader, (values[word] ?? 0) >> 1)) word++
    if (word === last && standsBefore(reader, values, { at: at + 2, last, slop: values[start + 1] ?? 0, before }))
      return true
  }
  return false
}

/**
 * Where a term next stands within so many words: word * 2, and 1 more where it and the word behind it stand for one; -1 for
 * nowhere.
 */
export function placeBehind(reader: TextReader, after: number, step: NextTerm): number {
  const { term, room, mayBreak } = step
  const { gaps, forms, pairs } = reader.words
  const last = Math.min(after + 1 + room, reader.wordCount - 1)
  for (let word = after + 1; word <= last; word++) {
    const gap = gaps[word] ?? EDGE
    if (gap === EDGE || (gap === BREAK && !mayBreak)) return -1
    if (formHasTerm(reader.forms, forms[word] ?? 0, term)) return word * 2
    const pair = pairs[word] ?? -1
    if (pair >= 0 && formHasTerm(reader.forms, pair, term)) return word * 2 + 1
  }
  return -1
}

export interface NextTerm {
  readonly term: number
  /** Words that may stand between. */
  readonly room: number
  /** Whether a full stop or the like may. */
  readonly mayBreak: boolean
}

interface Phrase {
  /** Its words within the leaves' code: from, and up to `last`, which is not included. */
  readonly at: number
  readonly last: number
  readonly slop: number
  readonly before: number
}

/** Goes through the places of its first word: of each form it has, one behind the other. */
function standsBefore(reader: TextReader, code: Int32Array, phrase: Phrase): boolean {
  const { links, termHeads, forms, words } = reader
  const records = forms.records.values
  for (let link = termHeads[(code[phrase.at] ?? 0) >> 1] ?? -1; link >= 0; link = links.values[link + 1] ?? -1) {
    let place = records[(links.values[link] ?? 0) + HEAD] ?? -1
    for (; place >= 0 && place >> 1 < phrase.before; place = words.next[place] ?? -1)
      if (goesOn(reader, code, phrase, place)) return true
  }
  return false
}

function goesOn(reader: TextReader, code: Int32Array, { at, last, slop }: Phrase, place: number): boolean {
  let end = (place >> 1) + (place & 1)
  let room = slop
  for (let word = at + 1; word < last; word++) {
    const term = code[word] ?? 0
    const next = placeBehind(reader, end, { term: term >> 1, room, mayBreak: slop > 0 || (term & 1) === 1 })
    if (next < 0) return false
    room -= (next >> 1) - end - 1
    end = (next >> 1) + (next & 1)
  }
  return true
}
