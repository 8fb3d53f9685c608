import { growTo } from './grow-to.ts'
import type { ShingleSample } from './sample-shingles.ts'

/** An article's sample of four-word runs. */
export interface SampledArticle {
  readonly articleId: string
  /** Epoch ms. */
  readonly at: number
  readonly shingles: ArrayLike<number>
  readonly shingleCount: number
}

/** Samples by row, in typed arrays. Rows are numbered in the order they came, and no number is given twice. */
export interface SampleStore {
  readonly add: (article: SampledArticle) => number
  readonly isKept: (row: number) => boolean
  readonly sampleOf: (row: number) => Pick<ShingleSample, 'count'> & { readonly hashes: Uint32Array }
  readonly idOf: (row: number) => string | undefined
  readonly forgetBefore: (at: number) => void
  readonly byteCount: () => number
}

/** Rows that came one after the other; they are dropped together, once the last of them is old. */
interface Chunk {
  readonly ids: string[]
  readonly at: Float64Array
  readonly counts: Uint32Array
  readonly ends: Uint32Array
  hashes: Uint32Array
  latestAt: number
}

const CHUNK_ROWS = 2_048
const FIRST_HASHES = 1_024

export function openSampleStore(): SampleStore {
  const chunks = new Map<number, Chunk>()
  let rowCount = 0
  let keptSince = Number.NEGATIVE_INFINITY
  const chunkOf = (row: number): Chunk | undefined => chunks.get(Math.floor(row / CHUNK_ROWS))
  const isKept = (row: number): boolean => (chunkOf(row)?.at[row % CHUNK_ROWS] ?? Number.NEGATIVE_INFINITY) >= keptSince
  return {
    add: (article) => {
      const row = rowCount++
      const chunk = chunkOf(row) ?? emptyChunk()
      chunks.set(Math.floor(row / CHUNK_ROWS), chunk)
      append(chunk, article)
      return row
    },
    isKept,
    sampleOf: (row) => {
      const chunk = chunkOf(row)
      return { hashes: hashesOf(chunk, row % CHUNK_ROWS), count: chunk?.counts[row % CHUNK_ROWS] ?? 0 }
    },
    idOf: (row) => (isKept(row) ? chunkOf(row)?.ids[row % CHUNK_ROWS] : undefined),
    forgetBefore: (at) => {
      keptSince = Math.max(keptSince, at)
      const filling = Math.floor(rowCount / CHUNK_ROWS)
      for (const [key, { latestAt }] of chunks) if (key !== filling && latestAt < keptSince) chunks.delete(key)
    },
    byteCount: () => chunks.values().reduce((sum, { hashes, at }) => sum + hashes.byteLength + at.byteLength * 2, 0),
  }
}

function emptyChunk(): Chunk {
  return {
    ids: [],
    at: new Float64Array(CHUNK_ROWS),
    counts: new Uint32Array(CHUNK_ROWS),
    ends: new Uint32Array(CHUNK_ROWS),
    hashes: new Uint32Array(FIRST_HASHES),
    latestAt: Number.NEGATIVE_INFINITY,
  }
}

function append(chunk: Chunk, { articleId, at, shingles, shingleCount }: SampledArticle): void {
  const slot = chunk.ids.push(articleId) - 1
  const start = slot === 0 ? 0 : (chunk.ends[slot - 1] ?? 0)
  chunk.hashes = growTo(chunk.hashes, start + shingles.length)
  chunk.hashes.set(shingles, start)
  chunk.ends[slot] = start + shingles.length
  chunk.counts[slot] = shingleCount
  chunk.at[slot] = at
  chunk.latestAt = Math.max(chunk.latestAt, at)
}

function hashesOf(chunk: Chunk | undefined, slot: number): Uint32Array {
  if (chunk === undefined) return new Uint32Array(0)
  return chunk.hashes.subarray(slot === 0 ? 0 : chunk.ends[slot - 1], chunk.ends[slot])
}
