import type { SampledArticle } from '../../src/story/open-sample-store.ts'

const HASHES = 128
const SHINGLES = 1_000
const MEAN_GAP = 2 ** 32 / SHINGLES

/** The smallest hashes of an article of 1,000 words that has nothing in common with others. */
export function inventSample(articleId: string, random: () => number): SampledArticle {
  const shingles = new Uint32Array(HASHES)
  let hash = 0
  for (let at = 0; at < HASHES; at += 1) {
    hash += Math.ceil(random() * 2 * MEAN_GAP)
    shingles[at] = hash
  }
  return { articleId, at: 0, shingles, shingleCount: SHINGLES }
}
