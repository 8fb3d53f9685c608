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
    const paragraphs: string[] = []
    let room = WORDS_PER_ARTICLE - 10
    while (room > 0) {
      const sentences = Array.from({ length: PARAGRAPH_SENTENCES }, () => sentence(words, dice, SENTENCE_WORDS))
      room -= PARAGRAPH_SENTENCES * SENTENCE_WORDS
      paragraphs.push(sentences.join(' '))
    }
    const { text, blocks } = composeText(paragraphs.map((paragraph) => ({ kind: 'paragraph', text: paragraph })))
    const title = sentence(words, dice, 10)
    return { title, body: text, blocks, passages: splitPassages(text, blocks), language: 'en', source: 'full' }
  })
}

function sentence(words: InventedWords, dice: Dice, length: number): string {
  const parts = Array.from({ length }, (_, index) => words.running(dice) + (index % 7 === 6 ? ',' : ''))
  const text = parts.join(' ').replace(/,$/, '')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
