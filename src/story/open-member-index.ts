import { openPostingLists } from './open-posting-lists.ts'
import type { OpenMember } from './open-story.ts'
import type { StoryVector } from './word-space.ts'

/** Finds members by their telling words. */
export interface MemberIndex {
  readonly add: (member: OpenMember) => void
  /** Members likely to be like an article, the likest first, not more than a few dozen. */
  readonly candidates: (vector: StoryVector) => readonly OpenMember[]
  /** Drops the members of which `isGone`. */
  readonly drop: (isGone: (member: OpenMember) => boolean) => void
}

/** The heaviest words and names of an article that it is looked up by, and stored by. */
const LOOKED_UP = 32
const STORED = 48
/** Newest members asked of one word. */
const LONGEST_WALK = 24
const MOST_CANDIDATES = 24
/** Of the likest one's sum: less is not worth a closer look. */
const LEAST_OF_BEST = 0.05
/** Numbers of rows before they are counted anew. */
const FIRST_ROWS = 1_024

/** An inverted index of each member's heaviest words: no article is compared with all stories. */
export function openMemberIndex(): MemberIndex {
  let rows: (OpenMember | undefined)[] = []
  let liveCount = 0
  let sums = new Float32Array(FIRST_ROWS)
  let postings = openPostingLists(isLive)

  function isLive(row: number): boolean {
    return rows[row] !== undefined
  }

  function add(member: OpenMember): void {
    const row = rows.push(member) - 1
    liveCount += 1
    const { slots } = member.vector
    for (const at of heaviest(member.vector, STORED)) postings.add(slots[at] ?? 0, row)
  }

  function candidates(vector: StoryVector): readonly OpenMember[] {
    if (sums.length < rows.length) sums = new Float32Array(rows.length * 2)
    const touched: number[] = []
    for (const at of heaviest(vector, LOOKED_UP)) {
      const squared = (vector.weights[at] ?? 0) ** 2
      postings.visit(vector.slots[at] ?? 0, LONGEST_WALK, (row) => {
        if (sums[row] === 0) touched.push(row)
        sums[row] = (sums[row] ?? 0) + squared
      })
    }
    const ranked = likest(touched, sums)
    for (const row of touched) sums[row] = 0
    return ranked.flatMap((row) => rows[row] ?? [])
  }

  function drop(isGone: (member: OpenMember) => boolean): void {
    rows.forEach((member, row) => {
      if (member === undefined || !isGone(member)) return
      rows[row] = undefined
      liveCount -= 1
    })
    if (rows.length < FIRST_ROWS || liveCount > rows.length / 2) return
    const live = rows.filter((member) => member !== undefined)
    rows = []
    liveCount = 0
    postings = openPostingLists(isLive)
    for (const member of live) add(member)
  }

  return { add, candidates, drop }
}

function likest(touched: readonly number[], sums: Float32Array): readonly number[] {
  let best = 0
  for (const row of touched) best = Math.max(best, sums[row] ?? 0)
  return touched
    .filter((row) => (sums[row] ?? 0) > best * LEAST_OF_BEST)
    .sort((left, right) => (sums[right] ?? 0) - (sums[left] ?? 0) || left - right)
    .slice(0, MOST_CANDIDATES)
}

/** Where the heaviest ones stand in a vector. */
function heaviest({ weights }: StoryVector, most: number): readonly number[] {
  const least = weights.length <= most ? 0 : (weights.toSorted()[weights.length - most] ?? 0)
  const places: number[] = []
  for (let at = 0; at < weights.length && places.length < most; at += 1) {
    const weight = weights[at] ?? 0
    if (weight > 0 && weight >= least) places.push(at)
  }
  return places
}
