import { inventArticle, inventWord } from './invent-article.ts'
import { seededRandom, shuffled } from './seeded-random.ts'

/** What an outlet does with a text it took over. */
export const edits = {
  /** A third more around it. */
  boilerplate: (text: string, seed: number): string => {
    const wordCount = Math.ceil(text.split(' ').length / 6)
    return [inventArticle(seed + 1, wordCount), text, inventArticle(seed + 2, wordCount)].join('\n\n')
  },
  /** Its first 30 %. */
  cut: (text: string): string => {
    const words = text.split(' ')
    return words.slice(0, Math.ceil(words.length * 0.3)).join(' ')
  },
  /** One word in twenty is another. */
  light: (text: string, seed: number): string => changeWords(text, seed, 0.05),
  /** One word in six is another, one sentence in five is gone, the others are in another order, and one in ten is new. */
  heavy: (text: string, seed: number): string => {
    const random = seededRandom(seed)
    const sentences = changeWords(text, seed, 1 / 6)
      .split('. ')
      .flatMap((sentence) => {
        const dice = random()
        if (dice < 0.2) return []
        return dice < 0.3 ? [sentence, inventArticle(seed + sentence.length, 14)] : [sentence]
      })
    return shuffled(sentences, seed).join('. ')
  },
} as const

function changeWords(text: string, seed: number, share: number): string {
  const random = seededRandom(seed)
  return text
    .split(' ')
    .map((word) => (random() < share ? inventWord(random) : word))
    .join(' ')
}
