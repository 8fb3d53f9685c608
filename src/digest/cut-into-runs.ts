import { highlight, type Span } from '../topic/highlight.ts'
import { cleanText } from './clean-text.ts'
import type { Run } from './digest.ts'

/** A piece of the text as runs to print, those under a mark marked. */
export function cutIntoRuns(text: string, piece: Span, marks: readonly Span[]): readonly Run[] {
  const runs = highlight(text, piece, marks).map((run) => ({ ...run, text: cleanText(run.text) }))
  return trimEnds(runs).filter((run) => run.text !== '')
}

function trimEnds(runs: readonly Run[]): readonly Run[] {
  const last = runs.length - 1
  return runs.map((run, index) => {
    const left = index === 0 ? run.text.trimStart() : run.text
    return { ...run, text: index === last ? left.trimEnd() : left }
  })
}
