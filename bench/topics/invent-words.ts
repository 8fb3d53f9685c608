import { type Dice, rollDice } from '../pipeline/dice.ts'

const ONSETS = [
  'b',
  'br',
  'ch',
  'd',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
] as const
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'] as const
const CODAS = ['', '', 'n', 'r', 'l', 's', 't', 'nd', 'rt', 'm'] as const
const ENDINGS = ['', '', '', '', 's', 's', 'ed', 'ing', 'ation', 'er'] as const

const VOCABULARY_SIZE = 30_000
const LEAST_TOPICAL = 1_000

export interface InventedWords {
  /** A word as running text has it: the commonest stands in every sentence, the rarest in few articles (Zipf). */
  readonly running: (dice: Dice) => string
  /** A word as topics have it: never one of the thousand commonest. */
  readonly topical: (dice: Dice) => string
}

/** The same words in every run. */
export function inventWords(): InventedWords {
  const dice = rollDice(1)
  const words = new Set<string>()
  while (words.size < VOCABULARY_SIZE) words.add(inventWord(dice, words.size))
  const vocabulary = [...words]
  return {
    running: (roll) => `${vocabulary[roll.spread(1, VOCABULARY_SIZE) - 1]}${roll.pick(ENDINGS)}`,
    topical: (roll) => vocabulary[roll.spread(LEAST_TOPICAL, VOCABULARY_SIZE) - 1] ?? '',
  }
}

/** Common words are short. */
function inventWord(dice: Dice, rank: number): string {
  const syllableCount = rank < 60 ? 1 : dice.between(1, 3) + (rank > 3_000 ? 1 : 0)
  const syllables = Array.from(
    { length: syllableCount },
    () => dice.pick(ONSETS) + dice.pick(NUCLEI) + dice.pick(CODAS),
  )
  return syllables.join('')
}
