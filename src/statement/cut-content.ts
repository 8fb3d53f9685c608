import type { Attribution } from './find-attributions.ts'
import type { Lexicon } from './lexicon.ts'
import { matchCue } from './match-cue.ts'
import type { Content } from './place-content.ts'
import type { Token } from './token.ts'
import { WORD } from './word-class.ts'

export interface CutInput {
  readonly own: Attribution
  /** The next attributions of the sentence. */
  readonly later: readonly Attribution[]
  readonly lexicon: Lexicon
}

/** Ends reported words where another report of the same sentence begins; undefined when they are inside another's words. */
export function cutContent(
  tokens: readonly Token[],
  content: Content,
  { own, later, lexicon }: CutInput,
): Content | undefined {
  if (content.range.to <= own.region.from) return content
  if (isNextOnes(tokens, content, { own, later })) return undefined
  if (content.kind === 'direct') return content
  let { to } = content.range
  for (const attribution of later) {
    if (attribution.region.from >= to) break
    const joint = jointBefore(tokens, attribution)
    if (joint === undefined || joint <= content.range.from) continue
    to = joint
    break
  }
  to = beforeCarrier(tokens, { from: content.range.from, to }, lexicon)
  if (to <= content.range.from) return undefined
  if (to === content.range.to) return content
  const hasQuote = tokens.slice(content.range.from, to).some(({ quote }) => quote !== undefined)
  const isAll = to - content.range.from === 1 && hasQuote
  return {
    ...content,
    range: { from: content.range.from, to },
    kind: isAll ? 'direct' : hasQuote ? 'partial' : 'indirect',
  }
}

/** `When a clerk announced the plan, "…," she writes.`: the quotation is whose subject stands beside it. */
function isNextOnes(
  tokens: readonly Token[],
  { range }: Content,
  { own, later }: Pick<CutInput, 'own' | 'later'>,
): boolean {
  const hasGap = tokens.slice(own.region.to, range.from).some(({ isWord }) => isWord)
  if (!hasGap || tokens[range.from]?.quote === undefined) return false
  const behind = range.from + 1
  return later.some(({ region, phrase }) => phrase !== undefined && region.from >= behind && region.from <= behind + 1)
}

/** Where words end before ", adding that", "and called for", ", but she said". */
function jointBefore(tokens: readonly Token[], { cue, region, phrase }: Attribution): number | undefined {
  let at = region.from
  while (has(tokens[at - 1], WORD.ADVERB)) at--
  const before = tokens[at - 1]
  const comma = tokens[at - 2]?.word === ',' ? at - 2 : at - 1
  if (cue.kind === 'participle') return participleJoint(tokens, region.from)
  if (phrase === undefined) return has(before, WORD.AND) ? comma : undefined
  const isJoined = has(before, WORD.AND | WORD.BOUNDARY) && !has(before, WORD.THAT)
  return isJoined && tokens[at - 2]?.word === ',' ? comma : undefined
}

/** American commas stand inside the quotation before. */
function participleJoint(tokens: readonly Token[], from: number): number | undefined {
  if (tokens[from - 1]?.quote !== undefined) return from
  return tokens[from - 1]?.word === ',' ? from - 1 : undefined
}

function beforeCarrier(tokens: readonly Token[], { from, to }: { from: number; to: number }, lexicon: Lexicon): number {
  for (let at = from + 1; at < to; at++) {
    if (tokens[at]?.word === ',' && matchCue(tokens, at + 1, lexicon)?.kind === 'carrier') return at
  }
  return to
}

function has(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0
}
