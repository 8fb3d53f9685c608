import type { Evidence } from '../topic/match.ts'
import { cutIntoRuns } from './cut-into-runs.ts'
import type { MatchedArticle, Run } from './digest.ts'

const SNIPPET_LENGTH = 240
/** A window in a long sentence starts this far before its first evidence. */
const LEAD_IN = 60
const BEFORE = '… '
const AFTER = '…'

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * One or two sentences round the best evidence of the text, at most 240 characters, the matching words marked. With
 * evidence in the title alone, the first sentences.
 * @param show the phrase whose sentence is the best, where it stands in the text
 */
export function composeSnippet(
  article: Pick<MatchedArticle, 'text' | 'passages'>,
  evidence: readonly Evidence[],
  show?: string,
): readonly Run[] {
  const { text } = article
  const marks = evidence.filter((each) => each.field === 'body').toSorted((a, b) => a.start - b.start)
  const passages = article.passages.length > 0 ? article.passages : [{ start: 0, end: text.length }]
  const best = bestPassage(passages, marks, show)
  const passage = passages[best] ?? { start: 0, end: 0 }
  if (passage.end - passage.start > SNIPPET_LENGTH) return windowRuns(text, passage, marks)
  const next = passages[best + 1]
  const end = next !== undefined && next.end - passage.start <= SNIPPET_LENGTH ? next.end : passage.end
  return cutIntoRuns(text, { start: passage.start, end }, marks)
}

/**
 * The passage that holds the phrase to show, then the most different phrases; of equals the first. Both lists run by
 * offset: one walk.
 */
function bestPassage(passages: readonly Span[], marks: readonly Evidence[], show: string | undefined): number {
  let best = 0
  let bestCount = 0
  let from = 0
  for (const [index, passage] of passages.entries()) {
    const phrases = new Set<string>()
    for (let mark = marks[from]; mark !== undefined && mark.start < passage.end; mark = marks[++from]) {
      if (mark.start >= passage.start) phrases.add(mark.phrase)
    }
    const count = phrases.size + (show !== undefined && phrases.has(show) ? marks.length : 0)
    if (count > bestCount) {
      best = index
      bestCount = count
    }
  }
  return best
}

/** A part of a long passage that begins shortly before its first evidence, with ellipses for what is cut off. */
function windowRuns(text: string, passage: Span, marks: readonly Evidence[]): readonly Run[] {
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
