import type { QueryToken } from './query-token.ts'

/** Whether one pair of brackets holds all of it. */
export function isBracketed(tokens: readonly QueryToken[]): boolean {
  let depth = 0
  for (const [index, { kind }] of tokens.entries()) {
    depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0
    if (depth === 0) return kind === 'close' && index === tokens.length - 1
  }
  return false
}
