import type { Attribution } from './find-attributions.ts'
import type { Lexicon } from './lexicon.ts'
import type { Phrase } from './phrase.ts'
import type { Content } from './place-content.ts'
import type { Token, TokenRange } from './token.ts'
import { beforeStop, startOfSentence } from './token-bounds.ts'
import { WORD } from './word-class.ts'

const CONFIDENCE = 0.7

/** "The bridge opens in May. This was said by …" (Ukrainian "Про це заявив …"): what is said is the sentence before. */
export function readPointing(
  tokens: readonly Token[],
  range: TokenRange,
  { attribution, lexicon, free }: { attribution: Attribution; lexicon: Lexicon; free: number },
): Content | undefined {
  const { phrase, isInverted, cue } = attribution
  if (phrase === undefined || !isInverted || cue.kind !== 'says' || !isSomebody(tokens, phrase)) return undefined
  if (!pointsBack(tokens, { from: range.from, to: cue.range.from }, lexicon)) return undefined
  const last = tokens[range.from - 1]
  if (last === undefined || last.endBlock !== tokens[range.from]?.block) return undefined
  const from = startOfSentence(tokens, range.from - 1)
  const said = { from, to: beforeStop(tokens, { from, to: range.from }) }
  if (from < free || said.to <= from) return undefined
  const quoteCount = tokens.slice(said.from, said.to).filter(({ quote }) => quote !== undefined).length
  const isAll = quoteCount === 1 && said.to - said.from === 1
  return { range: said, kind: isAll ? 'direct' : quoteCount > 0 ? 'partial' : 'indirect', confidence: CONFIDENCE }
}

/** A single word without an office may be the outlet that carries it. */
function isSomebody(tokens: readonly Token[], { kind, surface, role, range }: Phrase): boolean {
  const words = tokens.slice(range.from, range.to)
  if (words.some(({ classes }) => (classes & WORD.MEDIA) !== 0)) return false
  if (kind === 'name') return role !== undefined || surface.to - surface.from > 1
  return (
    kind === 'description' ||
    (kind === 'organisation' && words.some(({ classes }) => (classes & WORD.ORGANISATION) !== 0))
  )
}

/** Nothing but the pointing words between the sentence's start and its verb. */
function pointsBack(tokens: readonly Token[], { from, to }: TokenRange, { language }: Lexicon): boolean {
  const words = tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ')
  return language.pointing.includes(words)
}
