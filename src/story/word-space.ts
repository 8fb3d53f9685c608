import type { Prominence } from './count-prominence.ts'

/** A text as a vector of length 1: slots of its words, names, numbers and pairs of words, and what each weighs. */
export interface StoryVector {
  readonly slots: Uint32Array
  readonly weights: Float32Array
}

export interface WordSpace {
  /** A word weighs by how prominent it is in the article, and by how few articles of the stream have it. */
  readonly weigh: (article: Prominence) => StoryVector
  readonly learn: (vector: StoryVector) => void
  readonly forget: (vector: StoryVector) => void
}

/**
 * Words have slots by their hashes, as names and as numbers other ones: a fixed table, whatever the stream brings. Two articles of
 * 160 slots each share one by chance in one of forty pairs.
 */
const SLOT_COUNT = 2 ** 20
/** Articles the stream is taken to have had before its first: else words of the first few would weigh nothing. */
const ARTICLES_BEFORE = 15
/** Of the likeness; names and numbers tell events of one kind apart. */
const SHARES = { words: 0.4, names: 0.3, numbers: 0.1, pairs: 0.2 }
/** The most prominent of each; more only make the likeness slower. */
const MOST = { words: 80, names: 30, numbers: 20, pairs: 30 }
/** Odd numbers: they give each kind slots of its own. */
const SALTS = { words: 1, names: 0x2c1b3c6d, numbers: 0x297a2d39, pairs: 0x1b56c4e9 }
const TENTHS = 10

/** TF-IDF, with the frequencies of the stream itself. */
export function openWordSpace(): WordSpace {
  const articleCounts = new Uint32Array(SLOT_COUNT)
  let articleCount = 0

  function weigh(article: Prominence): StoryVector {
    const { words, names, numbers, pairs } = article
    const vector = emptyVector(
      Math.min(words.length, MOST.words) +
        Math.min(names.length, MOST.names) +
        Math.min(numbers.length, MOST.numbers) +
        Math.min(pairs.length, MOST.pairs),
    )
    const fill = fillWith(vector, rarity)
    fill({ keys: words, counts: article.wordCounts, kind: 'words', weightOf: ofWord })
    fill({ keys: names, counts: article.nameCounts, kind: 'names', weightOf: Math.sqrt })
    fill({ keys: numbers, counts: article.numberCounts, kind: 'numbers', weightOf: Math.sqrt })
    fill({ keys: pairs, counts: article.pairCounts, kind: 'pairs', weightOf: Math.sqrt })
    scale(vector.weights, 1)
    return vector
  }

  function rarity(slot: number): number {
    return Math.log((articleCount + ARTICLES_BEFORE + 1) / ((articleCounts[slot] ?? 0) + 1))
  }

  return {
    weigh,
    learn: ({ slots }) => {
      articleCount += 1
      for (const slot of slots) articleCounts[slot] = (articleCounts[slot] ?? 0) + 1
    },
    forget: ({ slots }) => {
      articleCount -= 1
      for (const slot of slots) articleCounts[slot] = Math.max(0, (articleCounts[slot] ?? 0) - 1)
    },
  }
}

interface Part {
  readonly keys: readonly number[]
  readonly counts: readonly number[]
  readonly kind: keyof typeof SHARES
  /** Of how often it stands there. */
  readonly weightOf: (count: number) => number
}

/** Writes one part after the other; each is of the length that its share makes. */
function fillWith({ slots, weights }: StoryVector, rarity: (slot: number) => number): (part: Part) => void {
  let filled = 0
  return ({ keys, counts, kind, weightOf }) => {
    const first = filled
    const count = Math.min(keys.length, MOST[kind])
    for (let at = 0; at < count; at += 1, filled += 1) {
      const slot = slotOf(keys[at] ?? 0, SALTS[kind])
      slots[filled] = slot
      weights[filled] = weightOf((counts[at] ?? TENTHS) / TENTHS) * rarity(slot)
    }
    scale(weights.subarray(first, filled), Math.sqrt(SHARES[kind]))
  }
}

function emptyVector(length: number): StoryVector {
  return { slots: new Uint32Array(length), weights: new Float32Array(length) }
}

function slotOf(key: number, salt: number): number {
  const mixed = Math.imul(key, salt)
  return (mixed ^ (mixed >>> 16)) & (SLOT_COUNT - 1)
}

function ofWord(count: number): number {
  return count <= 1 ? 1 : 1 + Math.log(count)
}

/** To a length. */
function scale(weights: Float32Array, length: number): void {
  let squared = 0
  for (let at = 0; at < weights.length; at += 1) squared += (weights[at] ?? 0) ** 2
  if (squared === 0) return
  const factor = length / Math.sqrt(squared)
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) * factor
}
