import { compareSamples } from './compare-samples.ts'
import { growTo } from './grow-to.ts'
import { judgeCopy } from './judge-copy.ts'
import type { ArticleTraits } from './story-article.ts'
import type { Copy } from './story-index.ts'

export interface CopyIndex {
  readonly add: (traits: ArticleTraits) => void
  /** The article this one was made from, the likest of all in the window. */
  readonly find: (traits: ArticleTraits) => Copy | undefined
  /** Forgets articles from before a moment, epoch ms. */
  readonly forgetBefore: (at: number) => void
  /** Of its tables. */
  readonly byteCount: () => number
}

/** Of a sample, so many are looked up by; all are compared. */
const INDEXED = 48
/** Newest articles asked of one run: a run that more have is boilerplate, or any of its copies will do. */
const LONGEST_WALK = 64
const MOST_COMPARED = 16
const LEAST_HITS = 2
const FIRST_ARTICLES = 1_024
const NONE = 0

/**
 * Samples of four-word runs in typed arrays: `heads` by a hash's low bits lead to a chain of postings (`next`, `owner`, both
 * from 1). Chains mix runs of equal low bits; comparing the samples themselves tells them apart.
 */
interface Tables {
  heads: Uint32Array
  next: Uint32Array
  owner: Uint32Array
  postingCount: number
  samples: Uint32Array
  sampleEnds: Uint32Array
  counts: Uint32Array
  at: Float64Array
  ids: string[]
}

export function openCopyIndex(): CopyIndex {
  let tables = emptyTables(FIRST_ARTICLES)
  return {
    add: (traits) => append(tables, { ...traits, hashes: traits.shingles }),
    find: (traits) => findCopy(tables, traits),
    forgetBefore: (at) => {
      tables = kept(tables, at)
    },
    byteCount: () =>
      [tables.heads, tables.next, tables.owner, tables.samples, tables.sampleEnds, tables.counts, tables.at].reduce(
        (sum, table) => sum + table.byteLength,
        0,
      ),
  }
}

function emptyTables(articles: number): Tables {
  return {
    heads: new Uint32Array(2 ** Math.ceil(Math.log2(articles * INDEXED))),
    next: new Uint32Array(articles * INDEXED),
    owner: new Uint32Array(articles * INDEXED),
    postingCount: 0,
    samples: new Uint32Array(articles * INDEXED),
    sampleEnds: new Uint32Array(articles),
    counts: new Uint32Array(articles),
    at: new Float64Array(articles),
    ids: [],
  }
}

interface Appended {
  readonly articleId: string
  readonly at: number
  readonly hashes: ArrayLike<number>
  readonly shingleCount: number
}

function append(tables: Tables, { articleId, at, hashes, shingleCount }: Appended): void {
  const row = tables.ids.length
  const start = row === 0 ? 0 : (tables.sampleEnds[row - 1] ?? 0)
  tables.ids.push(articleId)
  tables.sampleEnds = growTo(tables.sampleEnds, row + 1)
  tables.counts = growTo(tables.counts, row + 1)
  tables.at = growTo(tables.at, row + 1)
  tables.samples = growTo(tables.samples, start + hashes.length)
  tables.samples.set(hashes, start)
  tables.sampleEnds[row] = start + hashes.length
  tables.counts[row] = shingleCount
  tables.at[row] = at
  for (let each = 0; each < Math.min(hashes.length, INDEXED); each += 1) post(tables, hashes[each] ?? 0, row + 1)
}

function post(tables: Tables, hash: number, owner: number): void {
  tables.postingCount += 1
  if (tables.postingCount > tables.heads.length * 2) rehash(tables)
  tables.next = growTo(tables.next, tables.postingCount + 1)
  tables.owner = growTo(tables.owner, tables.postingCount + 1)
  link(tables, { hash, owner, posting: tables.postingCount })
}

function link(
  { heads, next, owner }: Tables,
  { hash, owner: row, posting }: { readonly hash: number; readonly owner: number; readonly posting: number },
): void {
  const bucket = bucketOf(hash, heads.length)
  next[posting] = heads[bucket] ?? NONE
  owner[posting] = row
  heads[bucket] = posting
}

/** The smallest hashes are the ones kept: only their low bits are spread. */
function bucketOf(hash: number, bucketCount: number): number {
  return (Math.imul(hash, 0x9e3779b1) >>> 0) & (bucketCount - 1)
}

function rehash(tables: Tables): void {
  tables.heads = new Uint32Array(tables.heads.length * 4)
  let posting = 0
  for (let row = 0; row < tables.ids.length; row += 1) {
    const { hashes } = sampleOf(tables, row)
    const isLast = row === tables.ids.length - 1
    const count = Math.min(hashes.length, INDEXED, isLast ? tables.postingCount - 1 - posting : INDEXED)
    for (let each = 0; each < count; each += 1) {
      posting += 1
      link(tables, { hash: hashes[each] ?? 0, owner: row + 1, posting })
    }
  }
}

function sampleOf(tables: Tables, row: number): { readonly hashes: Uint32Array; readonly count: number } {
  const start = row === 0 ? 0 : (tables.sampleEnds[row - 1] ?? 0)
  return { hashes: tables.samples.subarray(start, tables.sampleEnds[row]), count: tables.counts[row] ?? 0 }
}

function findCopy(tables: Tables, traits: ArticleTraits): Copy | undefined {
  const sample = { hashes: traits.shingles, count: traits.shingleCount }
  let best: { readonly copy: Copy; readonly likeness: number; readonly row: number } | undefined
  for (const row of candidates(tables, traits.shingles)) {
    const ofArticleId = tables.ids[row]
    const containment = compareSamples(sample, sampleOf(tables, row))
    const relation = judgeCopy(containment)
    if (relation === undefined || ofArticleId === undefined || ofArticleId === traits.articleId) continue
    const likeness = containment.ofThis + containment.ofOther
    if (best === undefined || likeness > best.likeness || (likeness === best.likeness && row < best.row)) {
      best = { copy: { ofArticleId, relation, share: round(containment.ofThis) }, likeness, row }
    }
  }
  return best?.copy
}

function round(share: number): number {
  return Math.round(share * 100) / 100
}

/** Rows that may have several runs in common with a sample, those with the most first. */
function candidates(tables: Tables, hashes: readonly number[]): readonly number[] {
  const hits = new Map<number, number>()
  for (const hash of hashes) {
    let posting = tables.heads[bucketOf(hash, tables.heads.length)] ?? NONE
    for (let walked = 0; posting !== NONE && walked < LONGEST_WALK; walked += 1) {
      const row = (tables.owner[posting] ?? 1) - 1
      hits.set(row, (hits.get(row) ?? 0) + 1)
      posting = tables.next[posting] ?? NONE
    }
  }
  return [...hits]
    .filter(([, count]) => count >= LEAST_HITS)
    .sort(([leftRow, left], [rightRow, right]) => right - left || leftRow - rightRow)
    .slice(0, MOST_COMPARED)
    .map(([row]) => row)
}

/** Rebuilt when a quarter is old: rows are not in the order of time, since articles come late. */
function kept(tables: Tables, at: number): Tables {
  const rows = tables.ids.flatMap((_, row) => ((tables.at[row] ?? 0) >= at ? [row] : []))
  if (rows.length > tables.ids.length * 0.75) return tables
  const fresh = emptyTables(Math.max(FIRST_ARTICLES, rows.length))
  for (const row of rows) {
    const { hashes, count } = sampleOf(tables, row)
    append(fresh, { articleId: tables.ids[row] ?? '', at: tables.at[row] ?? 0, hashes, shingleCount: count })
  }
  return fresh
}
