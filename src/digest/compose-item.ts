import { compareLeads } from './choose-lead.ts'
import { cleanLine } from './clean-line.ts'
import { composeNewsSnippet, leadingFact } from './compose-news-snippet.ts'
import { composeReason } from './compose-reason.ts'
import { composeSnippet } from './compose-snippet.ts'
import { composeSources } from './compose-sources.ts'
import { composeStatements } from './compose-statements.ts'
import { composeWhen } from './compose-when.ts'
import type { DigestItem, ItemCarrier, MatchedArticle, TimelinePoint } from './digest.ts'
import type { DigestPlan, Slot } from './digest-plan.ts'
import { type TopicTraits, topicsOf } from './group-by-topic.ts'
import { carrierOf, type ToldStory } from './group-into-stories.ts'
import { linkWithoutTracking } from './link-without-tracking.ts'
import type { LocalClock } from './local-clock.ts'
import { reportedAt } from './reported-at.ts'
import { shortName } from './short-name.ts'
import { shorten } from './shorten.ts'

const TITLE_LENGTH = 200
/** What has its place in an entry, of a day's mail and of a roll-up, which is about many stories in few words. */
const DAY = { carriers: 6, statements: 3 }
const WEEK = { carriers: 3, statements: 1 }
const TIMELINE_LENGTH = 30

/** What the words of an item take from the digest it stands in. */
export interface ItemContext {
  readonly plan: Pick<DigestPlan, 'topics' | 'every'>
  readonly slot: Pick<Slot, 'date'>
  readonly topicNames: ReadonlyMap<string, string>
  readonly topicTraits?: ReadonlyMap<string, TopicTraits>
  /** Office id -> what a reader calls it. */
  readonly roleNames?: ReadonlyMap<string, string>
  readonly clock: LocalClock
  readonly now: number
}

type ShownStory = Omit<ToldStory, 'weight'>

/** One story as the section of a topic tells of it. */
export function composeItem(
  context: ItemContext,
  topicId: string,
  { story, lead }: { readonly story: ShownStory; readonly lead: MatchedArticle },
): DigestItem {
  const matched = topicsOf(story)
  const others = context.plan.topics.filter((id) => id !== topicId && matched.has(id))
  const isShort = context.plan.every === 'week'
  const evidence = lead.matches.filter((match) => match.topicId === topicId).flatMap((match) => match.evidence)
  const snippet = story.isFollowUp ? composeNewsSnippet(lead) : []
  return {
    articleId: lead.articleId,
    url: linkWithoutTracking(lead.url),
    title: shorten(cleanLine(story.title ?? lead.title), TITLE_LENGTH) || 'Without a title',
    outlet: shortName(lead.outlet),
    ...(lead.language !== undefined && { language: lead.language }),
    when: composeWhen(lead, context.slot.date, context.clock),
    snippet: snippet.length > 0 ? snippet : composeSnippet(lead, evidence, context.topicTraits?.get(topicId)?.show),
    reason: isShort ? '' : composeReason(evidence),
    alsoTopics: others.map((id) => shortName(context.topicNames.get(id) ?? id)),
    labels: lead.labels,
    quality: lead.quality,
    ...composeCarriers(context, story, lead),
    ...composeSaid(context, story, lead),
    ...(story.isFollowUp && { isFollowUp: true }),
    ...(story.repeatCount > 0 && { repeatCount: story.repeatCount }),
    ...composeTimeline(context, story),
  }
}

/** The best article of every other outlet, in the order in which they came out. */
function composeCarriers({ plan, now }: ItemContext, { articles }: ShownStory, lead: MatchedArticle) {
  const byOutlet = Map.groupBy(
    articles.filter((article) => article.outlet !== lead.outlet),
    (article) => article.outlet,
  )
  const best = [...byOutlet.values()].flatMap((group) => group.toSorted((a, b) => compareLeads(a, b, now))[0] ?? [])
  if (best.length === 0 && articles.length < 2) return {}
  const shown = best.slice(0, (plan.every === 'week' ? WEEK : DAY).carriers)
  const more = best.length - shown.length
  const sources = composeSources(articles.map(carrierOf))
  return {
    ...(shown.length > 0 && { carriers: shown.map(composeCarrier) }),
    ...(more > 0 && { moreCarrierCount: more }),
    ...(sources !== undefined && { sources }),
  }
}

function composeCarrier({ outlet, url, language, labels, quality }: MatchedArticle): ItemCarrier {
  const name = shortName(outlet) || 'Without a name'
  return {
    outlet: name,
    url: linkWithoutTracking(url),
    ...(language !== undefined && { language }),
    labels,
    quality,
  }
}

function composeSaid({ plan, roleNames }: ItemContext, { articles, isFollowUp }: ShownStory, lead: MatchedArticle) {
  const fact = isFollowUp ? leadingFact(lead) : undefined
  const { statements, moreStatementCount } = composeStatements({
    articles,
    newOnly: isFollowUp,
    limit: (plan.every === 'week' ? WEEK : DAY).statements,
    ...(fact !== undefined && { quoted: { articleId: lead.articleId, start: fact.start, end: fact.end } }),
    ...(roleNames !== undefined && { roleNames }),
  })
  return {
    ...(statements.length > 0 && { statements }),
    ...(moreStatementCount > 0 && { moreStatementCount }),
  }
}

function composeTimeline({ slot, clock }: ItemContext, { articles }: ShownStory) {
  if (articles.length < 2) return {}
  const points = articles.slice(-TIMELINE_LENGTH).map((article): TimelinePoint => {
    return {
      at: reportedAt(article),
      when: composeWhen(article, slot.date, clock),
      outlet: shortName(article.outlet),
      isCopy: article.copy !== undefined,
    }
  })
  return { timeline: points }
}
