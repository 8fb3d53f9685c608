import type { SpeechLanguage } from './language/speech-language.ts'
import type { Phrase } from './phrase.ts'
import { endOfPhrase, startOfPhrase } from './phrase-bounds.ts'
import { readPhrase } from './read-phrase.ts'
import type { Token, TokenRange } from './token.ts'
import { WORD } from './word-class.ts'

/** Words of an apposition between commas, at most. */
const MAX_APPOSITION = 22

/** Commas of appositions in a row. */
const MAX_COMMAS = 4

/** The noun phrase that ends before a token: the subject of the verb there. */
export function phraseBefore(tokens: readonly Token[], end: number, language: SpeechLanguage): Phrase | undefined {
  const last = tokens[end - 1]
  if (last === undefined) return undefined
  if (last.word === ',') return phraseWithApposition(tokens, end - 1, language)
  const isPronoun = has(last, WORD.PRONOUN) && !has(last, WORD.DETERMINER)
  const from = isPronoun ? end - 1 : startOfPhrase(tokens, end)
  const phrase = readPhrase(tokens, { from, to: end }, language)
  if (phrase === undefined || isPronoun) return phrase
  return withOfficeBefore(tokens, phrase, language)
}

/** The noun phrase that begins at a token: the subject behind its verb. */
export function phraseAfter(tokens: readonly Token[], start: number, language: SpeechLanguage): Phrase | undefined {
  const to = endOfPhrase(tokens, start, language)
  const phrase = readPhrase(tokens, { from: start, to }, language)
  return phrase === undefined ? undefined : withAppositionBehind(tokens, phrase, language)
}

/** "Jane Example, the mayor of Korvyn, said", "the mayor, Jane Example, 42, said", "Jane Example, who …, said". */
function phraseWithApposition(tokens: readonly Token[], last: number, language: SpeechLanguage): Phrase | undefined {
  let best: Phrase | undefined
  let comma = last
  for (let count = 0; count < MAX_COMMAS; count++) {
    const open = commaBefore(tokens, comma)
    const from = startOfPhrase(tokens, open ?? comma)
    const left = open === undefined ? undefined : readPhrase(tokens, { from, to: open }, language)
    if (open === undefined) return best
    comma = open
    if (left === undefined || left.kind === 'pronoun' || left.kind === 'thing' || isBehindPreposition(tokens, from))
      continue
    const range = { from: left.range.from, to: last + 1 }
    const middle = readPhrase(tokens, { from: open + 1, to: commaBehind(tokens, open, last) }, language)
    const joined = joinApposition({ left, middle, best }, range)
    if (isClauseStart(tokens, from) && tokens[from - 1]?.word !== ',') return joined
    if (best?.kind !== 'name') best = joined
  }
  return best
}

interface Apposition {
  readonly left: Phrase
  /** What follows it up to the next comma. */
  readonly middle: Phrase | undefined
  /** A name found further right. */
  readonly best: Phrase | undefined
}

function joinApposition({ left, middle, best }: Apposition, range: TokenRange): Phrase {
  const name = middle?.kind === 'name' ? middle : best?.kind === 'name' ? best : undefined
  if (left.kind === 'description' && name !== undefined)
    return { range, surface: name.surface, role: left.range, kind: 'name' }
  const isOffice = middle?.kind === 'description' && left.kind === 'name' && left.role === undefined
  return isOffice ? { ...left, range, role: middle.range } : { ...left, range }
}

function commaBehind(tokens: readonly Token[], from: number, last: number): number {
  let at = from + 1
  while (at < last && tokens[at]?.word !== ',') at++
  return at
}

/** "The mayor, Jane Example" where the phrase found is the name alone. Slavic languages say "in the ministry they said". */
function withOfficeBefore(tokens: readonly Token[], phrase: Phrase, language: SpeechLanguage): Phrase | undefined {
  const { from, to } = phrase.range
  const isText = language.genitivePlaces && has(tokens[from], WORD.DOCUMENT) && !has(tokens[from], WORD.ORGANISATION)
  if (isBehindPreposition(tokens, from) && isText && to - from > 1)
    return readPhrase(tokens, { from: from + 1, to }, language)
  if (isBehindPreposition(tokens, from))
    return language.genitivePlaces && phrase.kind === 'organisation' ? phrase : undefined
  if (tokens[from - 1]?.word === ',' && (phrase.kind === 'description' || phrase.kind === 'thing'))
    return withNameBefore(tokens, phrase, language)
  if (phrase.kind !== 'name' || tokens[from - 1]?.word !== ',') return phrase
  const start = startOfPhrase(tokens, from - 1)
  const office = readPhrase(tokens, { from: start, to: from - 1 }, language)
  if (office?.kind !== 'description' || phrase.role !== undefined || !isClauseStart(tokens, start)) return phrase
  return { ...phrase, range: { from: start, to: phrase.range.to }, role: office.range }
}

/** "Jane Example, a baker from Korvyn said": an apposition that no comma ends. */
function withNameBefore(tokens: readonly Token[], phrase: Phrase, language: SpeechLanguage): Phrase {
  const { from, to } = phrase.range
  const start = startOfPhrase(tokens, from - 1)
  const name = readPhrase(tokens, { from: start, to: from - 1 }, language)
  if (name?.kind !== 'name' || !isClauseStart(tokens, start)) return phrase
  return { ...name, range: { from: start, to }, role: name.role ?? phrase.range }
}

/** "said Jane Example, a baker from Korvyn", "said the mayor, Jane Example". */
function withAppositionBehind(tokens: readonly Token[], phrase: Phrase, language: SpeechLanguage): Phrase {
  const { to } = phrase.range
  if (tokens[to]?.word !== ',' || phrase.kind === 'pronoun' || tokens[to + 1]?.isWord !== true) return phrase
  const end = endOfPhrase(tokens, to + 1, language)
  const inner = readPhrase(tokens, { from: to + 1, to: end }, language)
  if (inner === undefined || inner.kind === 'pronoun') return phrase
  const range = { from: phrase.range.from, to: end }
  if ((phrase.kind === 'description' || phrase.kind === 'thing') && inner.kind === 'name' && isSentenceEnd(tokens, end))
    return { range, surface: inner.surface, role: phrase.range, kind: 'name' }
  if (phrase.kind === 'name' && phrase.role === undefined && inner.kind === 'description')
    return { ...phrase, range, role: inner.range }
  return phrase
}

function commaBefore(tokens: readonly Token[], comma: number): number | undefined {
  const sentence = tokens[comma]?.sentence
  for (let at = comma - 1; at > 0 && comma - at <= MAX_APPOSITION; at--) {
    const token = tokens[at]
    if (token === undefined || token.sentence !== sentence || token.quote !== undefined) return undefined
    if (token.word === ',') return at
  }
  return undefined
}

function isClauseStart(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    before === undefined ||
    !before.isWord ||
    before.sentence !== tokens[at]?.sentence ||
    has(before, WORD.BOUNDARY | WORD.AND)
  )
}

function isBehindPreposition(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    before !== undefined &&
    before.sentence === tokens[at]?.sentence &&
    has(before, WORD.PREPOSITION | WORD.LINK) &&
    !has(before, WORD.DETERMINER | WORD.BOUNDARY)
  )
}

function isSentenceEnd(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return token === undefined || !token.isWord || token.sentence !== tokens[at - 1]?.sentence
}

function has(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0
}
