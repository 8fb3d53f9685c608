import { describePlace, describeRule } from '../topic/describe-evidence.ts'
import { highlight, marksIn, type Span } from '../topic/highlight.ts'
import type { Evidence, Match } from '../topic/match.ts'
import type { MatchedText } from '../topic/matched-text.ts'
import { renderRuns } from './render-runs.ts'
import { styled, table } from './terminal.ts'

const SHOWN_PASSAGES = 3
/** Of a sentence; of a longer one the part round its first mark. */
const PASSAGE_LENGTH = 300
const LEAD_IN = 80

/** A match for a terminal: which words count for what and why, then the sentences they stand in. */
export function renderMatch(match: Match, text: MatchedText): string {
  const heading = match.score === undefined ? match.topicId : `${match.topicId} (score ${match.score})`
  const note = match.source === 'summary' ? '  of title and summary alone: the page could not be read' : ''
  const rows = match.evidence.map((each) => [
    `  ${each.clause}`,
    each.phrase,
    `“${renderRuns([{ text: each.words, marked: false }])}”`,
    describePlace(each, text),
    describeRule(each),
  ])
  return [`${styled('bold', heading)}${note}`, table(rows), ...renderPassages(match.evidence, text)].join('\n')
}

/** The title and the first sentences in which something counted, each on a line. */
export function renderPassages(evidence: readonly Evidence[], text: MatchedText): readonly string[] {
  const inTitle = marksIn(evidence, 'title')
  const inBody = marksIn(evidence, 'body').toSorted((left, right) => left.start - right.start)
  const all = text.passages === undefined || text.passages.length === 0 ? paragraphsOf(text.body) : text.passages
  const passages = all.filter((passage) => inBody.some((mark) => mark.start < passage.end && mark.end > passage.start))
  const title = inTitle.length === 0 ? [] : [highlight(text.title, { start: 0, end: text.title.length }, inTitle)]
  const shown = passages.slice(0, SHOWN_PASSAGES).map((passage) => {
    const piece = pieceOf(passage, inBody)
    return highlight(text.body, piece, inBody)
  })
  return [...title, ...shown].map((runs) => `  | ${renderRuns(runs)}`)
}

function pieceOf(passage: Span, marks: readonly Span[]): Span {
  if (passage.end - passage.start <= PASSAGE_LENGTH) return passage
  const first = marks.find((mark) => mark.end > passage.start)?.start ?? passage.start
  const start = Math.max(passage.start, first - LEAD_IN)
  return { start, end: Math.min(passage.end, start + PASSAGE_LENGTH) }
}

function paragraphsOf(body: string): readonly Span[] {
  return [...body.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }))
}
