import { partsOf } from './choose-anchors.ts'
import { distanceBetween, type NearSpan, sideSpans } from './find-near.ts'
import { firstFrom, type Judge } from './find-spans.ts'
import { paragraphsOf } from './paragraphs-of.ts'

/** Where what should stand near each other comes nearest. */
export interface NearestPlace {
  /** Words between the two. */
  readonly words: number
  readonly field: string
  /** From 1; absent outside of the body. */
  readonly paragraph?: number
  /** Offsets into the field, from the first word to the last. */
  readonly start: number
  readonly end: number
}

/** Neighbours looked at on either side of each place. */
const NEIGHBOURS = 3

/** The place where the two sides of a NEAR come nearest; undefined when they never stand in one field, in their order. */
export function findNearest(judge: Judge, node: number, isOrdered: boolean): NearestPlace | undefined {
  const [leftNode = node, rightNode = node] = partsOf(judge.compiled.program, node)
  const rights = sideSpans(judge, rightNode, undefined)
  let nearest: NearestPlace | undefined
  for (const left of sideSpans(judge, leftNode, undefined)) {
    const middle = firstFrom(rights, left.start)
    for (const right of rights.slice(Math.max(0, middle - NEIGHBOURS), middle + NEIGHBOURS)) {
      const words = distanceBetween(judge, left, right, isOrdered)
      if (words !== undefined && words < (nearest?.words ?? Number.POSITIVE_INFINITY))
        nearest = placeOfPair(judge, [left, right], words)
    }
  }
  return nearest
}

function placeOfPair({ laid }: Judge, pair: readonly NearSpan[], words: number): NearestPlace | undefined {
  const from = Math.min(...pair.map((span) => span.start))
  const to = Math.max(...pair.map((span) => span.end))
  const piece = laid.pieces.find((each) => from >= each.from && to < each.to)
  if (piece === undefined) return undefined
  const start = laid.reader.words.starts[from] ?? 0
  const end = laid.reader.words.ends[to] ?? 0
  if (piece.field !== 'body') return { words, field: piece.field, start, end }
  const blocks = laid.text.blocks ?? paragraphsOf(laid.text.body)
  const paragraph = blocks.filter((block) => block.start <= start).length
  return { words, field: piece.field, start, end, paragraph }
}
