import type { Label } from '../article/reading.ts'
import type { Statement } from '../statement/statement.ts'

/** What the grouping into stories asks of an article. */
export interface StoryArticle {
  readonly articleId: string
  readonly title: string
  readonly text: string
  readonly passages: readonly { readonly start: number; readonly end: number }[]
  readonly labels: readonly Label[]
  readonly statements: readonly Statement[]
  /** ISO 639-1. */
  readonly language?: string
  /** Epoch ms; undated articles have none. */
  readonly publishedAt?: number
  /** Epoch ms: when a feed first listed it. */
  readonly firstSeenAt: number
}

/**
 * What the story index keeps of an article, made once and stored with it as JSON: words, shingles, quotes, numbers,
 * places. Bounded in size whatever the article.
 */
export interface ArticleTraits {
  readonly articleId: string
  /** Epoch ms: `publishedAt`, else `firstSeenAt`. */
  readonly at: number
  /** Agencies the text says it is from: "Reuters", "RIA Novosti". */
  readonly agencies: readonly string[]
}
