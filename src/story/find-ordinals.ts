import { hashText } from './hash-text.ts'

const WORDS: readonly string[] =
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
  fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`.split(/\s+/)
const ORDINAL = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(\d{1,3})(?:st|nd|rd|th|e|ème|-?й|-?го|-?му|-?м|-?я|-?ї)|(\d{1,3})\.|(${WORDS.join('|')}))[ \u00a0]([\p{L} \u00a0]{1,60})`,
  'giu',
)
/** Dates, centuries and anniversaries are no row of events. */
const NO_ROW =
  /^(?:of|century|year|day|time|floor|person|anniversary|birthday|minute|half|quarter|term|place|january|february|march|april|may|june|july|august|september|october|november|december|jahrhundert|januar|februar|märz|mai|juni|juli|oktober|dezember|століття|века|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)$/iu
const MOST = 8
/** First, second and third are said of too much. */
const LEAST_VALUE = 4
/** A row's word may follow an adjective or two: "the 13th sanctions package". */
const REACH = 3

/** Which one of a row an article is about: "the 13th sanctions package". @param text its title and first passages */
export function findOrdinals(text: string): readonly { readonly word: number; readonly value: number }[] {
  const found: { readonly word: number; readonly value: number }[] = []
  for (const [, arabic, dotted, spelled, after = ''] of text.matchAll(ORDINAL)) {
    const value = Number(arabic ?? dotted ?? WORDS.indexOf((spelled ?? '').toLowerCase()) + 1)
    const words = after.toLowerCase().split(/\s+/).filter(Boolean).slice(0, REACH)
    if (value < LEAST_VALUE || words[0] === undefined || NO_ROW.test(words[0])) continue
    for (const word of words) if (word.length > 4) found.push({ word: hashText(word.slice(0, 6)), value })
  }
  return found.slice(0, MOST)
}
