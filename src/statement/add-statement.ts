import { foldName } from '../person/fold-name.ts'
import type { Attribution } from './find-attributions.ts'
import { type Circumstances, carrierTold, findCircumstances } from './find-circumstances.ts'
import type { Content } from './place-content.ts'
import { circumstanceInput, type Report } from './report.ts'
import type { Resolved } from './resolve-speaker.ts'
import type { Token, TokenRange } from './token.ts'
import { WORD } from './word-class.ts'

export interface Saying {
  readonly attribution?: Attribution
  readonly resolved: Resolved
  /** The sentence. */
  readonly range: TokenRange
}

export function addStatement(report: Report, content: Content, saying: Saying): void {
  const { tokens, text, field } = report
  const { attribution, resolved } = saying
  const first = tokens[content.range.from]
  const last = tokens[content.range.to - 1]
  if (first === undefined || last === undefined) return
  claimQuotes(report, content.range)
  resolved.actor.hasSpoken = true
  report.statements.push({
    kind: content.kind,
    field,
    start: first.start,
    end: last.end,
    text: text.slice(first.start, last.end),
    speaker: resolved.speaker,
    ...(resolved.role === undefined ? {} : { role: resolved.role }),
    cue: attribution === undefined ? '' : printedCue(report, attribution),
    confidence: confidenceOf(content, resolved),
    ...circumstancesOf(report, content, saying),
  })
  const to = Math.max(content.range.to, attribution?.region.to ?? 0)
  report.last = { resolved, to, isDirect: content.kind !== 'indirect' }
}

function claimQuotes({ tokens, claimed }: Report, { from, to }: TokenRange): void {
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token?.quote !== undefined) claimed.add(token.start)
  }
}

function printedCue({ tokens, text }: Report, { cue: { range } }: Attribution): string {
  return text.slice(tokens[range.from]?.start, tokens[range.to - 1]?.end)
}

/** From the sentence around the words; a quotation of the labelled source shares the label's. */
function circumstancesOf(report: Report, content: Content, saying: Saying): Circumstances {
  const { range, resolved } = saying
  const around = [
    { from: Math.max(content.range.to, range.from), to: range.to },
    { from: range.from, to: Math.min(content.range.from, range.to) },
  ].filter(({ from, to }) => to > from)
  const found = findCircumstances(circumstanceInput(report), around)
  const isSource = content.kind === 'direct' && report.source?.resolved.actor === resolved.actor
  const shared = isSource ? report.source?.circumstances : undefined
  const occasion = found.occasion ?? shared?.occasion
  const saidAt = found.saidAt ?? shared?.saidAt
  return {
    ...(occasion === undefined ? {} : { occasion }),
    ...(saidAt === undefined ? {} : { saidAt }),
    carriedBy: [
      ...new Set([...carriersOf(report, saying), ...found.carriedBy, ...(report.carriers.get(resolved.actor) ?? [])]),
    ],
  }
}

/** Who was told; and unnamed media that are the source themselves. */
function carriersOf(report: Report, { attribution, resolved: { actor } }: Saying): readonly string[] {
  if (attribution === undefined) return []
  const { cast, tokens } = report
  const isPerson = (word: string): boolean => {
    const key = foldName(word, cast.language)
    return cast.actors.has(key) || cast.fullNames.has(key)
  }
  const isItself = attribution.cue.kind === 'source' && actor.kind === 'unnamed' && isMedia(tokens, attribution)
  return [...carrierTold(circumstanceInput(report), attribution, isPerson), ...(isItself ? [actor.name] : [])]
}

function confidenceOf({ confidence }: Content, { speaker }: Resolved): number {
  const doubt = speaker.resolvedBy === 'pronoun' ? 0.9 : speaker.kind === 'unnamed' ? 0.95 : 1
  return Math.round(confidence * doubt * 100) / 100
}

function isMedia(tokens: readonly Token[], { phrase }: Attribution): boolean {
  return (
    phrase !== undefined &&
    tokens.slice(phrase.range.from, phrase.range.to).some(({ classes }) => (classes & WORD.MEDIA) !== 0)
  )
}
