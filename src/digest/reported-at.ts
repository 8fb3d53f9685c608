import type { Publication } from '../article/publication.ts'

const DAY_MS = 24 * 3_600_000

/**
 * The moment by which an article was out for certain: what is only dated to the day may be of its end, and nothing is
 * from after it was seen. Epoch ms.
 */
export function reportedAt(article: { readonly published?: Publication; readonly firstSeenAt: number }): number {
  const { published, firstSeenAt } = article
  if (published === undefined) return firstSeenAt
  return Math.min(firstSeenAt, published.precision === 'minute' ? published.at : published.at + DAY_MS)
}
