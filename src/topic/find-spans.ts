import { RE2JS } from 're2js'
import { canStand, placeBehind } from './can-stand.ts'
import type { CompiledTopics } from './compile-topics.ts'
import type { LaidOutText, TextPiece } from './lay-out-text.ts'
import { fieldOf, leafAt } from './leaf-store.ts'
import { type LeafField, matchFieldOf, type PhraseLeaf, type RegexLeaf, type Variant, type Via } from './program.ts'
import { isPresent, occurrencesOf, type TextReader } from './read-text.ts'
import { rangesOf, type WordRange } from './word-ranges.ts'

/** Where a leaf is satisfied: from word to word, both included. */
export interface LeafSpan {
  readonly start: number
  readonly end: number
  readonly via?: Via | undefined
  /** The terms of the spelling that was found; empty for a pattern. */
  readonly terms: readonly number[]
  /** Its words without those that slop lets stand between: first and last word of each run. */
  readonly runs?: readonly (readonly [number, number])[]
  /** What a pattern matched, in code units of the field. */
  readonly chars?: { readonly start: number; readonly end: number }
}

/** What is known of the text at hand while topics are judged. */
export interface Judge {
  readonly compiled: CompiledTopics
  readonly laid: LaidOutText
  readonly spans: Map<number, readonly LeafSpan[]>
  readonly ranges: Map<LeafField, readonly WordRange[]>
  readonly units: Map<'sentence' | 'paragraph', readonly WordRange[]>
  /** Day of publication as an ISO date. */
  readonly day: string | undefined
}

const MOST_SPANS = 10_000
const NOWHERE: readonly LeafSpan[] = []
const MOST_PATTERN_SPANS = 100

/** Every place where a leaf is satisfied, in order; found once for all topics that share it. */
export function spansOfLeaf(judge: Judge, number: number): readonly LeafSpan[] {
  const known = judge.spans.get(number)
  if (known !== undefined) return known
  const { leaves, onlyWords } = judge.compiled
  const word = judge.laid.isTitleAndBody ? (onlyWords[number] ?? -1) : -1
  if (word >= 0) return keep(judge, number, spansOfWord(judge.laid.reader, word))
  if (!leaves.regexes.has(number) && !canStand(judge.laid.reader, leaves, number, limitOf(judge, number)))
    return NOWHERE
  const leaf = leafAt(leaves, number)
  const ranges = rangesOfField(judge, leaf.field)
  const found = leaf.kind === 'regex' ? matchPattern(judge, leaf) : findPhrase(judge, leaf)
  const spans = found.filter((span) => ranges.some(({ from, to }) => span.start >= from && span.end < to))
  return keep(judge, number, spans)
}

function keep(judge: Judge, leaf: number, spans: readonly LeafSpan[]): readonly LeafSpan[] {
  judge.spans.set(leaf, spans)
  return spans
}

/** Of a leaf that is one word, where nothing but title and body was read: wherever it stands. */
function spansOfWord(reader: TextReader, word: number): readonly LeafSpan[] {
  const terms = [word]
  const spans: LeafSpan[] = []
  for (const place of occurrencesOf(reader, word)) {
    const start = place >> 1
    spans.push({ start, end: start + (place & 1), terms })
    if (spans.length >= MOST_SPANS) break
  }
  return spans
}

/** The word before which a leaf must begin: titles and leads stand in front of all else that is looked for. */
function limitOf(judge: Judge, leaf: number): number {
  const field = fieldOf(judge.compiled.leaves, leaf)
  const ranges = field === 'title' || field === 'lead' ? rangesOfField(judge, field) : []
  return ranges[0]?.to ?? Number.POSITIVE_INFINITY
}

/** Those that stand within a range. */
export function spansWithin(spans: readonly LeafSpan[], range: WordRange | undefined): readonly LeafSpan[] {
  if (range === undefined) return spans
  const within: LeafSpan[] = []
  for (let index = firstFrom(spans, range.from); index < spans.length; index++) {
    const span = spans[index]
    if (span === undefined || span.start >= range.to) break
    if (span.end < range.to) within.push(span)
  }
  return within
}

export function firstFrom(spans: readonly { readonly start: number }[], word: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) < word) low = middle + 1
    else high = middle
  }
  return low
}

function rangesOfField(judge: Judge, field: LeafField): readonly WordRange[] {
  const known = judge.ranges.get(field)
  if (known !== undefined) return known
  const ranges = rangesOf(judge.laid, field)
  judge.ranges.set(field, ranges)
  return ranges
}

function findPhrase(judge: Judge, { field, slop, variants }: PhraseLeaf): readonly LeafSpan[] {
  const { reader } = judge.laid
  const spans: LeafSpan[] = []
  for (const variant of variants) {
    if (!variant.terms.every((term) => isPresent(reader, term)) || !isInForce(variant, judge.day)) continue
    for (const occurrence of occurrencesOf(reader, variant.terms[0] ?? -1)) {
      const span = follow(reader, variant, { occurrence, slop })
      if (span !== undefined && isMeant(judge, span, field)) spans.push(span)
      if (spans.length >= MOST_SPANS) break
    }
  }
  return variants.length === 1 ? spans : inOrder(spans)
}

function isInForce({ via }: Variant, day: string | undefined): boolean {
  if (via?.from === undefined) return true
  return day !== undefined && via.from <= day && (via.to === undefined || day < via.to)
}

/** A recognised speaker is known by the person, never by what the name looks like. */
function isMeant(judge: Judge, { start, end, via }: LeafSpan, field: LeafField): boolean {
  if (field !== 'speaker' || via === undefined || via.rule === 'alias') return true
  const piece = judge.laid.pieces.find(({ from, to }) => start >= from && end < to)
  return piece?.statement?.isRecognised !== true || start === piece.from
}

/** The shortest span that begins there: each word of the phrase where it next stands. */
function follow(
  reader: TextReader,
  variant: Variant,
  { occurrence, slop }: { readonly occurrence: number; readonly slop: number },
): LeafSpan | undefined {
  const { terms, via } = variant
  const start = occurrence >> 1
  let end = start + (occurrence & 1)
  if (terms.length === 1) return { start, end, via, terms }
  const runs: [number, number][] = [[start, end]]
  let room = slop
  for (let index = 1; index < terms.length; index++) {
    const mayBreak = slop > 0 || variant.breaks[index] === true
    const place = placeBehind(reader, end, { term: terms[index] ?? -1, room, mayBreak })
    if (place < 0) return undefined
    const [from, to] = [place >> 1, (place >> 1) + (place & 1)]
    room -= from - end - 1
    const last = runs.at(-1)
    if (from === end + 1 && last !== undefined) last[1] = to
    else runs.push([from, to])
    end = to
  }
  return { start, end, via, terms, ...(runs.length > 1 && { runs }) }
}

function inOrder(spans: readonly LeafSpan[]): readonly LeafSpan[] {
  const ordered = spans.toSorted((left, right) => left.start - right.start || left.end - right.end)
  return ordered.filter(({ start, end }, index) => {
    const before = ordered[index - 1]
    return before?.start !== start || before.end !== end
  })
}

function matchPattern(judge: Judge, leaf: RegexLeaf): readonly LeafSpan[] {
  const pattern = RE2JS.compile(leaf.pattern, leaf.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0)
  const fields = leaf.field === 'text' ? ['title', 'body'] : [matchFieldOf(leaf.field)]
  return judge.laid.pieces
    .filter(({ field }) => fields.includes(field))
    .flatMap((piece) => matchPiece(judge.laid.reader, pattern, piece))
}

function matchPiece(reader: TextReader, pattern: RE2JS, piece: TextPiece): readonly LeafSpan[] {
  const spans: LeafSpan[] = []
  const matcher = pattern.matcher(piece.text)
  while (spans.length < MOST_PATTERN_SPANS && matcher.find()) {
    const chars = { start: matcher.start(), end: matcher.end() }
    const words = wordsUnder(reader, piece, chars)
    if (chars.end > chars.start && words !== undefined) spans.push({ ...words, terms: [], chars })
  }
  return spans
}

/** The words that a piece of the field touches; the one behind it when it touches none. */
function wordsUnder(
  { words }: TextReader,
  { from, to }: TextPiece,
  chars: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } | undefined {
  if (to === from) return undefined
  let start = from
  while (start < to - 1 && (words.ends[start] ?? 0) <= chars.start) start++
  let end = start
  while (end < to - 1 && (words.starts[end + 1] ?? 0) < chars.end) end++
  return { start, end }
}
