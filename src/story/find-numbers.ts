import type { StoryWord } from './split-story-words.ts'

/** A number that counts or measures something. */
export interface CountedNumber {
  readonly value: number
  /** Folded word of its unit: "troops", "percent". */
  readonly unit: string
  readonly printed: string
  readonly start: number
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:thousand|tausend|mille|tys|tysiac|тис|тысяч|тисяч)/, 1e3],
  [/^(?:million|millionen|mio|mln|млн|миллион|мільйон)/, 1e6],
  [/^(?:billion|milliard|mrd|mld|bn|млрд|миллиард|мільярд)/, 1e9],
]
/** Words after a number that make it a date, a time, an age or a place in a row. */
const NO_UNIT =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|februar|marz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|am|pm|a|p|gmt|utc|cet|est|edt|bst|msk|uhr|h|year|years|yearold|old|jahre|jahr|ans|lat|год|года|лет|рік|року|років|hour|hours|minute|minutes|day|days|week|weeks|month|months|st|nd|rd|th)$/
/** Below, numbers are as often spelled out. */
const LEAST = 13
const YEARS = { from: 1900, to: 2100 }

/** Numbers with the word they count, in the order of the text; no years, days, times, ages. Linear in the words. */
export function findNumbers(text: string, words: readonly StoryWord[]): readonly CountedNumber[] {
  return words.flatMap((word, at) => {
    if (!/^\d/.test(word.printed)) return []
    const number = readNumber(text, words, at)
    return number === undefined ? [] : [number]
  })
}

function readNumber(text: string, words: readonly StoryWord[], at: number): CountedNumber | undefined {
  const word = words[at]
  const next = words[at + 1]
  if (word === undefined || isPartOfMore(text, word)) return undefined
  const scale = SCALES.find(([form]) => next !== undefined && form.test(next.folded))?.[1] ?? 1
  const unit = words[at + (scale === 1 ? 1 : 2)]
  const value = plainValue(word.printed) * scale
  const sign = /^\s?(%|percent|per cent)/.exec(text.slice(word.end, word.end + 10))
  if (!Number.isFinite(value) || value < LEAST) return undefined
  if (sign !== null) return { value, unit: '%', printed: `${word.printed}${sign[0]}`, start: word.start }
  const isYear = scale === 1 && value >= YEARS.from && value <= YEARS.to && !/[.,]/.test(word.printed)
  const isClose = unit !== undefined && /^[\s\u00a0-]{1,2}$/.test(text.slice(unit.start - 1, unit.start))
  if (isYear || unit === undefined || !isClose || !/^\p{Ll}/u.test(unit.printed) || NO_UNIT.test(unit.folded)) {
    return undefined
  }
  return { value, unit: unit.folded, printed: text.slice(word.start, unit.end), start: word.start }
}

/** "12:30", "13/06", "7488741-2", "A84", "June 13". */
function isPartOfMore(text: string, word: StoryWord): boolean {
  const before = text.slice(Math.max(0, word.start - 12), word.start)
  const after = text.slice(word.end, word.end + 2)
  return /[\p{L}\d:/.#№-]$/u.test(before) || /^[:/.-]\d/.test(after) || NO_UNIT.test(before.trim().toLowerCase())
}

/** "300,000", "300 000", "300.000" are the same; a lone mark before other than three digits is a decimal one. */
function plainValue(printed: string): number {
  const isGrouped = /^\d{1,3}(?:[.,\u00a0\u202f]\d{3})+$/.test(printed)
  return Number(isGrouped ? printed.replace(/\D/g, '') : printed.replace(',', '.'))
}
