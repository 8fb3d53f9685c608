import type { OpenMember } from './open-story.ts'
import type { WordVector } from './word-space.ts'

/** Finds members by their telling words. */
export interface MemberIndex {
  readonly add: (member: OpenMember) => void
  /** Members likely to be like an article, the likest first, not more than a few dozen. */
  readonly candidates: (words: WordVector, names: WordVector) => readonly OpenMember[]
  /** Drops the members of which `isGone`. */
  readonly drop: (isGone: (member: OpenMember) => boolean) => void
}

/** The heaviest words of an article, and as many names, that it is looked up by, and stored by. */
const LOOKED_UP = 20
const STORED = 48
/** Newest members asked of one word. */
const LONGEST_WALK = 128
const MOST_CANDIDATES = 16
/** Of the likest one's sum: less is not worth a closer look. */
const LEAST_OF_BEST = 0.25

/** Row numbers of members, and what the word weighs in each. */
interface Postings {
  readonly rows: number[]
  readonly weights: number[]
}

/** An inverted index of each member's heaviest words and names: no article is compared with all stories. */
export function openMemberIndex(): MemberIndex {
  let rows: OpenMember[] = []
  const postings = new Map<number, Postings>()
  let sums = new Float64Array(1_024)

  function add(member: OpenMember): void {
    const row = rows.push(member) - 1
    for (const [word, weight] of [...heaviest(member.words, STORED), ...heaviest(member.names, STORED)]) {
      const known = postings.get(word)
      if (known === undefined) postings.set(word, { rows: [row], weights: [weight] })
      else {
        known.rows.push(row)
        known.weights.push(weight)
      }
    }
  }

  function candidates(words: WordVector, names: WordVector): readonly OpenMember[] {
    if (sums.length < rows.length) sums = new Float64Array(rows.length * 2)
    const touched: number[] = []
    for (const [word, weight] of [...heaviest(words, LOOKED_UP), ...heaviest(names, LOOKED_UP)]) {
      const known = postings.get(word)
      if (known !== undefined) gather({ sums, touched }, known, weight)
    }
    const best = touched.reduce((most, row) => Math.max(most, sums[row] ?? 0), 0)
    const ranked = touched
      .filter((row) => (sums[row] ?? 0) > best * LEAST_OF_BEST)
      .sort((left, right) => (sums[right] ?? 0) - (sums[left] ?? 0) || left - right)
      .slice(0, MOST_CANDIDATES)
    for (const row of touched) sums[row] = 0
    return ranked.flatMap((row) => rows[row] ?? [])
  }

  function drop(isGone: (member: OpenMember) => boolean): void {
    const left = rows.filter((member) => !isGone(member))
    rows = []
    postings.clear()
    for (const member of left) add(member)
  }

  return { add, candidates, drop }
}

function gather(
  { sums, touched }: { readonly sums: Float64Array; readonly touched: number[] },
  { rows, weights }: Postings,
  weight: number,
): void {
  for (let at = Math.max(0, rows.length - LONGEST_WALK); at < rows.length; at += 1) {
    const row = rows[at] ?? 0
    if (sums[row] === 0) touched.push(row)
    sums[row] = (sums[row] ?? 0) + weight * (weights[at] ?? 0)
  }
}

function heaviest({ words, weights }: WordVector, most: number): readonly (readonly [number, number])[] {
  const least = words.length <= most ? 0 : (weights.toSorted()[words.length - most] ?? 0)
  const pairs: (readonly [number, number])[] = []
  for (let at = 0; at < words.length && pairs.length < most; at += 1) {
    const weight = weights[at] ?? 0
    if (weight > 0 && weight >= least) pairs.push([words[at] ?? 0, weight])
  }
  return pairs
}
