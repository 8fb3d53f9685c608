import { addStatement } from './add-statement.ts'
import { phraseAfter } from './bound-phrase.ts'
import { isProvenName } from './is-proven-name.ts'
import { type Content, startsNewReport } from './place-content.ts'
import { readLabel } from './read-label.ts'
import type { Report } from './report.ts'
import { type Resolved, resolveSpeaker } from './resolve-speaker.ts'
import type { Token, TokenRange } from './token.ts'
import { endOfBlock, startOfBlock, startOfSentence } from './token-bounds.ts'

/** Quoted words alone in their sentence belong to nobody when they are fewer. */
const MIN_QUOTE_WORDS = 4

/** Quotations with no attribution of their own. */
export function reportLoneQuotes(report: Report, range: TokenRange): void {
  for (let at = range.from; at < range.to; at++) {
    const quote = report.tokens[at]?.quote
    if (quote === undefined || report.claimed.has(quote.start) || quote.wordCount < MIN_QUOTE_WORDS) continue
    const found = speakerOfLoneQuote(report, at)
    if (found === undefined) continue
    const content: Content = { range: { from: at, to: at + 1 }, kind: 'direct', confidence: found.confidence }
    addStatement(report, content, { resolved: found.resolved, range: { from: at, to: at + 1 } })
  }
}

interface Found {
  readonly resolved: Resolved
  readonly confidence: number
}

function speakerOfLoneQuote(report: Report, at: number): Found | undefined {
  const { tokens, last } = report
  if (!standsAlone(tokens, at) || isAttributedNext(report, at)) return undefined
  const before = tokens[at - 1]
  const block = tokens[at]?.block ?? 0
  if (before?.word === ':' && block - before.endBlock <= 1) return afterColon(report, at)
  if (last === undefined) return undefined
  const isNext = last.to >= at - 1 || onlyTail(tokens, last.to, at)
  if (before?.endBlock === block)
    return isNext ? { resolved: last.resolved, confidence: last.isDirect ? 0.9 : 0.75 } : undefined
  return isNext && fillsBlock(tokens, at)
    ? { resolved: last.resolved, confidence: last.isDirect ? 0.7 : 0.6 }
    : undefined
}

/** `Quote: "…"` is the source's; `Jane Example: "…"` is hers; `Her answer was plain: "…"` is whom the sentence is about. */
function afterColon(report: Report, at: number): Found | undefined {
  const { tokens, cast, source, last } = report
  const blockStart = startOfBlock(tokens, at - 1)
  const label = readLabel(tokens, { from: blockStart, to: at }, report.lexicon)
  if (label?.kind === 'quote') {
    const resolved = source?.resolved ?? last?.resolved
    return resolved === undefined ? undefined : { resolved, confidence: source === undefined ? 0.7 : 0.9 }
  }
  if (label !== undefined) return undefined
  const start = startOfSentence(tokens, at - 1)
  const phrase = phraseAfter(tokens, start, report.lexicon.language)
  const isWhole = phrase?.range.to === at - 1
  if (phrase === undefined || !(isWhole || phrase.kind === 'name')) return undefined
  if (phrase.kind === 'name' && !isProvenName(report, phrase)) return undefined
  const resolved = resolveSpeaker(cast, tokens, phrase)
  return resolved === undefined ? undefined : { resolved, confidence: isWhole ? 0.9 : 0.7 }
}

/** The sentence behind it begins with who said it: `"Who pays?" Jane Example asked.` */
function isAttributedNext({ tokens, attributions, next }: Report, at: number): boolean {
  const attribution = attributions[next]
  const from = attribution?.region.from ?? -1
  const isBeside = from === at + 1 || (from === at + 2 && !isWordOrQuote(tokens[at + 1]))
  if (attribution === undefined || !isBeside || tokens[from]?.block !== tokens[at]?.endBlock) return false
  return attribution.isInverted || !startsNewReport(tokens, attribution)
}

function isWordOrQuote(token: Token | undefined): boolean {
  return token?.isWord === true || token?.quote !== undefined
}

/** Nothing of the sentence but the quotation. */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  const isFirst = before === undefined || before.sentence !== token?.sentence || /^[:.–—-]$/u.test(before.word)
  const isLast =
    next === undefined || next.sentence !== token?.sentence || /^[.!?…]$/u.test(next.word) || next.quote !== undefined
  return isFirst && isLast
}

/** Only the end of the sentence in which the last words were given to somebody. */
function onlyTail(tokens: readonly Token[], from: number, at: number): boolean {
  const sentence = tokens[from - 1]?.sentence
  const before = tokens[at - 1]
  if (before !== undefined && before.sentence === sentence) return true
  return at - from <= 3 && tokens.slice(from, at).every(({ isWord, quote }) => !isWord && quote === undefined)
}

function fillsBlock(tokens: readonly Token[], at: number): boolean {
  const end = endOfBlock(tokens, at)
  return startOfBlock(tokens, at) === at && tokens.slice(at + 1, end).every(({ isWord }) => !isWord)
}
