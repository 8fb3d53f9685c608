import type { Span } from '../topic/highlight.ts'
import { cutIntoRuns } from './cut-into-runs.ts'
import type { Run } from './digest.ts'

const SNIPPET_LENGTH = 240
/** A window in a long sentence starts this far before its first evidence. */
const LEAD_IN = 60
const BEFORE = '… '
const AFTER = '…'

export interface PassageCut {
  readonly passage: Span
  /** The one behind it, shown too where there is room. */
  readonly next: Span | undefined
  /** In the order of the text. */
  readonly marks: readonly Span[]
}

/** A passage as runs of at most 240 characters, those under a mark marked. */
export function cutPassage(text: string, { passage, next, marks }: PassageCut): readonly Run[] {
  if (passage.end - passage.start > SNIPPET_LENGTH) return windowRuns(text, passage, marks)
  const end = next !== undefined && next.end - passage.start <= SNIPPET_LENGTH ? next.end : passage.end
  return cutIntoRuns(text, { start: passage.start, end }, marks)
}

/** A part of a long passage that begins shortly before its first evidence, with ellipses for what is cut off. */
function windowRuns(text: string, passage: Span, marks: readonly Span[]): readonly Run[] {
  const first = marks.find((mark) => mark.start >= passage.start && mark.start < passage.end)
  const start = first === undefined ? passage.start : wordStart(text, first.start - LEAD_IN, passage.start)
  const length = SNIPPET_LENGTH - BEFORE.length - AFTER.length
  const end = wordEnd(text, start, Math.min(start + length, passage.end), passage.end)
  const runs = cutIntoRuns(text, { start, end }, marks)
  const before = start > passage.start ? [{ text: BEFORE, marked: false }] : []
  const after = end < passage.end ? [{ text: AFTER, marked: false }] : []
  return [...before, ...runs, ...after]
}

/** The first word that begins at `at` or in the lead-in after it; in text without spaces, `at` itself. */
function wordStart(text: string, at: number, passageStart: number): number {
  if (at <= passageStart) return passageStart
  const space = text.slice(at - 1, at + LEAD_IN).search(/\s/)
  if (space >= 0) return at + space
  return isInsidePair(text, at) ? at + 1 : at
}

/** The last word end at or before `at`; in text without spaces, `at` itself. */
function wordEnd(text: string, start: number, at: number, passageEnd: number): number {
  if (at >= passageEnd) return passageEnd
  const space = text.slice(start, at + 1).lastIndexOf(' ')
  if (space > (at - start) / 2) return start + space
  return isInsidePair(text, at) ? at - 1 : at
}

function isInsidePair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
