import { compareSamples } from './compare-samples.ts'
import { judgeCopy } from './judge-copy.ts'
import { openPostingLists } from './open-posting-lists.ts'
import { openSampleStore, type SampledArticle, type SampleStore } from './open-sample-store.ts'
import type { Copy } from './story-index.ts'

export interface CopyIndex {
  readonly add: (article: SampledArticle) => void
  /** The article this one was made from, the likest of all in the window. */
  readonly find: (article: SampledArticle) => Copy | undefined
  /** Forgets articles from before a moment, epoch ms. */
  readonly forgetBefore: (at: number) => void
  /** Of its tables. */
  readonly byteCount: () => number
}

/** Of a sample, so many are looked up by; all are compared. */
const INDEXED = 40
/** Newest articles asked of one run: a run that more have is boilerplate, or any of its copies will do. */
const LONGEST_WALK = 64
const MOST_COMPARED = 16
const LEAST_HITS = 2

/** An inverted index of the smallest runs of each sample; those that share some are compared whole. */
export function openCopyIndex(): CopyIndex {
  const samples = openSampleStore()
  const postings = openPostingLists(samples.isKept)

  /** Rows that have several runs in common with a sample, those with the most first. */
  function candidates(shingles: ArrayLike<number>): readonly number[] {
    const hits = new Map<number, number>()
    const count = (row: number): void => {
      hits.set(row, (hits.get(row) ?? 0) + 1)
    }
    for (let each = 0; each < shingles.length; each += 1) postings.visit(shingles[each] ?? 0, LONGEST_WALK, count)
    return [...hits]
      .filter(([, hitCount]) => hitCount >= LEAST_HITS)
      .sort(([leftRow, left], [rightRow, right]) => right - left || leftRow - rightRow)
      .slice(0, MOST_COMPARED)
      .map(([row]) => row)
  }

  return {
    add: (article) => {
      const row = samples.add(article)
      for (let each = 0; each < Math.min(article.shingles.length, INDEXED); each += 1) {
        postings.add(article.shingles[each] ?? 0, row)
      }
    },
    find: (article) => likest(article, candidates(article.shingles), samples),
    forgetBefore: samples.forgetBefore,
    byteCount: () => samples.byteCount() + postings.byteCount(),
  }
}

function likest(article: SampledArticle, rows: readonly number[], samples: SampleStore): Copy | undefined {
  const sample = { hashes: article.shingles, count: article.shingleCount }
  let best: { readonly copy: Copy; readonly likeness: number; readonly row: number } | undefined
  for (const row of rows) {
    const ofArticleId = samples.idOf(row)
    if (ofArticleId === undefined || ofArticleId === article.articleId) continue
    const containment = compareSamples(sample, samples.sampleOf(row))
    const relation = judgeCopy(containment)
    if (relation === undefined) continue
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
