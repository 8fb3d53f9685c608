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
const GRAMMAR_ONSETS = ['', 'b', 'd', 'f', 'h', 'm', 'n', 's', 't', 'w'] as const
const GRAMMAR_CODAS = ['', '', 'n', 'r', 's', 't', 'd'] as const
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'] as const
const CODAS = ['', '', 'n', 'r', 'l', 's', 't', 'nd', 'rt', 'm'] as const
const ENDINGS = ['', '', '', '', '', '', '', '', '', 's', 's', 'ed', 'ing'] as const

const VOCABULARY_SIZE = 20_000
/** Mandelbrot's correction of Zipf's law: the very commonest words are less common than the law has it. */
const FLATTENED = 2
/** Words of grammar: one printed form each, and never a topic's. */
const GRAMMATICAL = 150
const LEAST_TOPICAL = 1_000

export interface InventedWords {
  /** A word as running text has it: the commonest stands in every sentence, the rarest in few articles. */
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
    running: (roll) => {
      const rank = roll.spread(1 + FLATTENED, VOCABULARY_SIZE + FLATTENED) - FLATTENED
      const word = vocabulary[rank - 1] ?? ''
      return rank <= GRAMMATICAL ? word : `${word}${roll.pick(ENDINGS)}`
    },
    topical: (roll) => vocabulary[roll.spread(LEAST_TOPICAL, VOCABULARY_SIZE) - 1] ?? '',
  }
}

/** Common words are short; one rare word in six is a name. */
function inventWord(dice: Dice, rank: number): string {
  if (rank < GRAMMATICAL) return dice.pick(GRAMMAR_ONSETS) + dice.pick(NUCLEI) + dice.pick(GRAMMAR_CODAS)
  const syllableCount = rank < 1_000 ? 1 : dice.between(1, 3) - (rank < 5_000 ? dice.between(0, 1) : 0) || 1
  const syllables = Array.from(
    { length: syllableCount },
    () => dice.pick(ONSETS) + dice.pick(NUCLEI) + dice.pick(CODAS),
  )
  const word = syllables.join('')
  return dice.between(1, 6) === 1 ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word
}
