/**
 * Which openings of two words can become a word that topics ask for: `cease` and `fir` can, `peace` and `pla` cannot. Most
 * neighbours in a text are refused here, before they are joined and stemmed. It may let some through that become none, and
 * never refuses one that does.
 */
export interface JoinedWords {
  /** A Bloom filter with one bit for each entry. */
  readonly bits: Int32Array
}

/** A stem has all letters of its word but for these last ones of the stem, which the stemmers may change. */
const CHANGED_BY_STEMMING = 2
/** Letters of the second word that are looked at. */
const OPENING = 3
const BITS_PER_ENTRY = 16
const MULTIPLIER = 0x01000193
const SHORT = 0x5bd1e995

/** For each word that is asked for, how many of its letters every word of its stem begins with, save the last of these. */
export function joinedWords(words: Iterable<readonly [word: string, stemLength: number]>): JoinedWords {
  const all = [...words]
  const entryCount = all.reduce((sum, [word]) => sum + word.length, 1)
  const bits = new Int32Array(2 ** Math.ceil(Math.log2((entryCount * BITS_PER_ENTRY) / 32 + 1)))
  for (const [word, stemLength] of all) {
    let hash = 0
    for (let half = 1; half < word.length; half++) {
      hash = joinedHash(hash, word.charCodeAt(half - 1))
      const isLong = half + OPENING <= Math.min(word.length, stemLength - CHANGED_BY_STEMMING)
      let opening = joinedHash(hash, word.charCodeAt(half))
      if (isLong) for (let at = half + 1; at < half + OPENING; at++) opening = joinedHash(opening, word.charCodeAt(at))
      else opening ^= SHORT
      const bit = mixed(opening)
      bits[(bit >>> 5) & (bits.length - 1)] = (bits[(bit >>> 5) & (bits.length - 1)] ?? 0) | (1 << (bit & 31))
    }
  }
  return { bits }
}

/** The hash of some letters and one more behind them. */
function joinedHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, MULTIPLIER)
}

/** What `mayJoin` asks of a folded word: the hash of all its letters, the first, the next two in one number. */
export function openingOf(word: string): readonly [hash: number, first: number, next: number] {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = joinedHash(hash, word.charCodeAt(at))
  const next = word.length < OPENING ? 0 : (word.charCodeAt(1) << 16) | word.charCodeAt(2)
  return [hash, word.length === 0 ? 0 : word.charCodeAt(0), next]
}

/**
 * Whether two words may stand for one.
 * @param left the hash of the first
 * @param first the first letter of the second
 * @param next its second and third letter in one number, the second in the upper half; 0 when it is shorter
 */
export function mayJoin({ bits }: JoinedWords, left: number, first: number, next: number): boolean {
  if (next === 0) return true
  const one = joinedHash(left, first)
  return hasBit(bits, joinedHash(joinedHash(one, next >>> 16), next & 0xffff)) || hasBit(bits, one ^ SHORT)
}

function hasBit(bits: Int32Array, hash: number): boolean {
  const bit = mixed(hash)
  return (((bits[(bit >>> 5) & (bits.length - 1)] ?? 0) >>> (bit & 31)) & 1) === 1
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return once ^ (once >>> 13)
}
