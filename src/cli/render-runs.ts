import type { TextRun } from '../topic/highlight.ts'
import { styled } from './terminal.ts'

/** Runs of a text on one line, the marked ones bright. Control characters of a page must not reach a terminal. */
export function renderRuns(runs: readonly TextRun[]): string {
  return runs
    .map(({ text, marked }) => {
      const plain = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      return marked ? styled(['bold', 'yellow'], plain) : plain
    })
    .join('')
    .trim()
}
