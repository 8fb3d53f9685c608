import type { FeedState } from '../../src/feed/feed-state.ts'
import type { Statement } from '../../src/statement/statement.ts'
import type { Store } from '../../src/store/open-store.ts'
import type { ArticleTraits } from '../../src/story/story-article.ts'
import { takeTraits } from '../../src/story/take-traits.ts'
import { sampleReading } from './sample-reading.ts'

const state: FeedState = {
  feedId: 'wire',
  url: 'https://wire.example/feed',
  validators: {},
  nextPollAt: 0,
  failureCount: 0,
  rhythm: {},
  wishes: {},
  itemCount: 0,
}

export interface SampleArticle {
  readonly at: number
  readonly outlet?: string
  readonly feedId?: string
  readonly title?: string
  readonly text?: string
  readonly topics?: readonly string[]
  readonly statements?: readonly Statement[]
}

/** Lists, reads and judges an article. */
export async function addArticle(store: Store, id: string, article: SampleArticle): Promise<void> {
  const { at, outlet = 'Wire', feedId = 'wire', title = id, text = 'A text.', topics = ['peace'] } = article
  const url = `https://wire.example/${id}`
  const listing = { title, authors: [] }
  const listed = { articleId: id, itemKey: id, url, listing, outlet, feedId, firstSeenAt: at } as const
  await store.savePoll({ state, listed: [{ ...listed, hasPage: true, listedBy: feedId, status: 'listed' }] })
  const whole = { start: 0, end: text.length }
  const reading = {
    ...sampleReading,
    title,
    text,
    passages: [whole],
    blocks: [{ kind: 'paragraph', ...whole } as const],
  }
  await store.saveReading({ articleId: id, status: 'read', reading, readAt: at, url })
  await judge(store, id, article, topics)
}

export async function judge(
  store: Store,
  articleId: string,
  { at, statements = [] }: Pick<SampleArticle, 'at' | 'statements'>,
  topics: readonly string[],
): Promise<void> {
  const matches = topics.map((topicId) => ({ topicId, source: 'full' as const, evidence: [] }))
  await store.saveJudgement({ articleId, matches, topicsVersion: 'v1', matchedAt: at, said: { at, statements } })
}

export function sampleStatement(name: string, text: string, more: Partial<Statement> = {}): Statement {
  return {
    kind: 'direct',
    field: 'body',
    start: 0,
    end: text.length,
    text,
    speaker: { surface: name, name, kind: 'person', resolvedBy: 'name' },
    cue: 'said',
    confidence: 1,
    carriedBy: [],
    ...more,
  }
}

export function sampleTraits(articleId: string, agencies: readonly string[]): ArticleTraits {
  const text = { title: 'Title', text: 'A text.', passages: [], labels: [], statements: [] }
  return { ...takeTraits({ ...text, articleId, publishedAt: 10, firstSeenAt: 10 }), agencies }
}
