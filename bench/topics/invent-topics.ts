import type { Topic } from '../../src/topic/topic.ts'
import { type Dice, rollDice } from '../pipeline/dice.ts'
import type { InventedWords } from './invent-words.ts'

/** Topics as desks have them: six in ten are lists, three queries, one adds up weights. The same in every run. */
export function inventTopics(words: InventedWords, count: number): readonly Topic[] {
  const dice = rollDice(3)
  return Array.from({ length: count }, (_, index) => {
    const topic = { id: `topic-${index}`, name: `Topic ${index}`, any: [], all: [], none: [] }
    const kind = dice.between(1, 10)
    if (kind <= 6) return { ...topic, ...inventLists(words, dice) }
    if (kind <= 9) return { ...topic, query: inventQuery(words, dice) }
    const terms = Array.from({ length: 4 }, () => ({ query: words.topical(dice), weight: dice.between(2, 6) }))
    return { ...topic, score: { atLeast: 10, terms } }
  })
}

function inventLists(words: InventedWords, dice: Dice): Pick<Topic, 'any' | 'all' | 'none'> {
  const phrase = () => `${words.topical(dice)} ${words.topical(dice)}`
  return {
    any: Array.from({ length: dice.between(1, 5) }, phrase),
    all: dice.between(1, 2) === 1 ? [words.topical(dice)] : [],
    none: dice.between(1, 4) === 1 ? [words.topical(dice)] : [],
  }
}

function inventQuery(words: InventedWords, dice: Dice): string {
  const word = () => words.topical(dice)
  return dice.pick([
    `${word()} AND ${word()}`,
    `${word()} AND ${word()} AND NOT ${word()}`,
    `(${word()} NEAR/5 (${word()} OR ${word()})) AND ${word()}`,
    `"${word()} ${word()}"~2 OR (${word()} ONEAR/3 ${word()})`,
    `title:${word()} OR lead:"${word()} ${word()}"`,
    `sentence(${word()} AND ${word()})`,
    `${word().slice(0, 5).padEnd(4, 'a')}* AND ${word()}`,
  ])
}
