import type { Article } from '../article/article.ts'
import type { Reading } from '../article/reading.ts'
import type { MatchedText } from './matched-text.ts'

/** The text of a read article. An undated one counts as published when its feed dated it, else when first seen. */
export function textOfReading(article: Article & { readonly reading: Reading }): MatchedText {
  const { reading, listed } = article
  return {
    title: reading.title,
    body: reading.text,
    blocks: reading.blocks,
    passages: reading.passages,
    ...(reading.language !== undefined && { language: reading.language }),
    publishedAt: reading.published?.at ?? listed.publishedAt ?? article.firstSeenAt,
    authors: reading.authors,
    outlet: reading.outlet ?? article.outlet,
    url: article.url,
    feedId: article.feedId,
    source: reading.quality === 'full' || reading.quality === 'partial' ? 'full' : 'summary',
  }
}
