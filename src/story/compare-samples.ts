import type { Containment } from './judge-copy.ts'
import { MOST_SHINGLES, type ShingleSample } from './sample-shingles.ts'

type Sample = Pick<ShingleSample, 'count'> & { readonly hashes: ArrayLike<number> }

/** Containment both ways, over the range of hashes that both samples cover whole. One walk over two sorted lists. */
export function compareSamples(left: Sample, right: Sample): Containment {
  const limit = Math.min(coveredTo(left), coveredTo(right))
  let leftAt = 0
  let rightAt = 0
  let sharedCount = 0
  while (leftAt < left.hashes.length && rightAt < right.hashes.length) {
    const leftHash = left.hashes[leftAt] ?? 0
    const rightHash = right.hashes[rightAt] ?? 0
    if (Math.min(leftHash, rightHash) > limit) break
    if (leftHash === rightHash) sharedCount += 1
    if (leftHash <= rightHash) leftAt += 1
    if (rightHash <= leftHash) rightAt += 1
  }
  return {
    sharedCount,
    ofThis: sharedCount / Math.max(1, countTo(left, limit)),
    ofOther: sharedCount / Math.max(1, countTo(right, limit)),
  }
}

function coveredTo({ hashes, count }: Sample): number {
  return count <= MOST_SHINGLES ? 0xffffffff : (hashes[hashes.length - 1] ?? 0)
}

function countTo({ hashes }: Sample, limit: number): number {
  let count = hashes.length
  while (count > 0 && (hashes[count - 1] ?? 0) > limit) count -= 1
  return count
}
