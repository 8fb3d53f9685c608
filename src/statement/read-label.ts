import type { Lexicon } from './lexicon.ts'
import type { Token, TokenRange } from './token.ts'

/** A paragraph that says in front what it is: "Source: …". */
export interface Label {
  readonly kind: 'quote' | 'source' | 'details' | 'background'
  /** Behind the colon. */
  readonly rest: TokenRange
}

const MAX_WORDS = 3

/** The label of the paragraph whose tokens these are. */
export function readLabel(tokens: readonly Token[], { from, to }: TokenRange, lexicon: Lexicon): Label | undefined {
  const colon = findColon(tokens, from, to)
  if (colon === undefined) return undefined
  const words = tokens
    .slice(from, colon)
    .map(({ word }) => word)
    .join(' ')
  const { labels } = lexicon.language
  const rest = { from: colon + 1, to }
  if (labels.quote.includes(words)) return { kind: 'quote', rest }
  if (labels.source.includes(words)) return { kind: 'source', rest }
  if (labels.details.includes(words)) return { kind: 'details', rest }
  return labels.background.includes(words) ? { kind: 'background', rest } : undefined
}

function findColon(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from + 1; at < Math.min(to, from + MAX_WORDS + 1); at++) if (tokens[at]?.word === ':') return at
  return undefined
}
