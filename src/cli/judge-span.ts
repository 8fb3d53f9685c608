import type { PeopleBook } from '../person/person.ts'
import type { ArchiveSpan } from '../store/archive-store.ts'
import type { Store } from '../store/open-store.ts'
import { type Comparison, compareMatches } from '../topic/compare-matches.ts'
import { compileTopics } from '../topic/compile-topics.ts'
import type { Topic } from '../topic/topic.ts'
import { scanArchive } from './scan-archive.ts'

export interface SpanTask {
  readonly topics: readonly Topic[]
  readonly people: PeopleBook
  readonly span: ArchiveSpan
}

export interface JudgedSpan {
  readonly articleCount: number
  readonly articles: readonly JudgedArticle[]
}

/** An article that matches a topic now, is stored to, or both. */
export interface JudgedArticle {
  readonly articleId: string
  readonly url: string
  readonly title: string
  readonly outlet: string
  /** In UTC. */
  readonly day: string
  readonly storedIds: readonly string[]
  readonly comparison: Comparison
}

/** Judges a part of the archive; of articles that no topic ever matched only the count is kept. */
export async function judgeSpan(
  store: Store,
  { topics, people, span }: SpanTask,
  onJudged: (count: number) => void,
): Promise<JudgedSpan> {
  const compiled = compileTopics(topics, people)
  const articles: JudgedArticle[] = []
  let articleCount = 0
  for await (const { article, matches, text } of scanArchive(store, { span, people }, onJudged)) {
    articleCount++
    const storedIds = matches.map(({ topicId }) => topicId)
    const comparison = compareMatches(compiled, text, storedIds)
    if (storedIds.length === 0 && comparison.topicIds.length === 0) continue
    const day = new Date(text.publishedAt ?? article.firstSeenAt).toISOString().slice(0, 10)
    const { id: articleId, url, outlet } = article
    articles.push({ articleId, url, title: text.title, outlet, day, storedIds, comparison })
  }
  return { articleCount, articles }
}
