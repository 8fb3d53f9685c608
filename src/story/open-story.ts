import type { ToldCounts } from './compare-counts.ts'
import type { ArticleTraits } from './story-article.ts'
import type { StoryVector } from './word-space.ts'

/** A story that articles may still join. */
export interface OpenStory {
  readonly storyId: string
  readonly members: OpenMember[]
  /** Epoch ms. */
  firstAt: number
  lastAt: number
  readonly sum: VectorSum
  readonly told: ToldCounts
}

export interface OpenMember {
  readonly traits: ArticleTraits
  readonly story: OpenStory
  readonly vector: StoryVector
}

/** Of vectors; a sum of one is that one, and most stories have no more. */
export interface VectorSum {
  only: StoryVector | undefined
  readonly weights: Map<number, number>
  squared: number
}

export function openStory(storyId: string, at: number): OpenStory {
  const sum = { only: undefined, weights: new Map(), squared: 0 }
  return { storyId, members: [], firstAt: at, lastAt: at, sum, told: new Map() }
}

/** Newest members that an article is held against for conflicts and news. */
const MOST_COMPARED = 40

export function newestTraits({ members }: OpenStory): readonly ArticleTraits[] {
  return members.slice(-MOST_COMPARED).map(({ traits }) => traits)
}

export function addVector(sum: VectorSum, vector: StoryVector): void {
  const isFirst = sum.only === undefined && sum.weights.size === 0
  if (isFirst) {
    sum.only = vector
    return
  }
  if (sum.only !== undefined) addWeights(sum, sum.only)
  sum.only = undefined
  addWeights(sum, vector)
}

function addWeights(sum: VectorSum, { slots, weights }: StoryVector): void {
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0
    const before = sum.weights.get(slot) ?? 0
    const after = before + (weights[at] ?? 0)
    sum.squared += after * after - before * before
    sum.weights.set(slot, after)
  }
}

/** Cosine of a vector of length 1 and a sum of several. */
export function likenessToSum({ slots, weights }: StoryVector, sum: VectorSum): number {
  if (sum.squared <= 0) return 0
  let dot = 0
  for (let at = 0; at < slots.length; at += 1) {
    const weight = sum.weights.get(slots[at] ?? 0)
    if (weight !== undefined) dot += weight * (weights[at] ?? 0)
  }
  return dot / Math.sqrt(sum.squared)
}
