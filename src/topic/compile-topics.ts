import type { PeopleBook } from '../person/person.ts'
import { type Needs, needsOf } from './choose-anchors.ts'
import { compileProgram, type ProgramWriter } from './compile-program.ts'
import { NO_CONDITION } from './condition.ts'
import { emptyLeafStore, fieldOf, type LeafStore, leafAt, onlyWord, sealLeaves } from './leaf-store.ts'
import { emptyLexicon, type Lexicon, sealLexicon } from './lexicon.ts'
import { addNumber, emptyNumberList, type NumberList, trimmed } from './number-list.ts'
import { argumentOf, endOf, firstPart, type LeafField, OPERATION } from './program.ts'
import { emptyTextReader, type TextReader } from './read-text.ts'
import { indexAliases } from './spell-phrase.ts'
import type { Topic } from './topic.ts'
import { type WantedSpeakers, wantedSpeakers } from './wanted-speakers.ts'

/** All topics in one structure, so that a text is read once, however many topics there are. */
export interface CompiledTopics {
  readonly topics: readonly Topic[]
  readonly book: PeopleBook
  readonly lexicon: Lexicon
  readonly leaves: LeafStore
  /** By leaf: its term, when it is one word in title or body, spelled one way; -1 for all others. */
  readonly onlyWords: Int32Array
  readonly program: Int32Array
  /** Where the program of each topic starts. */
  readonly starts: Int32Array
  readonly weights: readonly number[]
  readonly anchors: Anchors
  /** Fields beside title and body that any topic looks into. */
  readonly fields: ReadonlySet<LeafField>
  readonly speakers: WantedSpeakers
  /** What is kept from text to text; one text at a time. */
  readonly reader: TextReader
  /** By topic: the stamp of the text that it was last judged for. */
  readonly judged: Int32Array
}

/** Which topics to look at when a term stands in a text. */
export interface Anchors {
  /** Where the watches of each term end; they begin where those of the term before it end. */
  readonly ends: Int32Array
  /** [topic, condition, condition] for each watch. */
  readonly watches: Int32Array
  /** Topics that no term announces. */
  readonly always: readonly number[]
}

const WATCH = 4
const NO_TERM = -1
/** Words of few letters stand in more texts than topics ask for them. */
const SHORT = 3
const SHORT_WORD_USES = 40
const PREFIX_USES = 10

/** Compiles topics for `matchTopics`. Their queries are taken to be free of mistakes: the config was read by `parseQuery`. */
export function compileTopics(topics: readonly Topic[], book: PeopleBook): CompiledTopics {
  const writer: ProgramWriter = {
    program: emptyNumberList(),
    weights: [],
    lexicon: emptyLexicon(),
    leaves: emptyLeafStore(),
    book,
    aliases: indexAliases(book.aliases),
  }
  const starts = Int32Array.from(topics, (topic) => compileProgram(writer, topic))
  const { lexicon, leaves, weights } = writer
  const program = trimmed(writer.program)
  sealLexicon(lexicon)
  sealLeaves(leaves)
  const finder = { program, leaves, weights, uses: countUses(program, leaves, lexicon) }
  const anchors = chooseAnchors(starts, lexicon.forms.length, (start, topic) =>
    asksForSomething(topics[topic]) ? needsOf(finder, start) : [],
  )
  const fields = new Set(leafNumbers(program).map((leaf) => fieldOf(leaves, leaf)))
  const speakers = wantedSpeakers({ leaves, lexicon, book })
  const reader = emptyTextReader(lexicon)
  const onlyWords = Int32Array.from({ length: leaves.count }, (_, leaf) => onlyWord(leaves, leaf) ?? NO_TERM)
  const judged = new Int32Array(topics.length)
  const compiled = { topics, book, lexicon, leaves, onlyWords, program, starts, weights, anchors }
  return { ...compiled, fields, speakers, reader, judged }
}

/** What only excludes matches nothing. */
function asksForSomething(topic: Topic | undefined): boolean {
  if (topic === undefined) return false
  const { any, all, query, score } = topic
  return any.length > 0 || all.length > 0 || query !== undefined || score !== undefined
}

function countUses(program: Int32Array, leaves: LeafStore, { forms, prefixes, words }: Lexicon): Uint32Array {
  const uses = new Uint32Array(forms.length)
  for (const leaf of leafNumbers(program)) {
    if (leaves.regexes.has(leaf)) continue
    for (const { terms } of phraseAt(leaves, leaf)) for (const term of terms) uses[term] = (uses[term] ?? 0) + 1
  }
  for (const [word, term] of words) if (word.length <= SHORT) uses[term] = (uses[term] ?? 0) + SHORT_WORD_USES
  for (const term of prefixes.values()) uses[term] = (uses[term] ?? 0) * 2 + PREFIX_USES
  return uses
}

function phraseAt(leaves: LeafStore, leaf: number) {
  const found = leafAt(leaves, leaf)
  return found.kind === 'phrase' ? found.variants : []
}

/** The leaf of every place in the program where one stands. */
function leafNumbers(program: Int32Array): readonly number[] {
  const leaves: number[] = []
  for (let node = 0; node < program.length; ) {
    if (program[node] === OPERATION.leaf) {
      leaves.push(argumentOf(program, node, 0))
      node = endOf(program, node)
    } else node = firstPart(program, node)
  }
  return leaves
}

function chooseAnchors(
  starts: Int32Array,
  termCount: number,
  needsAt: (start: number, topic: number) => Needs | undefined,
): Anchors {
  const watches = emptyNumberList()
  const always: number[] = []
  for (const [topic, start] of starts.entries()) {
    const needs = needsAt(start, topic)
    if (needs === undefined) always.push(topic)
    for (const [anchor, first = NO_CONDITION, second = NO_CONDITION] of needs ?? [])
      for (const value of [anchor, topic, first, second]) addNumber(watches, value)
  }
  return { ...sortWatches(watches, termCount), always }
}

/** The watches by their anchors, by counting. */
function sortWatches({ values, length }: NumberList, termCount: number): Pick<Anchors, 'ends' | 'watches'> {
  const ends = new Int32Array(termCount)
  for (let at = 0; at < length; at += WATCH) count(ends, values[at] ?? 0)
  for (let term = 1; term < termCount; term++) ends[term] = (ends[term] ?? 0) + (ends[term - 1] ?? 0)
  const next = Int32Array.from(ends, (_, term) => ends[term - 1] ?? 0)
  const watches = new Int32Array((length / WATCH) * (WATCH - 1))
  for (let at = 0; at < length; at += WATCH) {
    const place = count(next, values[at] ?? 0)
    watches.set(values.subarray(at + 1, at + WATCH), place * (WATCH - 1))
  }
  return { ends, watches }
}

/** Adds one; returns what it was. */
function count(counts: Int32Array, index: number): number {
  const before = counts[index] ?? 0
  counts[index] = before + 1
  return before
}
