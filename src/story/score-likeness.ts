import { likenessToSum, type OpenMember, type OpenStory } from './open-story.ts'
import type { WordVector } from './word-space.ts'

/** How like an article is to a story: 0 to 1. */
export interface Likeness {
  readonly story: OpenStory
  readonly score: number
  readonly nearest: OpenMember
}

/** An article in the measures of the stream: its words with their weights at hand for looking up. */
export interface Weighed {
  readonly at: number
  readonly words: WordVector
  readonly names: WordVector
  readonly wordWeights: ReadonlyMap<number, number>
  readonly nameWeights: ReadonlyMap<number, number>
}

const CENTROID_SHARE = 0.3
/** Of names and numbers; the rest is of all words. */
const NAMES_SHARE = 0.4
/** After so long, a story must be twice as like. */
const HALF_LIFE_MS = 7 * 86_400_000

/** 0.3 of the likeness to the story as a whole and 0.7 of that to its nearest article, less with the time between. */
export function scoreLikeness(
  article: Weighed,
  story: OpenStory,
  members: readonly OpenMember[],
): Likeness | undefined {
  const [first] = members
  if (first === undefined) return undefined
  let nearest = first
  let near = -1
  for (const member of members) {
    const each = mixed(dot(article.wordWeights, member.words), dot(article.nameWeights, member.names))
    if (each > near) {
      near = each
      nearest = member
    }
  }
  const whole = mixed(likenessToSum(article.words, story.words), likenessToSum(article.names, story.names))
  const gapMs = Math.max(0, article.at - story.lastAt, story.firstAt - article.at)
  const score = (CENTROID_SHARE * whole + (1 - CENTROID_SHARE) * near) * 2 ** (-gapMs / HALF_LIFE_MS)
  return { story, score, nearest }
}

function mixed(words: number, names: number): number {
  return (1 - NAMES_SHARE) * words + NAMES_SHARE * names
}

function dot(of: ReadonlyMap<number, number>, { words, weights }: WordVector): number {
  let sum = 0
  for (let at = 0; at < words.length; at += 1) {
    const weight = of.get(words[at] ?? 0)
    if (weight !== undefined) sum += weight * (weights[at] ?? 0)
  }
  return sum
}
