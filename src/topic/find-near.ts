import { partsOf } from './choose-anchors.ts'
import { firstFrom, type Judge, type LeafSpan, spansOfLeaf, spansWithin } from './find-spans.ts'
import { argumentOf, OPERATION } from './program.ts'
import type { WordRange } from './word-ranges.ts'

/** What stands on one side of NEAR, or on both together: from word to word, both included. */
export interface NearSpan {
  readonly start: number
  readonly end: number
  readonly parts: readonly LeafPlace[]
  /** Words between the two sides. */
  readonly distance?: number
}

/** A leaf of the program, and where it is satisfied. */
export interface LeafPlace {
  readonly node: number
  readonly span: LeafSpan
}

const MOST_PAIRS = 1_000

/** Every pair of what must stand near each other, by the left one's place; no more than `most`. */
export function findNear(judge: Judge, node: number, { within, most = MOST_PAIRS }: NearLimits): readonly NearSpan[] {
  const { program } = judge.compiled
  const [leftNode = 0, rightNode = 0] = partsOf(program, node)
  const rights = sideSpans(judge, rightNode, within)
  const longest = rights.reduce((length, { start, end }) => Math.max(length, end - start), 0)
  const room = argumentOf(program, node, 0)
  const isOrdered = argumentOf(program, node, 1) === 1
  const pairs: NearSpan[] = []
  for (const left of sideSpans(judge, leftNode, within)) {
    for (let index = firstFrom(rights, left.start - room - 1 - longest); index < rights.length; index++) {
      const right = rights[index]
      if (right === undefined || right.start > left.end + room + 1) break
      const distance = distanceBetween(judge, left, right, isOrdered)
      if (distance === undefined || distance > room) continue
      pairs.push(joined(left, right, distance))
      if (pairs.length >= most) return pairs
    }
  }
  return pairs
}

export interface NearLimits {
  readonly within: WordRange | undefined
  readonly most?: number
}

/** All that one side of NEAR can be. */
export function sideSpans(judge: Judge, node: number, within: WordRange | undefined): readonly NearSpan[] {
  const { program } = judge.compiled
  if (program[node] === OPERATION.leaf) {
    const spans = spansWithin(spansOfLeaf(judge, argumentOf(program, node, 0)), within)
    return spans.map((span) => ({ start: span.start, end: span.end, parts: [{ node, span }] }))
  }
  const spans =
    program[node] === OPERATION.near
      ? findNear(judge, node, { within })
      : partsOf(program, node).flatMap((part) => sideSpans(judge, part, within))
  return spans.toSorted((left, right) => left.start - right.start || left.end - right.end)
}

/** Words between the two; undefined when they share a word, stand in two fields, or in the wrong order. */
export function distanceBetween(judge: Judge, left: NearSpan, right: NearSpan, isOrdered: boolean): number | undefined {
  if (isOrdered && right.start <= left.end) return undefined
  const pieceOf = (word: number) => judge.laid.pieces.findIndex(({ to }) => word < to)
  if (pieceOf(left.start) !== pieceOf(right.start)) return undefined
  if (left.parts.some((one) => right.parts.some((other) => sharesWord(one.span, other.span)))) return undefined
  return Math.max(0, Math.max(left.start, right.start) - Math.min(left.end, right.end) - 1)
}

function sharesWord(one: LeafSpan, other: LeafSpan): boolean {
  return runsOf(one).some(([from, to]) => runsOf(other).some(([start, end]) => start <= to && from <= end))
}

export function runsOf({ start, end, runs }: LeafSpan): readonly (readonly [number, number])[] {
  return runs ?? [[start, end]]
}

function joined(left: NearSpan, right: NearSpan, distance: number): NearSpan {
  return {
    start: Math.min(left.start, right.start),
    end: Math.max(left.end, right.end),
    parts: [...left.parts, ...right.parts],
    distance,
  }
}
