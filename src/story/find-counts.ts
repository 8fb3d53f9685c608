import { monthOf, weekdayOf } from './calendar-words.ts'
import { hashText } from './hash-text.ts'
import type { StoryWord } from './split-story-words.ts'
import { stemStoryWord } from './stem-story-word.ts'
import { isStopWord } from './stop-words.ts'
import type { CountTrait } from './story-article.ts'

/** Words from the beginning: further down stands what was before, and who else it happened to. */
const LEAD_WORDS = 150
/** A number counts one of the next two words: "23 Somali pirates". */
const REACH = 2
const MOST = 40
/** From two; "one" is said of too much. */
const SPELLED = `two zwei deux dwa dwie dwóch два дві двух двоє двое
three drei trois trzy trzech три трьох трех троє трое
four vier quatre cztery czterech чотири чотирьох четыре четырех
five fünf cinq pięć pięciu пять пяти п'ять п’ять
six sechs sześć sześciu шість шести шесть
seven sieben sept siedem siedmiu сім семи семь
eight acht huit osiem ośmiu вісім восьми восемь
nine neun neuf dziewięć девять дев'ять дев’ять
ten zehn dix dziesięć десять
eleven elf onze jedenaście одинадцять одиннадцать
twelve zwölf douze dwanaście дванадцять двенадцать`
const spelled: ReadonlyMap<string, number> = new Map(
  SPELLED.split('\n').flatMap((line, at) => line.split(' ').map((word) => [word, at + 2] as const)),
)

/**
 * What an article counts and when it was, near its beginning: numbers with the words they count, weekdays, months and their days.
 * Two reports of one event mostly agree in them, and those of two events of one kind do not.
 * @param words of its title and text, in order
 */
export function findCounts(words: readonly StoryWord[], language: string | undefined): readonly CountTrait[] {
  const found = new Map<string, CountTrait>()
  const note = (unit: string, value: string): void => {
    found.set(`${unit} ${value}`, { unit: hashText(unit), value: hashText(value) })
  }
  words.slice(0, LEAD_WORDS).forEach((word, at) => {
    const [weekday, month, value] = [weekdayOf(word.printed), monthOf(word.printed), numberOf(word)]
    if (weekday !== undefined) note('#weekday', String(weekday))
    if (month !== undefined) noteMonth(String(month), [words[at - 1], words[at + 1]])
    if (value === undefined) return
    for (const { folded } of words.slice(at + 1, at + 1 + REACH)) if (isUnit(folded)) note(unitOf(folded), value)
  })
  return [...found.values()].slice(0, MOST)

  function noteMonth(month: string, around: readonly (StoryWord | undefined)[]): void {
    note('#month', month)
    for (const day of around) if (day !== undefined && /^\d\d?$/.test(day.folded)) note(`#day of ${month}`, day.folded)
  }

  function unitOf(folded: string): string {
    return stemStoryWord(folded, language).replace(/s$/, '')
  }
}

/** Digits without marks between thousands. */
function numberOf({ folded, printed }: StoryWord): string | undefined {
  if (/^\d/.test(folded)) return folded.replace(/[.,\u00a0\u202f](?=\d{3}(?!\d))/g, '')
  return spelled.get(printed.toLowerCase())?.toString()
}

function isUnit(folded: string): boolean {
  return folded.length > 1 && !/^\d/.test(folded) && !isStopWord(folded)
}
