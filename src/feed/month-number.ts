/** The first letters of a month's name, without accents, in the languages that news is dated in. */
const starts: readonly string[] = [
  'jan ene gen sty янв січ ιαν oca',
  'feb fev lut фев лют φεβ sub',
  'mar mrt maer мар бер μαρ',
  'apr avr abr kwi апр кві квi απρ nis',
  'may mai mei mag maj маи мая тра μαι',
  'jun juin giu cze июн чер ιουν haz',
  'jul juil lug lip июл лип ιουλ tem',
  'aug aou ago sie авг сер αυγ agu',
  'sep set wrz sze сен вер σεπ eyl',
  'oct okt ott out paz окт жов οκτ eki',
  'nov lis ноя лис νοε kas',
  'dec dez dic des gru дек гру δεκ ara',
]
const longest = 4
const shortest = 3

const numbers = new Map(starts.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)))

/** 1 to 12 for a month's name or its beginning, in any of the languages above. */
export function monthNumber(name: string): number | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  for (let length = longest; length >= shortest; length--) {
    const number = numbers.get(plain.slice(0, length))
    if (number !== undefined && plain.length >= shortest) return number
  }
  return undefined
}
