import { beforeMarks } from './before-marks.ts'
import type { Attribution } from './find-attributions.ts'
import type { Lexicon } from './lexicon.ts'
import type { Token, TokenRange } from './token.ts'
import { WORD } from './word-class.ts'

/** The words an attribution gives to its speaker. */
export interface Content {
  readonly range: TokenRange
  readonly kind: 'direct' | 'partial' | 'indirect'
  readonly confidence: number
}

export interface Place {
  readonly attribution: Attribution
  /** The first token of the sentence that is not yet somebody's words. */
  readonly sentenceStart: number
  readonly sentenceEnd: number
}

const JOINER = /^[,–—-]$/u
const INTRODUCES = /^[:,–—-]$/u
const MIN_CLAUSE_WORDS = 3
const MAX_GAP = 24

/** What stands before the attribution, and what stands after it: `"…," she said, "…"` has both. */
export function placeContents(tokens: readonly Token[], place: Place, lexicon: Lexicon): readonly Content[] {
  const before = quoteBefore(tokens, place)
  const beside = quoteAfter(tokens, place)
  const needsQuote = place.attribution.cue.kind === 'voices' || place.attribution.phrase?.kind === 'thing'
  const after = needsQuote ? beside : (beside ?? clauseAfter(tokens, place, lexicon))
  if (before !== undefined) return after?.kind === 'direct' ? [before, after] : [before]
  if (after !== undefined) return [after]
  const clause = needsQuote ? undefined : clauseBefore(tokens, place)
  return clause === undefined ? [] : [clause]
}

/** `"…," said Jane Example.` */
function quoteBefore(tokens: readonly Token[], { attribution, sentenceStart }: Place): Content | undefined {
  const { region, cue } = attribution
  if (cue.kind === 'demands' || cue.kind === 'participle' || attribution.phrase === undefined) return undefined
  const at = beforeMarks(tokens, region.from)
  const quote = tokens[at]
  if (quote?.quote === undefined || quote.endBlock !== tokens[region.from]?.block) return undefined
  const isSame = quote.sentence === tokens[region.from]?.sentence
  if (!isSame && !attribution.isInverted && at === region.from - 1 && startsNewReport(tokens, attribution))
    return undefined
  const start = isSame ? sentenceStart : at
  const from = start < at && isLead(tokens, start, at) ? at : Math.min(start, at)
  const isJoined = at < region.from - 1 || quote.quote.isStopped || attribution.isInverted
  if (from < at && !isJoined) return undefined
  return {
    range: { from, to: at + 1 },
    kind: from === at ? 'direct' : 'partial',
    confidence: from === at ? 0.95 : 0.85,
  }
}

/** `"…." Jane Example said that …` tells something new. */
export function startsNewReport(tokens: readonly Token[], { region }: Attribution): boolean {
  const next = tokens[region.to]
  return (
    next !== undefined &&
    next.sentence === tokens[region.to - 1]?.sentence &&
    !/^[.,]$/u.test(next.word) &&
    !has(next, WORD.PREPOSITION | WORD.DAY | WORD.ADVERB)
  )
}

/** Nothing but a conjunction, an adverb or a colon before the quotation, or the full stop and dash of the report before it. */
function isLead(tokens: readonly Token[], from: number, to: number): boolean {
  if (/^[:.]$/u.test(tokens[to - 1]?.word ?? '')) return true
  if (tokens[to - 2]?.word === '.' && JOINER.test(tokens[to - 1]?.word ?? '')) return true
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token?.isWord === true && !has(token, WORD.ADVERB | WORD.BOUNDARY | WORD.AND)) return false
    if (token?.quote !== undefined) return false
  }
  return true
}

/** `Jane Example said in Korvyn: "…"` */
function quoteAfter(tokens: readonly Token[], { attribution, sentenceEnd }: Place): Content | undefined {
  const { region } = attribution
  const isNear = attribution.phrase?.kind === 'thing'
  const block = tokens[region.from]?.block
  const last = Math.min(sentenceEnd + 1, region.to + MAX_GAP)
  for (let at = region.to; at <= last; at++) {
    const token = tokens[at]
    if (token === undefined || token.block !== block || has(token, WORD.THAT)) return undefined
    if (token.quote === undefined) {
      if (at >= sentenceEnd && token.word !== ':') return undefined
      if (has(token, WORD.CUE) && !has(token, WORD.PREPOSITION)) return undefined
      if (isNear && token.isWord) return undefined
      continue
    }
    const before = tokens[at - 1]
    const isIntroduced = INTRODUCES.test(before?.word ?? '') || at === region.to
    if (!isIntroduced) return undefined
    return asObject(quoteFrom(tokens, at, sentenceEnd), { token, before })
  }
  return undefined
}

/** Quoted words right behind the verb, in lower case, are a part of the report: `denounced "an affront"`. */
function asObject(content: Content, { token, before }: { token: Token; before: Token | undefined }): Content {
  const isPart = before?.isWord === true && token.quote?.isLower === true
  return isPart ? { ...content, kind: 'partial', confidence: 0.8 } : content
}

/** A quotation that its sentence goes on after is a part of what was said. */
function quoteFrom(tokens: readonly Token[], at: number, sentenceEnd: number): Content {
  const next = tokens[at + 1]
  const goesOn =
    at + 1 < sentenceEnd && next?.isWord === true && !has(next, WORD.AND | WORD.BOUNDARY | WORD.PREPOSITION)
  if (!goesOn) return { range: { from: at, to: at + 1 }, kind: 'direct', confidence: 0.95 }
  return { range: { from: at, to: sentenceEnd }, kind: 'partial', confidence: 0.8 }
}

/** "Jane Example said that …", "called for …", "According to Jane Example, …". */
function clauseAfter(tokens: readonly Token[], place: Place, lexicon: Lexicon): Content | undefined {
  const { sentenceEnd } = place
  const start = clauseStart(tokens, place, lexicon)
  if (start === undefined || countWords(tokens, start, sentenceEnd) < 2) return undefined
  return clause(tokens, { from: start, to: sentenceEnd }, has(tokens[start - 1], WORD.THAT) ? 0.85 : 0.75)
}

function clauseStart(
  tokens: readonly Token[],
  { attribution, sentenceEnd }: Place,
  lexicon: Lexicon,
): number | undefined {
  const { cue, region, phrase } = attribution
  if (!attribution.isAside && phrase !== undefined && isTimeClause(tokens, phrase.range.from)) return undefined
  if (cue.kind === 'demands') return demandStart(tokens, region.to, sentenceEnd)
  if (attribution.isAside) return asideStart(tokens, region.to, sentenceEnd)
  const that = findThat(tokens, region.to, sentenceEnd)
  if (that !== undefined && isQuestion(tokens, that))
    return lexicon.language.recounts.includes(tokens[cue.range.from]?.word ?? '') ? that : undefined
  if (that !== undefined) return that + 1
  if (cue.kind === 'thinks' || cue.kind === 'may-say') return undefined
  return bareClause(tokens, { region, sentenceEnd }, lexicon)
}

/** "After Jane Example explained the trick, …": only a word that is preposition and conjunction both begins such a clause. */
function isTimeClause(tokens: readonly Token[], at: number): boolean {
  return has(tokens[at - 1], WORD.PREPOSITION) && has(tokens[at - 1], WORD.BOUNDARY)
}

/** An infinitive keeps its "to". */
function demandStart(tokens: readonly Token[], from: number, to: number): number | undefined {
  if (from >= to || tokens[from]?.isWord !== true) return undefined
  return tokens[from - 1]?.word === 'to' ? from - 1 : from
}

/** "She says how it is done" tells what she spoke of, and not what she said. */
function isQuestion(tokens: readonly Token[], at: number): boolean {
  return has(tokens[at], WORD.BOUNDARY) && !THAT_ALONE.has(tokens[at]?.word ?? '')
}

const THAT_ALONE = new Set(['that', 'що', 'что', 'dass', 'daß', 'que', "qu'", 'że', 'iż', 'ż'])

function findThat(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from; at < Math.min(to, from + MAX_GAP); at++) {
    const token = tokens[at]
    if (has(token, WORD.THAT)) return at
    if (token === undefined || token.quote !== undefined || has(token, WORD.CUE)) return undefined
    if (!token.isWord && token.word !== '.' && !(token.word === ',' && has(tokens[at + 1], WORD.THAT))) return undefined
  }
  return undefined
}

function asideStart(tokens: readonly Token[], from: number, to: number): number | undefined {
  const comma = tokens[from]?.word === ',' ? from + 1 : from
  const isClause = comma < to && (comma > from || tokens[from]?.isWord === true)
  return isClause ? comma : undefined
}

/** Without "that": "officials said they had seen nothing"; in German after a comma. */
function bareClause(
  tokens: readonly Token[],
  { region, sentenceEnd }: { region: TokenRange; sentenceEnd: number },
  { language }: Lexicon,
): number | undefined {
  const next = tokens[region.to]
  if (next === undefined || region.to >= sentenceEnd) return undefined
  if (language.dropsThat === 'after-comma') return commaClause(tokens, region.to, sentenceEnd)
  if (language.dropsThat === 'never' || !next.isWord) return undefined
  if (has(next, WORD.PREPOSITION | WORD.DAY | WORD.ADVERB | WORD.BOUNDARY | WORD.AND | WORD.AUXILIARY | WORD.PASSIVE))
    return undefined
  return countWords(tokens, region.to, sentenceEnd) >= MIN_CLAUSE_WORDS ? region.to : undefined
}

function commaClause(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from; at < Math.min(to, from + MAX_GAP); at++) {
    const token = tokens[at]
    if (token === undefined || token.quote !== undefined || has(token, WORD.CUE | WORD.BOUNDARY)) return undefined
    if (token.word === ',') return countWords(tokens, at + 1, to) >= MIN_CLAUSE_WORDS ? at + 1 : undefined
    if (!token.isWord) return undefined
  }
  return undefined
}

/** "…, Jane Example said." */
function clauseBefore(tokens: readonly Token[], { attribution, sentenceStart }: Place): Content | undefined {
  const { region, cue, phrase } = attribution
  if (phrase === undefined || cue.kind === 'demands' || cue.kind === 'participle' || cue.kind === 'thinks')
    return undefined
  const mark = tokens[region.from - 1]
  const isTail = cue.kind === 'source' && mark?.isWord === true
  if (mark === undefined || mark.sentence !== tokens[region.from]?.sentence) return undefined
  if (!isTail && !JOINER.test(mark.word)) return undefined
  const to = isTail ? region.from : region.from - 1
  if (
    countWords(tokens, sentenceStart, to) < MIN_CLAUSE_WORDS ||
    (has(tokens[sentenceStart], WORD.PREPOSITION) && !hasVerbLike(tokens, sentenceStart, to))
  )
    return undefined
  return clause(tokens, { from: sentenceStart, to }, 0.75)
}

/** A lone adverbial ("After the talks in Korvyn, …") is no clause; a longer one with a comma inside may be. */
function hasVerbLike(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.word === ',') return true
  return false
}

function clause(tokens: readonly Token[], range: TokenRange, confidence: number): Content {
  const quotes = tokens.slice(range.from, range.to).filter(({ quote }) => quote !== undefined)
  const isAll = range.to - range.from === 1 && quotes.length === 1
  return { range, kind: isAll ? 'direct' : quotes.length > 0 ? 'partial' : 'indirect', confidence }
}

function countWords(tokens: readonly Token[], from: number, to: number): number {
  let count = 0
  for (let at = from; at < to && count < MIN_CLAUSE_WORDS + 1; at++) {
    const token = tokens[at]
    if (token?.isWord === true) count++
    if (token?.quote !== undefined) count += token.quote.wordCount
  }
  return count
}

function has(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0
}
