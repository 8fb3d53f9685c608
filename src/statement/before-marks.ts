import type { Token } from './token.ts'

const JOINER = /^[,–—-]$/u

/** The index before a comma, a dash, or both: what an attribution is joined to. */
export function beforeMarks(tokens: readonly Token[], at: number): number {
  let before = at - 1
  while (before > at - 3 && JOINER.test(tokens[before]?.word ?? '')) before--
  return before
}
