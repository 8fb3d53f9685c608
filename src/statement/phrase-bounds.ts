import type { SpeechLanguage } from './language/speech-language.ts'
import type { Token } from './token.ts'
import { WORD } from './word-class.ts'

/** Words of one noun phrase, at most. */
const MAX_WORDS = 14

const STOPS = WORD.BOUNDARY | WORD.AUXILIARY | WORD.PASSIVE | WORD.UNREAL | WORD.CUE | WORD.DAY | WORD.AS | WORD.THAT

const NOUNS = WORD.ROLE | WORD.ORGANISATION | WORD.MEDIA | WORD.DOCUMENT

/** What joins an adjective to its source: "sources close to the palace". */
const JOINING = new Set([
  'close',
  'familiar',
  'briefed',
  'near',
  'nahe',
  'близкий',
  'близкие',
  'близькі',
  'proche',
  'proches',
  'zbliżone',
])

export function startOfPhrase(tokens: readonly Token[], end: number): number {
  const sentence = tokens[end - 1]?.sentence
  let at = end
  while (at > 0 && end - at < MAX_WORDS) {
    const token = tokens[at - 1]
    if (token === undefined || token.sentence !== sentence || !goesBack(tokens, at - 1)) break
    at--
  }
  while (at < end && isNoStart(tokens, at, end)) at++
  return at
}

export function endOfPhrase(tokens: readonly Token[], start: number, language: SpeechLanguage): number {
  const first = tokens[start]
  if (first === undefined || !first.isWord) return start
  if (has(first, WORD.PRONOUN) && !has(first, WORD.DETERMINER)) return start + 1
  let at = start
  while (at - start < MAX_WORDS && tokens[at]?.sentence === first.sentence && goesOn(tokens, { start, at }, language))
    at++
  while (at > start && isNoEnd(tokens[at - 1], tokens[at - 2])) at--
  return at
}

function goesBack(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.word === '.') return isInitial(tokens[at - 1])
  if (!token.isWord) return false
  if (has(token, WORD.AND)) return joinsNames(tokens, at)
  if (has(token, WORD.PRONOUN) && !has(token, WORD.DETERMINER)) return false
  if (has(token, WORD.PREPOSITION) && !has(token, WORD.LINK)) return isInsideNoun(tokens, at)
  return !has(token, STOPS) || isNounAnyway(token, tokens[at + 1])
}

/** "claim" and "state" are nouns too; "Will" before another capital is a name. */
function isNounAnyway(token: Token, next: Token | undefined): boolean {
  if (has(token, NOUNS) || (token.isCapital && !has(token, STOPS & ~WORD.CUE))) return true
  return token.isCapital && next?.isCapital === true && !has(token, STOPS & ~WORD.UNREAL)
}

/** "officials in Korvyn": a preposition that a word for a speaker stands before. */
function isInsideNoun(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return has(before, NOUNS) || (before !== undefined && JOINING.has(before.word))
}

function joinsNames(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  if (before === undefined || after === undefined || !before.isWord) return false
  if (isShared(tokens, at)) return true
  return (before.isCapital || has(before, NOUNS)) && (after.isCapital || has(after, NOUNS | WORD.DETERMINER))
}

/** "the minister of mines and energy": one office with two subjects. */
function isShared(tokens: readonly Token[], at: number): boolean {
  const asked = tokens[at - 2]
  return has(asked, WORD.LINK) && has(tokens[at - 3], WORD.ROLE) && tokens[at + 1]?.isWord === true
}

function isNoStart(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at]
  if (token === undefined || !token.isWord) return true
  if (at === end - 1 && has(token, WORD.PRONOUN)) return false
  if (has(token, WORD.DETERMINER)) return false
  return has(token, WORD.ADVERB | WORD.AND | WORD.LINK | WORD.PREPOSITION) && !token.isAcronym && !has(token, NOUNS)
}

function goesOn(
  tokens: readonly Token[],
  { start, at }: { start: number; at: number },
  language: SpeechLanguage,
): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.word === '.')
    return (
      isInitial(tokens[at - 1]) && tokens[at + 1]?.isCapital === true && tokens[at + 1]?.sentence === token.sentence
    )
  if (!token.isWord) return false
  if (has(token, WORD.AND)) return joinsNames(tokens, at)
  if (has(token, WORD.PRONOUN) && !has(token, WORD.DETERMINER)) return false
  if (has(token, WORD.PREPOSITION) && !has(token, WORD.LINK)) return at > start && isInsideNoun(tokens, at)
  if (has(token, STOPS) && !isNounAnyway(token, tokens[at + 1])) return false
  if (has(token, WORD.ADVERB) && !token.isCapital) return false
  return !isPastName(tokens, { start, at }, language)
}

/** A common word after a whole name is no part of it. */
function isPastName(
  tokens: readonly Token[],
  { start, at }: { start: number; at: number },
  language: SpeechLanguage,
): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (at === start || token === undefined || before === undefined || token.isCapital) return false
  if (has(token, WORD.LINK | WORD.PARTICLE)) return false
  if (language.capitalNouns) return before.isCapital
  return (
    before.isCapital && !has(before, NOUNS | WORD.DETERMINER | WORD.PLACE) && !before.isAcronym && !has(token, NOUNS)
  )
}

function isNoEnd(last: Token | undefined, before: Token | undefined): boolean {
  return (
    has(last, WORD.LINK | WORD.DETERMINER | WORD.PREPOSITION | WORD.AND) || (last?.word === '.' && !isInitial(before))
  )
}

function isInitial(token: Token | undefined): boolean {
  return token?.isCapital === true && !token.isAcronym && token.end - token.start <= 5
}

function has(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0
}
