import type { Article } from '../article/article.ts'
import type { Publication } from '../article/publication.ts'
import { publicationDay } from '../article/publication-day.ts'
import type { Digest } from '../digest/digest.ts'
import type { Feed } from '../feed/feed.ts'
import { type FeedHealth, feedHealth } from '../feed/feed-health.ts'
import type { FeedState } from '../feed/feed-state.ts'
import type { Statement } from '../statement/statement.ts'
import { type Carrier, independentOutlets } from '../story/independent-outlets.ts'
import type { Evidence, Match } from '../topic/match.ts'

/** What a run came to, in an order that depends on nothing but the result. */
export interface Report {
  readonly day: string
  readonly feeds: readonly FeedReport[]
  readonly articles: readonly ArticleReport[]
  readonly stories: readonly StoryReport[]
  readonly statements: readonly StatementReport[]
  readonly failures: readonly FailureReport[]
  readonly digests: readonly DigestReport[]
}

export interface FeedReport {
  readonly id: string
  readonly url: string
  readonly outlet: string
  readonly state: FeedHealth['word']
  readonly itemCount: number
}

export interface ArticleReport {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly outlet: string
  readonly authors: readonly string[]
  /** ISO 8601 in UTC, or the bare date when only the day is known; null when the article has no date. */
  readonly publishedAt: string | null
  readonly published: Omit<Publication, 'at'> | null
  readonly language: string | null
  readonly status: Article['status']
  readonly quality: string | null
  readonly labels: readonly string[]
  readonly topics: readonly {
    readonly id: string
    readonly source: Match['source']
    readonly evidence: readonly Evidence[]
  }[]
}

/** Articles about the same event, in order of their URLs. */
export interface StoryReport {
  readonly articles: readonly { readonly url: string; readonly outlet: string }[]
  readonly independentOutletCount: number
}

export interface StatementReport {
  readonly url: string
  readonly speaker: string
  readonly personId: string | null
  readonly role: string | null
  readonly kind: Statement['kind']
  readonly cue: string
  readonly text: string
  readonly carriedBy: readonly string[]
}

export interface FailureReport {
  readonly kind: 'feed' | 'article'
  readonly url: string
  readonly reason: string
}

export interface DigestReport {
  readonly plan: string
  readonly slot: string
  readonly to: string
  readonly subject: string
  readonly status: string
  readonly sections: readonly {
    readonly topic: string
    readonly items: readonly {
      readonly articleId: string
      readonly url: string
      readonly title: string
      readonly reason: string
      /** What the mail links besides. */
      readonly alsoIn: readonly string[]
      readonly statements: readonly string[]
    }[]
  }[]
}

export interface RunResult {
  readonly day: string
  /** When the run ended (epoch ms): what silence is judged by. */
  readonly endAt: number
  readonly feeds: readonly Feed[]
  readonly states: readonly FeedState[]
  readonly articles: readonly { readonly article: Article; readonly matches: readonly Match[] }[]
  /** Each with its articles in order of arrival. */
  readonly stories: readonly {
    readonly articles: readonly (Carrier & { readonly url: string })[]
  }[]
  /** In order of publication. */
  readonly statements: readonly { readonly url: string; readonly statement: Statement }[]
  readonly mails: readonly { readonly to: string; readonly status: string; readonly digest: Digest }[]
}

export function composeReport(run: RunResult): Report {
  const states = new Map(run.states.map((state) => [state.feedId, state]))
  return {
    day: run.day,
    feeds: run.feeds.map((feed) => feedReport(feed, states.get(feed.id), run.endAt)),
    articles: run.articles.map(({ article, matches }) => articleReport(article, matches)),
    stories: run.stories.map(storyReport).toSorted(byFirstUrl),
    statements: run.statements.toSorted(byUrl).map(statementReport),
    failures: [
      ...run.feeds.flatMap((feed) => feedFailure(feed, states.get(feed.id))),
      ...run.articles.flatMap(({ article }) => articleFailure(article)),
    ],
    digests: run.mails.map(digestReport),
  }
}

function feedReport(feed: Feed, state: FeedState | undefined, now: number): FeedReport {
  return {
    id: feed.id,
    url: feed.url,
    outlet: feed.outlet,
    state: feedHealth(state, now).word,
    itemCount: state?.itemCount ?? 0,
  }
}

function articleReport(article: Article, matches: readonly Match[]): ArticleReport {
  const { reading } = article
  return {
    id: article.id,
    url: article.url,
    title: reading?.title ?? article.listed.title,
    outlet: article.outlet,
    authors: reading?.authors ?? article.listed.authors,
    publishedAt: reading?.published === undefined ? null : isoOf(reading.published),
    published: reading?.published === undefined ? null : certaintyOf(reading.published),
    language: reading?.language ?? null,
    status: article.status,
    quality: reading?.quality ?? null,
    labels: reading?.labels ?? [],
    topics: matches.map(({ topicId, source, evidence }) => ({ id: topicId, source, evidence })),
  }
}

function storyReport({ articles }: RunResult['stories'][number]): StoryReport {
  return {
    articles: articles.toSorted(byUrl).map(({ url, outlet }) => ({ url, outlet })),
    independentOutletCount: independentOutlets(articles).length,
  }
}

function statementReport({ url, statement }: RunResult['statements'][number]): StatementReport {
  const { speaker, role, kind, cue, text, carriedBy } = statement
  const { name, personId } = speaker
  return {
    url,
    speaker: name,
    personId: personId ?? null,
    role: role?.roleId ?? role?.printed ?? null,
    kind,
    cue,
    text,
    carriedBy,
  }
}

function byFirstUrl(left: StoryReport, right: StoryReport): number {
  const [[first], [second]] = [left.articles, right.articles]
  return first === undefined || second === undefined ? 0 : byUrl(first, second)
}

function byUrl(left: { readonly url: string }, right: { readonly url: string }): number {
  return left.url < right.url ? -1 : Number(left.url > right.url)
}

function isoOf(published: Publication): string {
  return published.precision === 'day' ? publicationDay(published) : new Date(published.at).toISOString()
}

function certaintyOf({ at: _at, ...certainty }: Publication): Omit<Publication, 'at'> {
  return certainty
}

function feedFailure(feed: Feed, state: FeedState | undefined): FailureReport[] {
  const failure = state?.lastFailure
  return failure === undefined ? [] : [{ kind: 'feed', url: feed.url, reason: `${failure.code}: ${failure.message}` }]
}

function articleFailure(article: Article): FailureReport[] {
  const isWhole = article.status === 'read' && article.reason === undefined
  if (isWhole || article.reason === undefined) return []
  return [{ kind: 'article', url: article.url, reason: article.reason }]
}

function digestReport({ to, status, digest }: RunResult['mails'][number]): DigestReport {
  return {
    plan: digest.planId,
    slot: digest.slotDate,
    to,
    subject: digest.subject,
    status,
    sections: digest.sections.map((section) => ({
      topic: section.topicId,
      items: section.items.map(({ articleId, url, title, reason, carriers = [], statements = [] }) => ({
        articleId,
        url,
        title,
        reason,
        alsoIn: carriers.map((carrier) => carrier.url),
        statements: statements.map(({ speaker, words }) => `${speaker}: ${words}`),
      })),
    })),
  }
}
