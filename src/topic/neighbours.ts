/**
 * Which terms stand behind each other in a text: a Bloom filter with one bit for each two. It may say so of some that do not,
 * and never misses two that do.
 */
export type Neighbours = Int32Array<ArrayBuffer>

/** For a text of a thousand words one in a hundred is taken. */
const BITS = 17

export function emptyNeighbours(): Neighbours {
  return new Int32Array(2 ** BITS / 32)
}

/** The bit of two terms in this order. */
export function neighbourBit(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) + second, 0x85ebca6b) >>> (32 - BITS)
}

export function addNeighbours(neighbours: Neighbours, first: number, second: number): void {
  const bit = neighbourBit(first, second)
  neighbours[bit >> 5] = (neighbours[bit >> 5] ?? 0) | (1 << (bit & 31))
}

export function hasNeighbours(neighbours: Neighbours, bit: number): boolean {
  return (((neighbours[bit >> 5] ?? 0) >>> (bit & 31)) & 1) === 1
}
