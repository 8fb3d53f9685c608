/** A text as a vector of length 1: hashes of words, and what each weighs. */
export interface WordVector {
  readonly words: readonly number[]
  readonly weights: Float64Array
}

export interface WordSpace {
  /** A word weighs by how often it stands in the article, and by how few articles of the stream have it. */
  readonly weigh: (words: readonly number[], counts: readonly number[]) => WordVector
  readonly learn: (words: readonly number[]) => void
  readonly forget: (words: readonly number[]) => void
}

/** Articles the stream is taken to have had before its first: else all words of the first few would weigh nothing. */
const ARTICLES_BEFORE = 2

/** TF-IDF, with the frequencies of the stream itself. */
export function openWordSpace(): WordSpace {
  const articleCounts = new Map<number, number>()
  let articleCount = 0
  const countIn = (words: readonly number[], step: 1 | -1): void => {
    articleCount += step
    for (const word of words) {
      const now = (articleCounts.get(word) ?? 0) + step
      if (now > 0) articleCounts.set(word, now)
      else articleCounts.delete(word)
    }
  }
  return {
    learn: (words) => countIn(words, 1),
    forget: (words) => countIn(words, -1),
    weigh: (words, counts) => {
      const total = Math.log(articleCount + ARTICLES_BEFORE + 1)
      const weights = new Float64Array(words.length)
      for (let at = 0; at < words.length; at += 1) {
        const rarity = total - Math.log((articleCounts.get(words[at] ?? 0) ?? 0) + 1)
        const count = counts[at] ?? 1
        weights[at] = count === 1 ? rarity : (1 + Math.log(count)) * rarity
      }
      return { words, weights: toUnit(weights) }
    },
  }
}

function toUnit(weights: Float64Array): Float64Array {
  let squared = 0
  for (const weight of weights) squared += weight * weight
  const length = Math.sqrt(squared)
  return length === 0 ? weights : weights.map((weight) => weight / length)
}
