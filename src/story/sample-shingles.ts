import { hashText } from './hash-text.ts'

const SHINGLE_WORDS = 4
/** Of an article of 1,000 words it is one in eight; a shorter one gives more of them, a longer one fewer. */
export const MOST_SHINGLES = 128

export interface ShingleSample {
  /** The smallest hashes of its four-word runs, ascending, each once. */
  readonly hashes: readonly number[]
  /** All four-word runs that differ, kept or not. */
  readonly count: number
}

/** @param words folded, in their order */
export function sampleShingles(words: readonly string[]): ShingleSample {
  const hashes = new Set<number>()
  const each = words.map(hashText)
  for (let at = 0; at + SHINGLE_WORDS <= each.length; at += 1) {
    let hash = 0x9e3779b9
    for (let next = at; next < at + SHINGLE_WORDS; next += 1) hash = stir(hash ^ (each[next] ?? 0))
    hashes.add(hash >>> 0)
  }
  const sorted = Uint32Array.from(hashes).sort()
  return { hashes: [...sorted.subarray(0, MOST_SHINGLES)], count: sorted.length }
}

function stir(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
