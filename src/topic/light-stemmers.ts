/** Endings of one stemming step, longest first, and how many letters must stay before them. */
interface Step {
  readonly endings: readonly string[]
  readonly leastLetters: number
}

const POLISH: readonly Step[] = [
  step(3, 'owie ami ach ego emu ich imi ych ymi iem om em ej im ym ia ie ii iu a e i o u y'),
  step(3, 'ow'),
]
const UKRAINIAN: readonly Step[] = [
  step(
    3,
    'ого ому ими іми ями ами ові еві єві ою єю ею ої ий ій их іх им ім ом ем єм ам ям ах ях ів їв а я о е є у ю и і ї й ь',
  ),
  step(4, 'і'),
]

/** Takes the endings of Polish nouns and adjectives off; the word is folded (ó is o). */
export function stemPolish(word: string): string {
  return POLISH.reduce(strip, word)
}

/** Takes the endings of Ukrainian nouns and adjectives off; the word is folded (without apostrophes). */
export function stemUkrainian(word: string): string {
  return UKRAINIAN.reduce(strip, word)
}

function strip(word: string, { endings, leastLetters }: Step): string {
  const ending = endings.find((each) => word.length >= leastLetters + each.length && word.endsWith(each))
  return ending === undefined ? word : word.slice(0, -ending.length)
}

function step(leastLetters: number, endings: string): Step {
  return { leastLetters, endings: endings.split(' ').toSorted((left, right) => right.length - left.length) }
}
