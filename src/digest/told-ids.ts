import type { MatchedArticle, StoryBefore } from './digest.ts'
import type { DigestPlan } from './digest-plan.ts'
import { groupIntoStories } from './group-into-stories.ts'

/**
 * What a reader counts as told by a mail of these articles: all but those of stories that are held back. Reports without
 * news are among them, shown or not, so that they never come again.
 */
export function toldIds(
  plan: Pick<DigestPlan, 'minWeight'>,
  articles: readonly MatchedArticle[],
  before: readonly StoryBefore[],
): readonly string[] {
  const { heldBack } = groupIntoStories(plan, articles, before)
  const held = new Set(heldBack.flatMap((story) => story.articles.map((article) => article.articleId)))
  return articles.map((article) => article.articleId).filter((id) => !held.has(id))
}
