import { phraseAfter } from './bound-phrase.ts'
import type { Actor } from './cast.ts'
import type { Phrase } from './phrase.ts'
import type { FieldInput } from './report.ts'
import { resolveSpeaker } from './resolve-speaker.ts'
import type { Statement } from './statement.ts'
import type { Token, TokenRange } from './token.ts'

const MIN_CLAIM_WORDS = 3
const DASH = /^[–—-]$/u
const CONFIDENCE = 0.75

/** `CLAIM – SPEAKER` and `SPEAKER: CLAIM`, where the speaker is an officeholder or spoke in the text. */
export function readHeadline(input: FieldInput): Statement | undefined {
  const { tokens } = input
  const dash = tokens.findLastIndex(({ word }) => DASH.test(word))
  const behind = readSpeaker(input, { from: dash + 1, to: tokens.length })
  if (dash > 0 && behind !== undefined) return headlineStatement(input, behind, { from: 0, to: dash })
  const colon = tokens.findIndex(({ word }) => word === ':')
  const before = readSpeaker(input, { from: 0, to: colon })
  if (colon > 0 && before !== undefined) return headlineStatement(input, before, { from: colon + 1, to: tokens.length })
  const last = tokens.findLastIndex(({ word }) => word === ':')
  const end = readSpeaker(input, { from: last + 1, to: tokens.length })
  const isQuoteFirst = last > 0 && tokens[last - 1]?.quote !== undefined
  return isQuoteFirst && end !== undefined ? headlineStatement(input, end, { from: 0, to: last }) : undefined
}

/** The whole stretch names one speaker. */
function readSpeaker({ tokens, lexicon, cast }: FieldInput, range: TokenRange): Phrase | undefined {
  if (range.to <= range.from || range.from < 0) return undefined
  const phrase = phraseAfter(tokens.slice(0, range.to), range.from, lexicon.language)
  if (phrase === undefined || phrase.range.to !== range.to || phrase.kind === 'pronoun') return undefined
  if (phrase.kind === 'description' || phrase.role !== undefined) return phrase
  const words = cast.text.slice(tokens[phrase.surface.from]?.start, tokens[phrase.surface.to - 1]?.end).toLowerCase()
  return cast.focus.some((actor) => isNamed(actor, words)) ? phrase : undefined
}

function isNamed({ name }: Actor, words: string): boolean {
  const known = name.toLowerCase()
  return known === words || known.endsWith(` ${words}`) || words.endsWith(` ${known}`)
}

function headlineStatement(input: FieldInput, phrase: Phrase, range: TokenRange): Statement | undefined {
  const { tokens, text, cast } = input
  const first = tokens[range.from]
  const last = tokens[range.to - 1]
  const resolved = resolveSpeaker(cast, tokens, phrase)
  if (
    first === undefined ||
    last === undefined ||
    resolved === undefined ||
    countWords(tokens, range) < MIN_CLAIM_WORDS
  )
    return undefined
  return {
    kind: kindOf(tokens.slice(range.from, range.to)),
    field: 'title',
    start: first.start,
    end: last.end,
    text: text.slice(first.start, last.end),
    speaker: resolved.speaker,
    ...(resolved.role === undefined ? {} : { role: resolved.role }),
    cue: '',
    confidence: CONFIDENCE,
    carriedBy: [],
  }
}

function kindOf(tokens: readonly Token[]): Statement['kind'] {
  const quoted = tokens.filter(({ quote }) => quote !== undefined).length
  if (quoted === 0) return 'indirect'
  return tokens.length === quoted ? 'direct' : 'partial'
}

function countWords(tokens: readonly Token[], { from, to }: TokenRange): number {
  return tokens.slice(from, to).reduce((count, token) => count + (token.isWord ? 1 : (token.quote?.wordCount ?? 0)), 0)
}
