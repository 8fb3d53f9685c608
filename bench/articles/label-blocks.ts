import { wordsOf } from './score-text.ts'

/** A stretch of the true text that a block may be. */
interface Match {
  readonly block: number
  readonly start: number
  readonly end: number
  /** Share of the block's words that are there. */
  readonly share: number
}

const SIZE = 4
/** Commoner shingles tell nothing of a place. */
const MAX_PLACES = 20
/** Words that may be added or left out within one match. */
const MAX_SHIFT = 8
const MIN_SHARE = 0.3
const ENOUGH_SHARE = 0.5
/** Words between a short block and its neighbours in the true text. */
const MAX_GAP = 2

/** Which blocks of a page are its true text: the heaviest chain of matches that keeps the order of both. */
export function labelBlocks(texts: readonly string[], truth: string): readonly boolean[] {
  const words = texts.map(wordsOf)
  const trueWords = wordsOf(truth.replaceAll('\u00AD', ''))
  const places = placesOf(trueWords)
  const matches = words.flatMap((own, block) =>
    own.length >= SIZE ? longMatches(own, block, places) : shortMatches(own, block, { places, trueWords }),
  )
  const chain = heaviestChain(matches, words, trueWords.length)
  const labels = texts.map(() => false)
  for (const [index, match] of chain.entries()) {
    const isShort = (words[match.block]?.length ?? 0) < SIZE
    const isNear = isAdjacent(chain[index - 1], match) || isAdjacent(match, chain[index + 1])
    labels[match.block] = match.share >= ENOUGH_SHARE && (!isShort || isNear || (index === 0 && match.start === 0))
  }
  return labels
}

function isAdjacent(before: Match | undefined, after: Match | undefined): boolean {
  return before !== undefined && after !== undefined && after.start - before.end <= MAX_GAP
}

/** Where each word and each shingle of the text begins. */
function placesOf(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [start, word] of words.entries()) {
    for (const key of [word, words.slice(start, start + SIZE).join(' ')]) {
      const known = places.get(key)
      if (known) known.push(start)
      else places.set(key, [start])
    }
  }
  return places
}

/** Shingles that lie at about the same distance from their places in the text are one match. */
function longMatches(
  own: readonly string[],
  block: number,
  places: ReadonlyMap<string, readonly number[]>,
): readonly Match[] {
  const counts = new Map<number, number>()
  for (let start = 0; start + SIZE <= own.length; start += 1) {
    const found = places.get(own.slice(start, start + SIZE).join(' ')) ?? []
    for (const place of found.slice(0, MAX_PLACES)) counts.set(place - start, (counts.get(place - start) ?? 0) + 1)
  }
  const matches: { first: number; last: number; count: number }[] = []
  for (const [shift, count] of [...counts].sort(([a], [b]) => a - b)) {
    const known = matches.at(-1)
    if (known === undefined || shift - known.last > MAX_SHIFT) matches.push({ first: shift, last: shift, count })
    else Object.assign(known, { last: shift, count: known.count + count })
  }
  return matches
    .map(({ first, last, count }) => ({
      block,
      start: Math.max(0, first),
      end: last + own.length,
      share: Math.min(1, count / (own.length - SIZE + 1)),
    }))
    .filter(({ share }) => share >= MIN_SHARE)
}

interface TrueText {
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly trueWords: readonly string[]
}

function shortMatches(own: readonly string[], block: number, { places, trueWords }: TrueText): readonly Match[] {
  const found = places.get(own[0] ?? '') ?? []
  return found
    .filter((start) => own.every((word, at) => trueWords[start + at] === word))
    .slice(0, 2 * MAX_PLACES)
    .map((start) => ({ block, start, end: start + own.length, share: 1 }))
}

/** Dynamic programming over the matches in the order of the blocks, with the best chain up to each place in a Fenwick tree. */
function heaviestChain(
  matches: readonly Match[],
  words: readonly (readonly string[])[],
  length: number,
): readonly Match[] {
  const best = bestUpTo(length)
  const weights: number[] = []
  const before: number[] = []
  let index = 0
  while (index < matches.length) {
    let end = index
    while (matches[end]?.block === matches[index]?.block && end < matches.length) end += 1
    for (let at = index; at < end; at += 1) {
      const match = matches[at]
      if (match === undefined) continue
      const known = best.find(match.start + Math.min(3, (match.end - match.start) >> 2))
      const count = words[match.block]?.length ?? 0
      weights.push((weights[known] ?? 0) + match.share * count - (count < SIZE ? 0.2 : 0))
      before.push(known)
    }
    for (let at = index; at < end; at += 1) best.add(matches[at]?.end ?? 0, at, weights)
    index = end
  }
  const chain: Match[] = []
  let at = weights.reduce((top, weight, one) => (weight > (weights[top] ?? 0) ? one : top), weights.length > 0 ? 0 : -1)
  for (; at >= 0; at = before[at] ?? -1) chain.push(...matches.slice(at, at + 1))
  return chain.reverse()
}

function bestUpTo(length: number): {
  find(place: number): number
  add(place: number, match: number, weights: readonly number[]): void
} {
  const tree = new Int32Array(length + 2).fill(-1)
  const weightOf = (match: number, weights: readonly number[]) => (match < 0 ? 0 : (weights[match] ?? 0))
  let known: readonly number[] = []
  return {
    find(place) {
      let top = -1
      for (let at = Math.min(length, place) + 1; at > 0; at -= at & -at) {
        const match = tree[at] ?? -1
        if (weightOf(match, known) > weightOf(top, known)) top = match
      }
      return top
    },
    add(place, match, weights) {
      known = weights
      for (let at = Math.min(length, place) + 1; at < tree.length; at += at & -at) {
        if (weightOf(match, weights) > weightOf(tree[at] ?? -1, weights)) tree[at] = match
      }
    },
  }
}
