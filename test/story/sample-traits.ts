import type { Statement } from '../../src/statement/statement.ts'
import type { ArticleTraits, StoryArticle } from '../../src/story/story-article.ts'
import { takeTraits } from '../../src/story/take-traits.ts'

export const NOON = Date.UTC(2031, 2, 3, 12)
export const HOUR = 3_600_000

/** Traits of an invented article; its passages are its sentences. */
export function sampleTraits(articleId: string, article: Partial<StoryArticle>): ArticleTraits {
  const text = article.text ?? ''
  const passages = [...text.matchAll(/[^.\n]+[.\n]*/g)].map(({ 0: sentence, index }) => ({
    start: index,
    end: index + sentence.length,
  }))
  const plain = { title: '', text, passages, labels: [], statements: [], language: 'en' }
  return takeTraits({ ...plain, publishedAt: NOON, firstSeenAt: NOON, ...article, articleId })
}

/** A direct statement that stands in the text. */
export function sampleStatement(text: string, printed: string): Statement {
  const start = text.indexOf(printed)
  return {
    kind: 'direct',
    field: 'body',
    start,
    end: start + printed.length,
    text: printed,
    speaker: { surface: 'Orla Venn', name: 'Orla Venn', kind: 'person', resolvedBy: 'name' },
    cue: 'said',
    confidence: 0.9,
    carriedBy: [],
  }
}
