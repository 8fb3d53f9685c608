import type { Quality } from '../article/reading.ts'
import { compareText } from './compare-text.ts'
import type { MatchedArticle } from './digest.ts'
import { freshAt } from './fresh-at.ts'

const QUALITIES: readonly Quality[] = ['full', 'partial', 'summary-only', 'failed']

/**
 * The article that stands for its story: no copy, read in full, not labelled (as opinion, as made by a machine …), and of
 * those the newest, since an older headline may have been overtaken.
 */
export function chooseLead<Article extends MatchedArticle>(
  articles: readonly Article[],
  now: number,
): Article | undefined {
  return articles.toSorted((a, b) => compareLeads(a, b, now))[0]
}

export function compareLeads(a: MatchedArticle, b: MatchedArticle, now: number): number {
  return (
    copyRank(a) - copyRank(b) ||
    QUALITIES.indexOf(a.quality) - QUALITIES.indexOf(b.quality) ||
    Math.sign(a.labels.length) - Math.sign(b.labels.length) ||
    freshAt(b, now) - freshAt(a, now) ||
    compareText(a.title, b.title) ||
    compareText(a.articleId, b.articleId)
  )
}

/** One that has more than what it was made from, or something else, is an article of its own after all. */
function copyRank({ copy }: MatchedArticle): number {
  if (copy === undefined) return 0
  return copy.relation === 'copy' || copy.relation === 'cut' ? 2 : 1
}
