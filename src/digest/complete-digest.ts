import { composeItem } from './compose-item.ts'
import type { Digest, DigestSection, MatchedArticle } from './digest.ts'
import { localClock } from './local-clock.ts'

/**
 * A mailed digest with what its mail had no room for: a page has room for everything.
 * @param told all that the mail counts as telling of, as far as it is still known
 */
export function completeDigest(digest: Digest, told: readonly MatchedArticle[]): Digest {
  const known = new Map(told.map((article) => [article.articleId, article]))
  const context = {
    plan: { topics: digest.sections.map((section) => section.topicId) },
    slot: { date: digest.slotDate },
    topicNames: new Map(digest.sections.map((section) => [section.topicId, section.topicName])),
    clock: localClock(digest.timezone),
  }
  const sections = digest.sections.map((section): DigestSection => {
    const found = section.cutIds.flatMap((id) => known.get(id) ?? [])
    const items = found.map((article) => composeItem(context, section.topicId, article))
    return { ...section, items: [...section.items, ...items], cutIds: section.cutIds.filter((id) => !known.has(id)) }
  })
  return { ...digest, sections }
}
