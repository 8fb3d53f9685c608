import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reading } from '../../src/article/reading.ts'
import type { DigestPlan } from '../../src/digest/digest-plan.ts'
import type { FeedState } from '../../src/feed/feed-state.ts'
import type { Statement } from '../../src/statement/statement.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { inventArticle } from '../accuracy/invent-article.ts'

export const NOW = Date.parse('2024-06-14T05:00:00Z')
const TOPICS = ['harbours', 'ferries', 'lighthouses', 'islands'] as const
const OPENINGS = [
  'The harbour council of the Example Islands met on Thursday and put forward a plan for the winter timetable.',
  'Its speaker said that the ferry line would keep two ships, and that a third one was to be repaired by spring.',
  'Residents of the outer islands have asked for a later boat since the last timetable; none of them was heard so far.',
  'The lighthouse on the northern cape will be lit again, for the first time after the storm of the year before.',
]

const STATE: FeedState = {
  feedId: 'wire',
  url: 'https://wire.example/feed',
  validators: {},
  nextPollAt: NOW + 3_600_000,
  failureCount: 0,
  rhythm: {},
  wishes: {},
  itemCount: 0,
}

export interface SampleDesk extends AsyncDisposable {
  readonly store: Store
  readonly plan: DigestPlan
  readonly topicNames: ReadonlyMap<string, string>
}

/** A database in which so many matched articles wait for so many readers. */
export async function openSampleDesk(readerCount: number, articleCount: number): Promise<SampleDesk> {
  const dir = await mkdtemp(join(tmpdir(), 'nightdesk-bench-mail-'))
  const store = await openStore(join(dir, 'desk.sqlite'))
  const to = Array.from({ length: readerCount }, (_, index) => `reader-${index}@home.example`)
  await store.saveRecipients(
    to.map((address) => ({ planId: 'daily', address })),
    NOW - 10 * 3_600_000,
  )
  for (let index = 0; index < articleCount; index++) await addArticle(store, index)
  return {
    store,
    plan: { ...PLAN, to },
    topicNames: new Map(TOPICS.map((id) => [id, id])),
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

const PLAN: DigestPlan = {
  id: 'daily',
  name: 'Daily digest',
  topics: TOPICS,
  every: 'day',
  at: '07:00',
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  timezone: 'Europe/Berlin',
  to: [],
  whenEmpty: 'skip',
  backlog: 'include',
  itemLimit: 60,
  order: 'weight',
  minWeight: 1,
  instant: { settleMs: 120_000, longestWaitMs: 300_000, mailsPerHour: 6 },
}

async function addArticle(store: Store, index: number): Promise<void> {
  const topicId = TOPICS[index % TOPICS.length] ?? 'harbours'
  const articleId = `article-${index}`
  const url = `https://wire.example/${'a-long-address-'.repeat(18)}${index}`
  const title = `${inventArticle(2_000 + index, 9).slice(0, -1)} on the ${topicId}`
  const at = NOW - 3_600_000 - index
  const listing = { title, authors: [] }
  const places = { itemKey: articleId, articleId, url, listedBy: 'wire', feedId: 'wire', outlet: 'Example Wire' }
  await store.savePoll({
    state: STATE,
    listed: [{ ...places, hasPage: true, listing, firstSeenAt: at, status: 'listed' }],
  })
  const reading = readingOf(title, index)
  await store.saveReading({ articleId, url, status: 'read', reading, readAt: at })
  const start = reading.text.search(/islands/i)
  const evidence = [
    {
      clause: 'any',
      phrase: 'islands',
      field: 'body',
      start,
      end: start + 7,
      words: reading.text.slice(start, start + 7),
    } as const,
  ]
  await store.saveJudgement({
    articleId,
    matches: [{ topicId, source: 'full', evidence }],
    said: { at, statements: [statementOf(reading.text, index)] },
    topicsVersion: 'v',
    matchedAt: at,
  })
}

/** A story of its own, of words that others have in other places, and something said in it. */
function readingOf(title: string, index: number): Reading {
  const opening = OPENINGS[index % OPENINGS.length] ?? ''
  const sentences = [spokenOf(index), ...inventArticle(index, 400).split(/(?<=\.) /), opening]
  let end = -1
  const passages = sentences.map((sentence) => {
    const start = end + 1
    end = start + sentence.length
    return { start, end }
  })
  return {
    title,
    authors: [],
    language: 'en',
    text: sentences.join(' '),
    blocks: [{ kind: 'paragraph', start: 0, end }],
    passages,
    labels: [],
    quality: 'full',
    furniture: [],
  }
}

function spokenOf(index: number): string {
  return `“${inventArticle(1_000 + index, 25).slice(0, -1)},” said the harbour master of port ${index}.`
}

function statementOf(body: string, index: number): Statement {
  const start = body.indexOf('“')
  const end = body.indexOf('”') + 1
  const surface = `the harbour master of port ${index}`
  return {
    kind: 'direct',
    field: 'body',
    start,
    end,
    text: body.slice(start, end),
    speaker: { surface, name: surface, kind: 'unnamed', resolvedBy: 'description' },
    cue: 'said',
    confidence: 0.9,
    carriedBy: [],
  }
}
