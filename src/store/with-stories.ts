import type { Kysely } from 'kysely'
import type { MatchedArticle } from '../digest/digest.ts'
import type { Schema } from './schema.ts'
import { loadStatementsOf } from './statement-store.ts'
import { placementOf } from './story-store.ts'
import type { Families } from './story-view-store.ts'

/** These articles with what was said in them, the story each stands in, and what is new in it. A few hundred at most. */
export async function withStories(
  db: Kysely<Schema>,
  articles: readonly MatchedArticle[],
  families: Families,
): Promise<MatchedArticle[]> {
  if (articles.length === 0) return []
  const ids = articles.map(({ articleId }) => articleId)
  const rows = await db
    .selectFrom('article')
    .leftJoin('story_article', 'story_article.article_id', 'article.id')
    .select(['article.id', 'article.feed_id', 'story_article.story_id', 'story_article.placement'])
    .where('article.id', 'in', ids)
    .execute()
  const said = await loadStatementsOf(db, ids)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return articles.map((article) => {
    const row = byId.get(article.articleId)
    const statements = said.get(article.articleId)
    const family = families.get(row?.feed_id ?? '')
    return {
      ...article,
      ...(row?.story_id != null && { storyId: row.story_id }),
      ...(row?.placement != null && placedAs(row.placement)),
      ...(statements !== undefined && { statements }),
      ...(family !== undefined && { family }),
    }
  })
}

function placedAs(json: string): Pick<MatchedArticle, 'copy' | 'newFacts' | 'agencies'> {
  const { copy, newFacts, agencies } = placementOf(json)
  return { ...(copy !== undefined && { copy }), newFacts, agencies }
}
