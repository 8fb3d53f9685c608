import type { ArticleTraits } from './story-article.ts'
import type { WordVector } from './word-space.ts'

/** A story that articles may still join. */
export interface OpenStory {
  readonly storyId: string
  readonly members: OpenMember[]
  /** Epoch ms. */
  firstAt: number
  lastAt: number
  /** Sums of its members' vectors, by word, and the squares of their lengths. */
  readonly words: VectorSum
  readonly names: VectorSum
}

export interface OpenMember {
  readonly traits: ArticleTraits
  readonly story: OpenStory
  readonly words: WordVector
  readonly names: WordVector
}

export interface VectorSum {
  readonly weights: Map<number, number>
  squared: number
}

export function openStory(storyId: string, at: number): OpenStory {
  return { storyId, members: [], firstAt: at, lastAt: at, words: emptySum(), names: emptySum() }
}

function emptySum(): VectorSum {
  return { weights: new Map(), squared: 0 }
}

/** Adds one vector to a sum. */
export function addVector(sum: VectorSum, { words, weights }: WordVector): void {
  words.forEach((word, at) => {
    const before = sum.weights.get(word) ?? 0
    const after = before + (weights[at] ?? 0)
    sum.squared += after * after - before * before
    sum.weights.set(word, after)
  })
}

/** Cosine of a vector of length 1 and a sum. */
export function likenessToSum({ words, weights }: WordVector, sum: VectorSum): number {
  if (sum.squared <= 0) return 0
  let dot = 0
  for (let at = 0; at < words.length; at += 1) {
    const weight = sum.weights.get(words[at] ?? 0)
    if (weight !== undefined) dot += weight * (weights[at] ?? 0)
  }
  return dot / Math.sqrt(sum.squared)
}
