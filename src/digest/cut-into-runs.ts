import { cleanText } from './clean-text.ts'
import type { Run } from './digest.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/** A piece of the text as runs, those under a mark marked. Marks are sorted by start and may overlap. */
export function cutIntoRuns(text: string, piece: Span, marks: readonly Span[]): readonly Run[] {
  const runs: Run[] = []
  let at = piece.start
  for (const mark of marks) {
    const start = Math.max(mark.start, at)
    const end = Math.min(mark.end, piece.end)
    if (start >= end) continue
    runs.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true })
    at = end
  }
  runs.push({ text: text.slice(at, piece.end), marked: false })
  return trimEnds(runs.map((run) => ({ ...run, text: cleanText(run.text) }))).filter((run) => run.text !== '')
}

function trimEnds(runs: readonly Run[]): readonly Run[] {
  const last = runs.length - 1
  return runs.map((run, index) => {
    const left = index === 0 ? run.text.trimStart() : run.text
    return { ...run, text: index === last ? left.trimEnd() : left }
  })
}
