import type { ArticleTraits, StoryArticle } from './story-article.ts'

export function takeTraits(article: StoryArticle): ArticleTraits {
  return { articleId: article.articleId, at: article.publishedAt ?? article.firstSeenAt, agencies: [] }
}
