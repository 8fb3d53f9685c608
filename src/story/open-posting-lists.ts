/** Which owners have a key: for each key, their numbers in the order they came. */
export interface PostingLists {
  readonly add: (key: number, owner: number) => void
  /** The newest owners of a key, not more than `most`; some may be gone. */
  readonly visit: (key: number, most: number, take: (owner: number) => void) => void
  readonly byteCount: () => number
}

/**
 * Postings of a part of all keys: `heads` leads to a chain of them, counting from 1. A posting is three cells, key, owner and
 * the next one, side by side in memory.
 */
interface Shard {
  heads: Uint32Array
  cells: Uint32Array
  count: number
}

const CELLS = 3

/** A power of two. Making room stops for one shard only. */
const SHARDS = 64
const FIRST_CAPACITY = 32
/** Filled so far by those that are not gone, a shard grows, by so much. */
const FULL = 0.75
const GROWTH = 1.5
const NONE = 0

/** In typed arrays. What is gone leaves a shard when it runs full, so that forgetting costs nothing at once. */
export function openPostingLists(isLive: (owner: number) => boolean): PostingLists {
  const shards = Array.from({ length: SHARDS }, emptyShard)
  return {
    add: (key, owner) => {
      const spread = spreadOf(key)
      const shard = shards[spread & (SHARDS - 1)]
      if (shard === undefined) return
      if (shard.count * CELLS === shard.cells.length) makeRoom(shard, isLive)
      link(shard, { key, owner, spread })
    },
    visit: (key, most, take) => {
      const spread = spreadOf(key)
      const shard = shards[spread & (SHARDS - 1)]
      if (shard !== undefined) walk(shard, { key, spread, most, take })
    },
    byteCount: () => shards.reduce((sum, { heads, cells }) => sum + heads.byteLength + cells.byteLength, 0),
  }
}

function emptyShard(): Shard {
  return shardOf(FIRST_CAPACITY)
}

function shardOf(capacity: number): Shard {
  return {
    heads: new Uint32Array(2 ** Math.floor(Math.log2(capacity))),
    cells: new Uint32Array(capacity * CELLS),
    count: 0,
  }
}

/** Keys may be small numbers only: all their bits count. */
function spreadOf(key: number): number {
  const once = Math.imul(key ^ (key >>> 16), 0x9e3779b1)
  return (once ^ (once >>> 15)) >>> 0
}

function bucketOf({ heads }: Shard, spread: number): number {
  return (spread >>> 6) & (heads.length - 1)
}

function link(
  shard: Shard,
  { key, owner, spread }: { readonly key: number; readonly owner: number; readonly spread: number },
): void {
  const bucket = bucketOf(shard, spread)
  const cell = shard.count * CELLS
  shard.cells[cell] = key
  shard.cells[cell + 1] = owner
  shard.cells[cell + 2] = shard.heads[bucket] ?? NONE
  shard.count += 1
  shard.heads[bucket] = shard.count
}

interface Walk {
  readonly key: number
  readonly spread: number
  readonly most: number
  readonly take: (owner: number) => void
}

function walk(shard: Shard, { key, spread, most, take }: Walk): void {
  const { heads, cells } = shard
  let left = most
  let posting = heads[bucketOf(shard, spread)] ?? NONE
  while (posting !== NONE && left > 0) {
    const cell = (posting - 1) * CELLS
    if (cells[cell] === key) {
      take(cells[cell + 1] ?? 0)
      left -= 1
    }
    posting = cells[cell + 2] ?? NONE
  }
}

function makeRoom(shard: Shard, isLive: (owner: number) => boolean): void {
  const { cells, count } = shard
  let live = 0
  for (let cell = 1; cell < cells.length; cell += CELLS) if (isLive(cells[cell] ?? 0)) live += 1
  const fresh = shardOf(Math.ceil(live > count * FULL ? count * GROWTH : count))
  for (let cell = 0; cell < cells.length; cell += CELLS) {
    const key = cells[cell] ?? 0
    const owner = cells[cell + 1] ?? 0
    if (isLive(owner)) link(fresh, { key, owner, spread: spreadOf(key) })
  }
  Object.assign(shard, fresh)
}
