import type { Publication } from '../article/publication.ts'
import type { Label, Quality } from '../article/reading.ts'
import type { Statement } from '../statement/statement.ts'
import type { Carrier } from '../story/independent-outlets.ts'
import type { Copy, NewFact } from '../story/story-index.ts'
import type { Evidence } from '../topic/match.ts'
import type { DigestPlan } from './digest-plan.ts'

/** One mail's content: everything a reader sees, nothing of how it is drawn. */
export interface Digest {
  readonly planId: string
  readonly name: string
  /** Local ISO date of the slot. */
  readonly slotDate: string
  readonly timezone: string
  /** A mail a day when absent. */
  readonly every?: DigestPlan['every']
  /** Local time "HH:MM", of which instant digests have several a day. */
  readonly slotTime?: string
  readonly subject: string
  readonly preheader: string
  readonly sections: readonly DigestSection[]
  /** Topics that have news, all of which stands under other topics: an article appears once. */
  readonly sharedTopics: readonly SharedTopic[]
  /** Names of the topics that have nothing new. */
  readonly quietTopics: readonly string[]
  /** Stories that too few independent outlets carry for the plan; later mails look at them again. */
  readonly heldBack?: { readonly storyCount: number; readonly minWeight: number }
  /** New reports on stories told before that say nothing new, and stand nowhere. */
  readonly repeatCount?: number
  readonly coverage: Coverage
  /** Next due time, epoch ms. */
  readonly nextAt?: number
  /** How many days it covers, when slots were missed or a mail was too late to be sent; 7 for a sign of life. */
  readonly coveredDays?: number
  /** What the operator should know before reading on: the desk runs with another config than is written. */
  readonly notice?: string
  /** What a weekly roll-up counts. */
  readonly week?: WeekNumbers
  /** Links of this one mail, when the page can be reached. */
  readonly links?: DigestLinks
}

/** Articles that matched in this week and in the one before. */
export interface WeekNumbers {
  readonly articleCount: number
  readonly articleCountBefore: number
  /** In the order of the plan; a topic that never matched has 0. */
  readonly topics: readonly {
    readonly topicName: string
    readonly articleCount: number
    readonly articleCountBefore: number
  }[]
}

export interface DigestLinks {
  readonly viewUrl?: string
  readonly unsubscribeUrl?: string
}

export interface DigestSection {
  readonly topicId: string
  readonly topicName: string
  readonly items: readonly DigestItem[]
  /** Of the lower ranked stories the mail has no room for, the ids of the articles that lead them, best first. */
  readonly cutIds: readonly string[]
  /** Which of them go on from an earlier mail. */
  readonly cutFollowUpIds?: readonly string[]
}

export interface SharedTopic {
  readonly topicName: string
  readonly itemCount: number
}

/** A story as one mail tells it: its best article, who else carries it, and what was said. */
export interface DigestItem {
  readonly articleId: string
  readonly url: string
  readonly title: string
  readonly outlet: string
  readonly language?: string
  /** Local time as printed for the reader: "19:11", "13 Jun 19:11", "14 Jun" when only the day is known, "undated, …". */
  readonly when: string
  /** One or two sentences, cut into marked and unmarked runs. */
  readonly snippet: readonly Run[]
  /** Why the item is here, one line. */
  readonly reason: string
  /** Names of other topics the article matched. */
  readonly alsoTopics: readonly string[]
  readonly labels: readonly Label[]
  readonly quality: Quality
  /** The best article of every other outlet, as far as there is room. */
  readonly carriers?: readonly ItemCarrier[]
  readonly moreCarrierCount?: number
  /** How many carry it, and who of them is a source of its own: "3 outlets, 2 independent: …". */
  readonly sources?: string
  readonly statements?: readonly ItemStatement[]
  readonly moreStatementCount?: number
  /** Its readers were told of the story before: the snippet is what is new. */
  readonly isFollowUp?: boolean
  /** New articles of a follow-up that say nothing new. */
  readonly repeatCount?: number
  /** All articles of the story that this mail tells of, in the order in which they came out. */
  readonly timeline?: readonly TimelinePoint[]
}

/** An outlet's article in a story that another one leads. */
export interface ItemCarrier {
  readonly outlet: string
  readonly url: string
  readonly language?: string
  readonly labels: readonly Label[]
  readonly quality: Quality
}

/** What somebody said, in printed words. */
export interface ItemStatement {
  readonly speaker: string
  /** On the day of the article. */
  readonly role?: string
  /** With quotation marks where they are the speaker's own. */
  readonly words: string
  readonly language?: string
  /** Of several outlets, who had it first, from whom, and who else: "first in A, via Example Agency; also in B". */
  readonly origin?: string
}

export interface TimelinePoint {
  /** Epoch ms. */
  readonly at: number
  readonly when: string
  readonly outlet: string
  readonly isCopy: boolean
}

export interface Run {
  readonly text: string
  readonly marked: boolean
}

/** What the digest can and cannot know: "no news" is told apart from "no data". */
export interface Coverage {
  readonly feedCount: number
  readonly articleCount: number
  readonly failingFeeds: readonly { readonly name: string; readonly reason: string }[]
  /** Feeds that answer, and have long been without anything new by their own measure. */
  readonly silentFeeds?: readonly string[]
  /** Articles of which only title and summary, or a part, could be read. */
  readonly partlyReadCount: number
}

/** What composing needs of one matched article. */
export interface MatchedArticle {
  readonly articleId: string
  readonly url: string
  readonly title: string
  readonly outlet: string
  readonly language?: string
  readonly published?: Publication
  readonly firstSeenAt: number
  readonly text: string
  readonly passages: readonly { readonly start: number; readonly end: number }[]
  readonly labels: readonly Label[]
  readonly quality: Quality
  readonly matches: readonly { readonly topicId: string; readonly evidence: readonly Evidence[] }[]
  /** Without it, the article is a story of its own. */
  readonly storyId?: string
  readonly copy?: Copy
  /** What none of the story's earlier articles had. */
  readonly newFacts?: readonly NewFact[]
  readonly statements?: readonly Statement[]
  /** Agencies its text says it is from. */
  readonly agencies?: readonly string[]
  /** Publisher family of its feed. */
  readonly family?: string
}

/** What a story was before the articles at hand, for one reader. */
export interface StoryBefore {
  readonly storyId: string
  /** An analyst's name for it. */
  readonly title?: string
  /** Its articles that the reader was told of already, in the order of their arrival. */
  readonly told: readonly Carrier[]
}
