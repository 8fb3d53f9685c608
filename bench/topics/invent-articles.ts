import { composeText } from '../../src/article/compose-text.ts'
import { splitPassages } from '../../src/article/split-passages.ts'
import type { MatchedText } from '../../src/topic/matched-text.ts'
import { type Dice, rollDice } from '../pipeline/dice.ts'
import type { InventedWords } from './invent-words.ts'

const WORDS_PER_ARTICLE = 1_000
const SENTENCE_WORDS = 18
const PARAGRAPH_SENTENCES = 3

/** Articles of a thousand words in sentences and paragraphs; the same in every run. */
export function inventArticles(words: InventedWords, count: number): readonly MatchedText[] {
  const dice = rollDice(2)
  return Array.from({ length: count }, (): MatchedText => {
    const said: string[] = []
    const paragraphs: string[] = []
    let room = WORDS_PER_ARTICLE - 10
    while (room > 0) {
      const sentences = Array.from({ length: PARAGRAPH_SENTENCES }, () =>
        sentence(() => nextWord(words, dice, said), dice, SENTENCE_WORDS),
      )
      room -= PARAGRAPH_SENTENCES * SENTENCE_WORDS
      paragraphs.push(sentences.join(' '))
    }
    const { text, blocks } = composeText(paragraphs.map((paragraph) => ({ kind: 'paragraph', text: paragraph })))
    const title = sentence(() => nextWord(words, dice, said), dice, 10)
    return { title, body: text, blocks, passages: splitPassages(text, blocks), language: 'en', source: 'full' }
  })
}

/** An article comes back to its words: of five, two were said before. */
function nextWord(words: InventedWords, dice: Dice, said: string[]): string {
  const before = dice.between(1, 5) <= 2 ? said[dice.between(0, said.length)] : undefined
  const word = before ?? words.running(dice)
  said.push(word)
  return word
}

function sentence(word: () => string, dice: Dice, length: number): string {
  const parts = Array.from({ length }, word)
  const text = parts.reduce((before, word) => `${before}${between(dice)}${word}`)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** Of a hundred gaps within a sentence of news, about six are a comma and two a hyphen; quotes and the like are seldom. */
function between(dice: Dice): string {
  const roll = dice.between(1, 100)
  return roll <= 6
    ? ', '
    : roll <= 8
      ? '-'
      : roll === 9
        ? '’s '
        : roll === 10
          ? dice.pick([': ', ' (', ') ', ' “', '” '])
          : ' '
}
