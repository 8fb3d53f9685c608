import { composeItem, type ItemContext } from './compose-item.ts'
import type { Digest, DigestItem, DigestSection, MatchedArticle } from './digest.ts'
import { newsOf, storiesOf } from './group-into-stories.ts'
import { localClock } from './local-clock.ts'

/**
 * A mailed digest with what its mail had no room for: a page has room for everything.
 * @param told all that the mail counts as telling of, as far as it is still known
 * @param roleNames office id -> what a reader calls it
 */
export function completeDigest(
  digest: Digest,
  told: readonly MatchedArticle[],
  roleNames?: ReadonlyMap<string, string>,
): Digest {
  const context: ItemContext = {
    plan: { topics: digest.sections.map((section) => section.topicId), every: digest.every ?? 'day' },
    slot: { date: digest.slotDate },
    topicNames: new Map(digest.sections.map((section) => [section.topicId, section.topicName])),
    clock: localClock(digest.timezone),
    now: Number.POSITIVE_INFINITY,
    ...(roleNames !== undefined && { roleNames }),
  }
  const stories = storiesOf(told)
  const membersOf = new Map(stories.flatMap((members) => members.map((each) => [each.articleId, members])))
  const sections = digest.sections.map((section): DigestSection => {
    const found = new Map(
      section.cutIds.flatMap((id) => {
        const members = membersOf.get(id)
        return members === undefined ? [] : [[id, composeCut(context, section, { leadId: id, members })]]
      }),
    )
    const { cutFollowUpIds: _gone, ...kept } = section
    const isLeft = (id: string) => !found.has(id)
    const followUps = (section.cutFollowUpIds ?? []).filter(isLeft)
    return {
      ...kept,
      items: [...section.items, ...[...found.values()].flat()],
      cutIds: section.cutIds.filter(isLeft),
      ...(followUps.length > 0 && { cutFollowUpIds: followUps }),
    }
  })
  return { ...digest, sections }
}

function composeCut(
  context: ItemContext,
  section: DigestSection,
  { leadId, members }: { readonly leadId: string; readonly members: readonly MatchedArticle[] },
): readonly DigestItem[] {
  const isFollowUp = section.cutFollowUpIds?.includes(leadId) ?? false
  const lead = members.find((article) => article.articleId === leadId)
  if (lead === undefined) return []
  const articles = newsOf(members, isFollowUp)
  const story = { articles, isFollowUp, repeatCount: members.length - articles.length }
  return [composeItem(context, section.topicId, { story, lead })]
}
