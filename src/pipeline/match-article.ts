import type { Article } from '../article/article.ts'
import type { Match } from '../topic/match.ts'
import { type CompiledTopics, matchTopics } from '../topic/match-topics.ts'
import { backoffAt } from './backoff.ts'
import type { StepOutcome } from './job.ts'

/** An article that cannot be judged this often is stored as matching nothing. */
const ATTEMPT_LIMIT = 5

export interface MatchArticlePorts {
  readonly now: () => number
  /** The topics in force, compiled once per version of the config. */
  readonly topics: () => { readonly compiled: CompiledTopics; readonly version: string }
  readonly startAttempt: (attempt: {
    readonly articleId: string
    readonly awaits: 'matching'
    readonly nextAttemptAt: number
  }) => Promise<Article | undefined>
  readonly saveJudgement: (judgement: {
    readonly articleId: string
    readonly matches: readonly Match[]
    readonly topicsVersion: string
    readonly matchedAt: number
  }) => Promise<void>
}

/** Judges one article by the topics in force and stores the matches with their evidence. */
export async function matchArticle(
  ports: MatchArticlePorts,
  job: { readonly articleId: string },
): Promise<StepOutcome> {
  const { articleId } = job
  const now = ports.now()
  const article = await ports.startAttempt({ articleId, awaits: 'matching', nextAttemptAt: backoffAt(now, 1) })
  if (article?.reading === undefined) return { kind: 'nothing-to-do' }
  const { compiled, version } = ports.topics()
  if (article.attemptCount > ATTEMPT_LIMIT) {
    await ports.saveJudgement({ articleId, matches: [], topicsVersion: version, matchedAt: now })
    return { kind: 'given-up', attemptCount: article.attemptCount }
  }
  const { title, text, quality } = article.reading
  const source = quality === 'full' || quality === 'partial' ? 'full' : 'summary'
  const matches = matchTopics(compiled, { title, body: text, source })
  await ports.saveJudgement({ articleId, matches, topicsVersion: version, matchedAt: now })
  return { kind: 'matched', topicCount: matches.length, topics: matches.map((match) => match.topicId).join(',') }
}
