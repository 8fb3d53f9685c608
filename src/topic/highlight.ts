import type { Evidence, MatchField } from './match.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of text that is marked as a whole, or not. */
export interface TextRun {
  readonly text: string
  readonly marked: boolean
}

/**
 * A piece of a text as runs, in order and none empty, that together are the piece: exactly the marks are marked. Marks
 * come in any order, may overlap and may reach beyond the piece.
 */
export function highlight(text: string, piece: Span, marks: readonly Span[]): readonly TextRun[] {
  const runs: TextRun[] = []
  let at = piece.start
  for (const mark of marks.toSorted((left, right) => left.start - right.start)) {
    const start = Math.max(mark.start, at)
    const end = Math.min(mark.end, piece.end)
    if (start >= end) continue
    runs.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true })
    at = end
  }
  runs.push({ text: text.slice(at, piece.end), marked: false })
  return joinMarked(runs.filter((run) => run.text !== ''))
}

/** Where the evidence of one field stands in it. */
export function marksIn(evidence: readonly Evidence[], field: MatchField): readonly Span[] {
  return evidence.filter((each) => each.field === field)
}

/** Marks that overlap or touch are one. */
function joinMarked(runs: readonly TextRun[]): readonly TextRun[] {
  const joined: TextRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.marked && run.marked) joined[joined.length - 1] = { text: last.text + run.text, marked: true }
    else joined.push(run)
  }
  return joined
}
