import type { SpeechLanguage } from './language/speech-language.ts'
import type { Phrase } from './phrase.ts'
import type { Token, TokenRange } from './token.ts'
import { WORD } from './word-class.ts'

const OFFICE = WORD.ROLE | WORD.ORGANISATION | WORD.MEDIA
const TITLE = WORD.MR | WORD.MRS
const PATRONYMIC = /(?:ович|евич|йович|івн|ївн|овн|евн|ичн)(?:а|у|и|ы|ой|ою|ем|ом)?$/u
const MAX_NAME_WORDS = 5

/** Tells name and office apart in a noun phrase. Without a name or a word for a speaker it is none. */
export function readPhrase(tokens: readonly Token[], range: TokenRange, language: SpeechLanguage): Phrase | undefined {
  const first = tokens[range.from]
  if (first === undefined || range.to <= range.from) return undefined
  if (range.to === range.from + 1 && hasClass(first, WORD.PRONOUN)) return { range, surface: range, kind: 'pronoun' }
  if (isPair(tokens, range)) return { range, surface: range, kind: 'description' }
  if (!language.capitalNouns && !language.genitivePlaces && isSurname(tokens, range))
    return { range, surface: range, kind: 'name' }
  const headEnd = findHeadEnd(tokens, range)
  const head = { from: range.from, to: headEnd }
  const run = trailingRun(tokens, range)
  if (anyOf(tokens, head, OFFICE | WORD.DOCUMENT)) return readOffice(tokens, { range, head, run }, language)
  return readPlainName(tokens, { range, head, run }, language)
}

/** "Jane Example and John Sample" speak as one. */
function isPair(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  for (let at = from + 1; at < to - 1; at++) {
    if (hasClass(tokens[at], WORD.AND) && isPlainCapital(tokens[at - 1]) && isPlainCapital(tokens[at + 1])) return true
  }
  return false
}

function isPlainCapital(token: Token | undefined): boolean {
  return token?.isCapital === true && !hasClass(token, OFFICE | WORD.PLACE)
}

/** "Judge said": an office alone has an article or is many. */
function isSurname(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const token = tokens[from]
  return (
    to === from + 1 &&
    hasClass(token, WORD.ROLE) &&
    token?.isCapital === true &&
    !token.isAcronym &&
    !token.word.endsWith('s')
  )
}

interface PhraseParts {
  readonly range: TokenRange
  /** Before the first "of". */
  readonly head: TokenRange
  /** The capitals at the end that are no office. */
  readonly run: TokenRange
}

/** "NATO Secretary General Jane Example", "the president of Freedonia Jane Example", "the ministry". */
function readOffice(tokens: readonly Token[], parts: PhraseParts, language: SpeechLanguage): Phrase | undefined {
  const { range, head } = parts
  const name = nameBehindOffice(tokens, parts, language)
  if (name.to > name.from) return named(tokens, range, name)
  if (anyOf(tokens, head, WORD.ROLE)) return { range, surface: range, kind: 'description' }
  return { range, surface: range, kind: 'organisation' }
}

/** Places and acronyms in front belong to the office; so does what "of" asks for. */
function nameBehindOffice(tokens: readonly Token[], { head, run }: PhraseParts, language: SpeechLanguage): TokenRange {
  const none = { from: run.to, to: run.to }
  const inHead = trailingRun(tokens, head)
  const isInHead = run.from >= head.to && inHead.from > head.from && inHead.to - inHead.from > 1
  if (isInHead && !anyOf(tokens, inHead, WORD.PLACE)) return inHead
  if (
    run.from <= head.from ||
    (run.to - run.from === 1 && !anyOf(tokens, { from: head.from, to: run.from }, WORD.ROLE))
  )
    return none
  const isAsked = run.from >= head.to && isAskedFor(tokens, run.from)
  let from = run.from
  if (isAsked || language.genitivePlaces)
    while (from < run.to && (hasClass(tokens[from], WORD.PLACE) || tokens[from]?.isAcronym === true)) from++
  if (isAsked && from === run.from)
    return run.to - from >= 3 && anyOf(tokens, head, WORD.ROLE) ? { from: run.to - 2, to: run.to } : none
  const most = PATRONYMIC.test(tokens[run.to - 2]?.word ?? '') ? 3 : 2
  if (language.genitivePlaces && run.to - from > most) from = run.to - most
  return { from, to: run.to }
}

/** A run too long for a name has an unknown office and its place in front. */
function lastNames(tokens: readonly Token[], run: TokenRange, { genitivePlaces }: SpeechLanguage): TokenRange {
  if (!genitivePlaces || run.to - run.from <= 3) return run
  return { from: run.to - (PATRONYMIC.test(tokens[run.to - 2]?.word ?? '') ? 3 : 2), to: run.to }
}

function readPlainName(tokens: readonly Token[], parts: PhraseParts, language: SpeechLanguage): Phrase | undefined {
  const { range, head, run } = parts
  const start = skipTitles(tokens, head.from)
  const headRun = lastNames(tokens, trailingRun(tokens, head), language)
  if (headRun.to > headRun.from && trailingRun(tokens, head).from <= start) {
    const isBody = allOf(tokens, headRun, WORD.PLACE) || (headRun.to - headRun.from === 1 && isAcronym(tokens, headRun))
    return { range, surface: headRun, kind: isBody ? 'organisation' : 'name' }
  }
  if (run.to <= run.from || isAskedFor(tokens, run.from)) return readThing(tokens, range)
  if (language.capitalNouns && run.from >= head.to) return undefined
  const lead = { from: range.from, to: run.from }
  if (!allOf(tokens, lead, WORD.DETERMINER)) return isShort(run) ? { range, surface: run, kind: 'name' } : undefined
  if (!language.capitalNouns) return { range, surface: run, kind: 'organisation' }
  return run.to - run.from > 1 ? named(tokens, range, { from: run.from + 1, to: run.to }) : undefined
}

/** "the 35-year-old": only an article or number shows that it is a noun phrase. */
function readThing(tokens: readonly Token[], range: TokenRange): Phrase | undefined {
  const isNoun = hasClass(tokens[range.from], WORD.DETERMINER) && range.to - range.from > 1
  return isNoun ? { range, surface: range, kind: 'thing' } : undefined
}

function named(tokens: readonly Token[], range: TokenRange, name: TokenRange): Phrase | undefined {
  if (!isShort(name)) return undefined
  const role = { from: skipLinks(tokens, range.from), to: beforeTitle(tokens, range.from, name.from) }
  const isBare = role.to <= role.from || allOf(tokens, role, WORD.DETERMINER)
  return { range, surface: name, kind: 'name', ...(isBare ? {} : { role }) }
}

function isShort({ from, to }: TokenRange): boolean {
  return to - from <= MAX_NAME_WORDS
}

function findHeadEnd(tokens: readonly Token[], { from, to }: TokenRange): number {
  for (let at = from + 1; at < to; at++) {
    if (hasClass(tokens[at], WORD.LINK | WORD.PREPOSITION) && !isInName(tokens, at)) return at
  }
  return to
}

/** "Oscar de la Example": a preposition between capitals in a language where it is also part of names. */
function isInName(tokens: readonly Token[], at: number): boolean {
  if (!hasClass(tokens[at], WORD.PARTICLE) || tokens[at - 1]?.isCapital !== true) return false
  let next = at + 1
  while (hasClass(tokens[next], WORD.PARTICLE | WORD.DETERMINER) && tokens[next]?.isCapital === false) next++
  return !hasClass(tokens[at - 1], OFFICE) && !hasClass(tokens[next], OFFICE)
}

function trailingRun(tokens: readonly Token[], { from, to }: TokenRange): TokenRange {
  let at = to
  while (at > from && isNamePart(tokens, at - 1)) at--
  while (at < to && tokens[at]?.isCapital !== true) at++
  return { from: at, to }
}

function isNamePart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.isCapital === true && tokens[at + 1]?.word === '.') return !hasClass(token, OFFICE | TITLE)
  if (token === undefined || hasClass(token, WORD.MONTH | WORD.DAY)) return false
  if (token.word === '.') return true
  if (hasClass(token, OFFICE | TITLE | WORD.DETERMINER)) return hasClass(token, WORD.PARTICLE) && !token.isCapital
  if (token.word.endsWith("'s") || token.word.endsWith("'")) return false
  return token.isCapital || hasClass(token, WORD.PARTICLE)
}

function isAskedFor(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    hasClass(before, WORD.LINK | WORD.PREPOSITION) ||
    (hasClass(before, WORD.DETERMINER) && hasClass(tokens[at - 2], WORD.LINK))
  )
}

function skipTitles(tokens: readonly Token[], from: number): number {
  let at = from
  while (hasClass(tokens[at], TITLE) || (at > from && tokens[at]?.word === '.')) at++
  return at
}

function skipLinks(tokens: readonly Token[], from: number): number {
  return hasClass(tokens[from], WORD.LINK) && !hasClass(tokens[from], WORD.DETERMINER) ? from + 1 : from
}

function beforeTitle(tokens: readonly Token[], from: number, to: number): number {
  let at = to
  while (at > from && (hasClass(tokens[at - 1], TITLE) || tokens[at - 1]?.word === '.')) at--
  return at
}

function isAcronym(tokens: readonly Token[], { from }: TokenRange): boolean {
  return tokens[from]?.isAcronym === true
}

function anyOf(tokens: readonly Token[], { from, to }: TokenRange, classes: number): boolean {
  for (let at = from; at < to; at++) if (hasClass(tokens[at], classes)) return true
  return false
}

function allOf(tokens: readonly Token[], { from, to }: TokenRange, classes: number): boolean {
  for (let at = from; at < to; at++) if (!hasClass(tokens[at], classes)) return false
  return true
}

function hasClass(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0
}
