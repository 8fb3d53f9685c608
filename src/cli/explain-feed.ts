import type { FetchFailed, FreshPage } from '../feed/fetch-outcome.ts'
import type { FeedReading, ParsedFeed } from '../feed/item.ts'
import { planNextPoll } from '../feed/plan-next-poll.ts'
import { learnRhythm } from '../feed/publishing-rhythm.ts'
import type { FeedLook } from './look-at-feed.ts'

type Finding = readonly [what: string, found: string]

const DEFAULT_INTERVAL_MS = 15 * 60_000

/** All that one fetch of a feed shows, in the order a person would ask. */
export function explainFeed(look: FeedLook, now: number): readonly Finding[] {
  const { outcome, reading, ms } = look
  if (outcome.kind === 'failed') return explainFailure(outcome)
  if (outcome.kind === 'unchanged') return [['answer', 'not changed']]
  return [
    [
      'answer',
      `${outcome.status} in ${ms} ms, ${outcome.body.length} bytes, ${outcome.contentType ?? 'no Content-Type'}`,
    ],
    ...explainAnswer(outcome, look.url),
    ...(reading === undefined ? [] : explainReading(reading, outcome, now)),
  ]
}

function explainFailure({ failure, retryAt }: FetchFailed): readonly Finding[] {
  const retry: readonly Finding[] = retryAt === undefined ? [] : [['come back', new Date(retryAt).toISOString()]]
  return [['failed', `${failure.code}: ${failure.message}`], ...retry]
}

function explainAnswer(page: FreshPage, asked: string): readonly Finding[] {
  const { etag, lastModified } = page.validators
  return [
    ...(page.url === asked ? [] : [['answered by', page.url] as const]),
    ...(page.movedTo === undefined
      ? []
      : [['moved to', `${page.movedTo} (followed for good once seen on 5 polls over 3 days)`] as const]),
    [
      'validators',
      [etag && `ETag ${etag}`, lastModified && `Last-Modified ${lastModified}`].filter(Boolean).join(', ') ||
        'none: every poll brings the whole body',
    ],
    ...(page.freshForMs === undefined ? [] : [['fresh for', minutes(page.freshForMs)] as const]),
  ]
}

function explainReading(reading: FeedReading, page: FreshPage, now: number): readonly Finding[] {
  if (reading.kind === 'feed') return explainItems(reading.feed, page, now)
  const offered = reading.feedUrls.map((url): Finding => ['offers', url])
  return [['not a feed', reading.reason], ...offered]
}

function explainItems(feed: ParsedFeed, page: FreshPage, now: number): readonly Finding[] {
  const { items } = feed
  const rhythm = learnRhythm(
    {},
    items.flatMap((item) => item.publishedAt ?? []),
  )
  const next = planNextPoll({
    now,
    intervalMs: DEFAULT_INTERVAL_MS,
    failureCount: 0,
    ...(feed.intervalMs !== undefined && { feedIntervalMs: feed.intervalMs }),
    ...(page.freshForMs !== undefined && { freshForMs: page.freshForMs }),
    ...(feed.skipHours !== undefined && { skipHours: feed.skipHours }),
    ...(feed.skipDays !== undefined && { skipDays: feed.skipDays }),
    ...(rhythm.usualGapMs !== undefined && { usualGapMs: rhythm.usualGapMs }),
    random: () => 0,
  })
  return [
    ['title', feed.title ?? '-'],
    ['language', feed.language ?? 'not said'],
    [
      'items',
      `${items.length}: ${without(items, 'publishedAt')} undated, ${without(items, 'url')} without a link, ${items.filter((item) => item.contentHtml === undefined).length} without content`,
    ],
    ...(rhythm.newestItemAt === undefined ? [] : [['newest', new Date(rhythm.newestItemAt).toISOString()] as const]),
    ...(rhythm.usualGapMs === undefined ? [] : [['usual gap', minutes(rhythm.usualGapMs)] as const]),
    ...(feed.hubUrls ?? []).map((url): Finding => ['WebSub hub', url]),
    ['next poll', `in ${minutes(next.at - now)}: ${next.why}`],
    ...items.slice(0, 3).map((item): Finding => ['item', `${item.title} ${item.url ?? ''}`.trim()]),
  ]
}

function without(items: ParsedFeed['items'], field: 'publishedAt' | 'url'): number {
  return items.filter((item) => item[field] === undefined).length
}

function minutes(ms: number): string {
  const total = Math.round(ms / 60_000)
  return total < 120 ? `${total} min` : `${Math.round(total / 60)} h`
}
