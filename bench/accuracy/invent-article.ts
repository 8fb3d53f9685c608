import { seededRandom } from './seeded-random.ts'

const SYLLABLES = 'ba ko ri ten mu sol ve da lin por ash gre un ti mar ose fel ka dro wen'.split(' ')
const VOCABULARY = 6_000

/** Text of invented words, drawn as those of a language are: few often, many seldom. One paragraph of so many words. */
export function inventArticle(seed: number, wordCount: number): string {
  const random = seededRandom(seed)
  const sentences: string[] = []
  for (let written = 0; written < wordCount; ) {
    const length = Math.min(wordCount - written, 8 + Math.floor(random() * 14))
    sentences.push(`${Array.from({ length }, () => inventWord(random)).join(' ')}.`)
    written += length
  }
  return sentences.join(' ')
}

export function inventWord(random: () => number): string {
  let rank = Math.floor(VOCABULARY ** random())
  let word = ''
  do {
    word += SYLLABLES[rank % SYLLABLES.length] ?? ''
    rank = Math.floor(rank / SYLLABLES.length)
  } while (rank > 0)
  return word
}
