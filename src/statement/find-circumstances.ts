import { MONTHS_BY_NAME } from '../article/month-names.ts'
import { printed } from './cast.ts'
import type { Attribution } from './find-attributions.ts'
import type { Lexicon } from './lexicon.ts'
import { matchCue } from './match-cue.ts'
import type { Token, TokenRange } from './token.ts'
import { WORD } from './word-class.ts'

/** Where and when something was said, and who carried it. */
export interface Circumstances {
  readonly occasion?: string
  /** ISO date. */
  readonly saidAt?: string
  readonly carriedBy: readonly string[]
}

export interface CircumstanceInput {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly lexicon: Lexicon
  /** Epoch ms: "on Friday" counts back from it. */
  readonly publishedAt?: number
}

const DAY_MS = 86_400_000
const MAX_OCCASION_WORDS = 16
const OUTLET = WORD.MEDIA | WORD.DETERMINER
const MAX_CARRIER_WORDS = 10
const MAX_OUTLET_WORDS = 4

/** Reads stretches of a sentence that are nobody's words. */
export function findCircumstances(input: CircumstanceInput, ranges: readonly TokenRange[]): Circumstances {
  const occasion = ranges.map((range) => findOccasion(input, range)).find((found) => found !== undefined)
  const saidAt = ranges.map((range) => findDay(input, range)).find((found) => found !== undefined)
  const carriedBy = [...new Set(ranges.flatMap((range) => findCarriers(input, range)))]
  return { ...(occasion === undefined ? {} : { occasion }), ...(saidAt === undefined ? {} : { saidAt }), carriedBy }
}

/** Who was told: an outlet is named, and is nobody the article knows as a person. */
export function carrierTold(
  input: CircumstanceInput,
  { addressee }: Attribution,
  isPerson: (lastWord: string) => boolean,
): readonly string[] {
  if (addressee === undefined) return []
  const name = outletName(input, addressee)
  if (name === undefined) return []
  const isOutlet = input.tokens
    .slice(addressee.from, addressee.to)
    .some((token) => has(token, OUTLET) || token.isAcronym)
  return !isOutlet && isPerson(name.split(/\s+/).at(-1) ?? '') ? [] : [name]
}

function findCarriers(input: CircumstanceInput, { from, to }: TokenRange): readonly string[] {
  const found: string[] = []
  for (let at = from; at < to; at++) {
    const cue = matchCue(input.tokens, at, input.lexicon)
    if (cue?.kind !== 'carrier' && cue?.kind !== 'interview') continue
    found.push(...carriersFrom(input, cue.range.to))
    at = cue.range.to - 1
  }
  return found
}

/** "RIA Novosti and TASS" are two. */
function carriersFrom(input: CircumstanceInput, start: number): readonly string[] {
  const { tokens } = input
  const inMarks = outletInMarks(input, start)
  if (inMarks !== undefined) return [inMarks]
  const to = endOfCarriers(tokens, start)
  const parts: TokenRange[] = []
  let from = start
  for (let at = from; at <= to; at++) {
    const isJoint = at === to || has(tokens[at], WORD.AND) || tokens[at]?.word === ','
    if (!isJoint) continue
    parts.push({ from, to: at })
    from = at + 1
  }
  return parts.flatMap((part) => outletName(input, part) ?? [])
}

/** Newspapers stand in quotation marks: „Harbour Gazette", «Гавань», with or without "the newspaper" before. */
function outletInMarks({ text, tokens }: CircumstanceInput, start: number): string | undefined {
  const at = tokens[start]?.quote === undefined && has(tokens[start], WORD.MEDIA) ? start + 1 : start
  const quote = tokens[at]?.quote
  if (quote === undefined || quote.wordCount > MAX_OUTLET_WORDS || tokens[at]?.sentence !== tokens[start - 1]?.sentence)
    return undefined
  return text.slice(quote.innerStart, quote.innerEnd)
}

function endOfCarriers(tokens: readonly Token[], start: number): number {
  const sentence = tokens[start]?.sentence
  let to = start
  while (to - start < MAX_CARRIER_WORDS && tokens[to]?.sentence === sentence && isInCarriers(tokens, to)) to++
  return to
}

function isInCarriers(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.isWord !== true) return false
  if (has(token, WORD.AND)) return tokens[at + 1]?.isCapital === true || has(tokens[at + 1], WORD.DETERMINER)
  return token.isCapital || !has(token, WORD.PREPOSITION | WORD.BOUNDARY | WORD.DAY | WORD.CUE)
}

/** The capitals at the end: "the Ostrel radio station Radio Wave". */
function outletName({ text, tokens }: CircumstanceInput, { from, to }: TokenRange): string | undefined {
  let end = to
  while (end > from && !isOutletWord(tokens[end - 1])) end--
  let start = end
  while (start > from && (isOutletWord(tokens[start - 1]) || isInOutlet(tokens, start - 1))) start--
  if (start === end || tokens.slice(start, end).every(({ classes }) => (classes & (WORD.PLACE | WORD.ROLE)) !== 0))
    return undefined
  return printed(text, tokens, { from: start, to: end })
}

/** "Courrier de Korvin" */
function isInOutlet(tokens: readonly Token[], at: number): boolean {
  return has(tokens[at], WORD.LINK) && !tokens[at]?.isCapital && isOutletWord(tokens[at - 1])
}

function isOutletWord(token: Token | undefined): boolean {
  return token?.isCapital === true && !has(token, WORD.DAY | WORD.MONTH | WORD.DETERMINER)
}

function findOccasion({ text, tokens, lexicon }: CircumstanceInput, { from, to }: TokenRange): string | undefined {
  for (let at = from; at < to; at++) {
    if (!has(tokens[at], WORD.FORMULA) || matchCue(tokens, at, lexicon)?.kind !== 'occasion') continue
    let end = at + 1
    while (end < to && end - at < MAX_OCCASION_WORDS && isInOccasion(tokens[end])) end++
    while (end > at && has(tokens[end - 1], WORD.PREPOSITION | WORD.DETERMINER)) end--
    return end - at > 1 ? printed(text, tokens, { from: at, to: end }) : undefined
  }
  return undefined
}

function isInOccasion(token: Token | undefined): boolean {
  return token?.isWord === true && !has(token, WORD.BOUNDARY | WORD.CUE | WORD.THAT | WORD.UNREAL | WORD.PASSIVE)
}

function findDay(input: CircumstanceInput, { from, to }: TokenRange): string | undefined {
  for (let at = from; at < to; at++) {
    const token = input.tokens[at]
    if (token === undefined || token.quote !== undefined) continue
    const day = has(token, WORD.MONTH)
      ? dayOfMonth(input, at)
      : has(token, WORD.DAY)
        ? dayOfWeek(input, token)
        : undefined
    if (day !== undefined) return day
  }
  return undefined
}

/** "14 June", "June 14", with the article's year when none is printed. */
function dayOfMonth({ tokens, publishedAt }: CircumstanceInput, at: number): string | undefined {
  const month = MONTHS_BY_NAME.get(tokens[at]?.word ?? '')
  const beforeWord = tokens[at - 1]?.word === '.' ? tokens[at - 2]?.word : tokens[at - 1]?.word
  const day = numberIn(beforeWord) ?? numberIn(tokens[at + 1]?.word)
  const printedYear = [1, 2, 3]
    .map((step) => /^(?:19|20)\d\d$/.exec(tokens[at + step]?.word ?? '')?.[0])
    .find((year) => year !== undefined)
  if (month === undefined || day === undefined || (printedYear === undefined && publishedAt === undefined))
    return undefined
  const year = printedYear === undefined ? yearOf(publishedAt ?? 0, month, day) : Number(printedYear)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined
}

/** What was said was said before it was published. */
function yearOf(publishedAt: number, month: number, day: number): number {
  const year = new Date(publishedAt).getUTCFullYear()
  return Date.UTC(year, month - 1, day) > publishedAt + 7 * DAY_MS ? year - 1 : year
}

function numberIn(word: string | undefined): number | undefined {
  const number = Number(/^(\d{1,2})(?:st|nd|rd|th|er)?$/.exec(word ?? '')?.[1])
  return number >= 1 && number <= 31 ? number : undefined
}

/** The latest such day up to the article's. */
function dayOfWeek({ lexicon, publishedAt }: CircumstanceInput, { word }: Token): string | undefined {
  if (publishedAt === undefined) return undefined
  const { weekdays, today, yesterday } = lexicon.language
  if (today.includes(word)) return isoDay(publishedAt)
  if (yesterday.includes(word)) return isoDay(publishedAt - DAY_MS)
  const weekday = weekdays.findIndex((forms) => forms.split('|').includes(word.replace(/'s$/u, '')))
  if (weekday === -1) return undefined
  const back = (new Date(publishedAt).getUTCDay() - weekday + 7) % 7
  return isoDay(publishedAt - back * DAY_MS)
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function has(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0
}
