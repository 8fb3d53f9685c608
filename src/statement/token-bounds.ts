import type { Token, TokenRange } from './token.ts'

/** How far is looked back and ahead: what is asked for is near, or not there. */
const MAX_TOKENS = 60

export function endOfSentence(tokens: readonly Token[], from: number): number {
  const sentence = tokens[from]?.sentence
  let to = from
  while (to < tokens.length && tokens[to]?.sentence === sentence) to++
  return to
}

export function startOfSentence(tokens: readonly Token[], at: number): number {
  const sentence = tokens[at]?.sentence
  let from = at
  while (from > 0 && at - from < MAX_TOKENS && tokens[from - 1]?.sentence === sentence) from--
  return from
}

export function beforeStop(tokens: readonly Token[], { from, to }: TokenRange): number {
  let end = to
  while (end > from && /^[.!?…;]$/u.test(tokens[end - 1]?.word ?? '')) end--
  return end
}

export function startOfBlock(tokens: readonly Token[], at: number): number {
  const block = tokens[at]?.block
  let from = at
  while (from > 0 && at - from < MAX_TOKENS && tokens[from - 1]?.block === block) from--
  return from
}

export function endOfBlock(tokens: readonly Token[], at: number): number {
  const block = tokens[at]?.block
  let to = at
  while (to < tokens.length && to - at < MAX_TOKENS && tokens[to]?.block === block) to++
  return to
}
