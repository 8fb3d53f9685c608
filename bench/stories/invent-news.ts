import type { ArticleTraits } from '../../src/story/story-article.ts'
import { takeTraits } from '../../src/story/take-traits.ts'
import { type Dice, rollDice } from '../pipeline/dice.ts'
import { type InventedWords, inventWords } from '../topics/invent-words.ts'

export interface InventedNews {
  /** An article of the event with this number, 300 words; each has words of its own. */
  readonly articleOf: (event: number, articleId: string) => ArticleTraits
}

const WORDS = 300
const SENTENCE = 18
/** Of an event: told again and again by all its articles, a third of them names. */
const EVENT_WORDS = 24
/** One word in so many is the event's. */
const ONE_IN = 5
/** Epoch ms. */
const AT = Date.UTC(2031, 2, 3)

/** Words as often as those of a language; the same articles in every run. */
export function inventNews(): InventedNews {
  const words = inventWords()
  const dice = rollDice(5)
  return {
    articleOf: (event, articleId) => {
      const own = eventWords(words, event)
      const text = Array.from({ length: WORDS }, (_, at) => printed(wordOf({ words, own, dice }), at)).join(' ')
      return takeTraits({
        ...{ articleId, title: text.slice(0, 60), text, labels: [], statements: [], language: 'en' },
        ...{ passages: [{ start: 0, end: text.length }], publishedAt: AT, firstSeenAt: AT },
      })
    },
  }
}

function eventWords(words: InventedWords, event: number): readonly string[] {
  const dice = rollDice(1_000 + event)
  return Array.from({ length: EVENT_WORDS }, (_, at) => {
    const word = words.topical(dice)
    return at % 3 === 0 ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word
  })
}

interface Source {
  readonly words: InventedWords
  readonly own: readonly string[]
  readonly dice: Dice
}

function wordOf({ words, own, dice }: Source): string {
  return dice.between(1, ONE_IN) === 1 ? (own[dice.between(0, EVENT_WORDS - 1)] ?? '') : words.running(dice)
}

function printed(word: string, at: number): string {
  return at % SENTENCE === SENTENCE - 1 ? `${word}.` : word
}
