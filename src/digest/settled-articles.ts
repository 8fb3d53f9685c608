import type { MatchedArticle } from './digest.ts'
import type { DigestPlan } from './digest-plan.ts'
import { storiesOf } from './group-into-stories.ts'
import { settledAt } from './instant-slot.ts'

/** The articles of stories to which nothing was added for a while: others wait for the next mail, to be told whole. */
export function settledArticles(
  plan: Pick<DigestPlan, 'instant'>,
  articles: readonly MatchedArticle[],
  now: number,
): readonly MatchedArticle[] {
  return storiesOf(articles)
    .filter((members) => {
      const seenAt = members.map((article) => article.firstSeenAt)
      return settledAt(plan, { firstAt: Math.min(...seenAt), lastAt: Math.max(...seenAt) }) <= now
    })
    .flat()
}
