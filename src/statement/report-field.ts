import { addStatement } from './add-statement.ts'
import { phraseAfter } from './bound-phrase.ts'
import { cutContent } from './cut-content.ts'
import { type Attribution, findAttributions } from './find-attributions.ts'
import { findCircumstances } from './find-circumstances.ts'
import { isProvenName } from './is-proven-name.ts'
import { matchCue } from './match-cue.ts'
import type { Phrase } from './phrase.ts'
import { placeContents } from './place-content.ts'
import { readLabel } from './read-label.ts'
import { readPointing } from './read-pointing.ts'
import { circumstanceInput, type FieldInput, type Report } from './report.ts'
import { reportLoneQuotes } from './report-lone-quotes.ts'
import { type Resolved, resolveSpeaker } from './resolve-speaker.ts'
import type { Statement } from './statement.ts'
import type { Token, TokenRange } from './token.ts'
import { beforeStop, endOfBlock, endOfSentence } from './token-bounds.ts'
import { WORD } from './word-class.ts'

const MAX_LEAD_IN = 14
const NOUNS = WORD.ROLE | WORD.ORGANISATION | WORD.MEDIA | WORD.DOCUMENT
const SOURCES: ReadonlySet<string> = new Set(['source', 'own-source'])

/** All that one text reports, sentence by sentence. */
export function reportField(input: FieldInput): readonly Statement[] {
  const report: Report = {
    ...input,
    statements: [],
    claimed: new Set(),
    carriers: new Map(),
    attributions: findAttributions(input.tokens, input.lexicon),
    next: 0,
    lastBlock: -1,
  }
  for (let from = 0; from < input.tokens.length; ) {
    const to = endOfSentence(input.tokens, from)
    reportSentence(report, { from, to })
    from = to
  }
  return report.statements.toSorted((left, right) => left.start - right.start)
}

function reportSentence(report: Report, range: TokenRange): void {
  const { tokens, attributions } = report
  enterBlock(report, range)
  const inside: Attribution[] = []
  for (; (attributions[report.next]?.region.from ?? tokens.length) < range.to; report.next++) {
    const attribution = attributions[report.next]
    if (attribution !== undefined) inside.push(attribution)
  }
  const subject = readSubject(report, range)
  reportAttributions(report, range, { inside, subject })
  keepCarriers(report, range, { isReported: inside.length > 0, subject })
  reportLoneQuotes(report, range)
}

/** A new paragraph may be labelled; a subheading ends who carries. */
function enterBlock(report: Report, range: TokenRange): void {
  const first = report.tokens[range.from]
  if (first === undefined || first.block === report.lastBlock) return
  report.lastBlock = first.block
  if (report.headings.has(first.start)) report.carriers.clear()
  const end = endOfBlock(report.tokens, range.from)
  const label = readLabel(report.tokens, { from: range.from, to: end }, report.lexicon)
  if (label?.kind === 'background') report.carriers.clear()
  if (label?.kind === 'source') readSource(report, label.rest)
}

/** "Source: Jane Example on 3 May, quoted by Harbour Gazette": who speaks in what follows. */
function readSource(report: Report, rest: TokenRange): void {
  const phrase = phraseAfter(report.tokens, rest.from, report.lexicon.language)
  if (phrase === undefined) return
  const resolved = resolveSpeaker(report.cast, report.tokens, phrase)
  if (resolved === undefined) return
  const circumstances = findCircumstances(circumstanceInput(report), [{ from: phrase.range.to, to: rest.to }])
  report.source = { resolved, circumstances }
  if (circumstances.carriedBy.length > 0) report.carriers.set(resolved.actor, circumstances.carriedBy)
}

/** The person a sentence begins with: whom "he" means next. */
function readSubject(report: Report, { from, to }: TokenRange): Resolved | undefined {
  const { tokens, lexicon, cast } = report
  let at = from
  if (has(tokens[at], WORD.PREPOSITION | WORD.LINK | WORD.DAY)) at = afterComma(tokens, at, to)
  while (at < to && has(tokens[at], WORD.ADVERB | WORD.BOUNDARY) && !has(tokens[at], WORD.PRONOUN)) at++
  if (tokens[at]?.isWord !== true || SOURCES.has(matchCue(tokens, at, lexicon)?.kind ?? '')) return undefined
  const phrase = beforeVerb(report, phraseAfter(tokens, at, lexicon.language))
  if (phrase === undefined || phrase.range.to >= to || !isPlainSubject(report, phrase)) return undefined
  return resolveSpeaker(cast, tokens, phrase)
}

/** "The paper leaves open …": a subject without a name ends before its verb, whatever verb it is. */
function beforeVerb({ tokens, lexicon }: Report, phrase: Phrase | undefined): Phrase | undefined {
  if (phrase?.kind !== 'organisation') return phrase
  for (let at = phrase.range.from + 1; at < phrase.range.to; at++) {
    const { word, classes, isCapital } = tokens[at] ?? { word: '', classes: 0, isCapital: true }
    if (isCapital || classes !== 0 || !has(tokens[at - 1], NOUNS)) continue
    if (!lexicon.language.verbEndings.some((ending) => word.endsWith(ending))) continue
    const range = { from: phrase.range.from, to: at }
    return { ...phrase, range, surface: range }
  }
  return phrase
}

function isPlainSubject(report: Report, phrase: Phrase): boolean {
  const { kind, surface } = phrase
  if (kind === 'pronoun') return true
  if (kind === 'organisation')
    return report.tokens.slice(surface.from, surface.to).some((token) => has(token, WORD.ORGANISATION))
  return kind === 'name' && isProvenName(report, phrase)
}

function afterComma(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + MAX_LEAD_IN); at++) if (tokens[at]?.word === ',') return at + 1
  return from
}

interface SentenceAttributions {
  readonly inside: readonly Attribution[]
  readonly subject: Resolved | undefined
}

function reportAttributions(report: Report, range: TokenRange, { inside, subject }: SentenceAttributions): void {
  let free = range.from
  let speaker = subject
  const sentenceEnd = beforeStop(report.tokens, range)
  for (const [index, attribution] of inside.entries()) {
    if (attribution.region.from < free) continue
    const place = { attribution, sentenceStart: free, sentenceEnd }
    const later = inside.slice(index + 1, index + 9)
    const contents = placeContents(report.tokens, place, report.lexicon)
      .map((content) => cutContent(report.tokens, content, { own: attribution, later, lexicon: report.lexicon }))
      .filter((content) => content !== undefined)
    const pointed =
      contents.length > 0
        ? undefined
        : readPointing(report.tokens, range, { attribution, lexicon: report.lexicon, free: report.last?.to ?? 0 })
    if (pointed !== undefined) contents.push(pointed)
    if (contents.length === 0) {
      if (attribution.phrase !== undefined)
        speaker = resolveSpeaker(report.cast, report.tokens, attribution.phrase) ?? speaker
      continue
    }
    const resolved =
      attribution.phrase === undefined ? speaker : resolveSpeaker(report.cast, report.tokens, attribution.phrase)
    if (resolved === undefined) continue
    speaker = resolved
    for (const content of contents) addStatement(report, content, { attribution, resolved, range })
    free = Math.max(attribution.region.to, ...contents.map((content) => content.range.to))
  }
}

/** "Jane Example spoke in Korvyn, as reported by Harbour Gazette." holds for what she says next. */
function keepCarriers(
  report: Report,
  range: TokenRange,
  { isReported, subject }: { isReported: boolean; subject: Resolved | undefined },
): void {
  if (isReported || subject === undefined) return
  const { carriedBy } = findCircumstances(circumstanceInput(report), [range])
  if (carriedBy.length > 0) report.carriers.set(subject.actor, carriedBy)
}

function has(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0
}
