import type { Article } from '../article/article.ts'
import type { PeopleBook } from '../person/person.ts'
import type { Statement } from '../statement/statement.ts'
import type { Match } from '../topic/match.ts'
import { type CompiledTopics, matchTopics } from '../topic/match-topics.ts'
import { textOfReading } from '../topic/text-of-reading.ts'
import { backoffAt } from './backoff.ts'
import type { StepOutcome } from './job.ts'
import { ownTurn } from './own-turn.ts'

/** An article that cannot be judged this often is stored as matching nothing. */
const ATTEMPT_LIMIT = 5

export interface TopicsInForce {
  readonly compiled: CompiledTopics
  /** Who may be named in a statement, and as what. */
  readonly people: PeopleBook
  /** Of all topics together. */
  readonly version: string
  /** Topic id -> version of its definition. */
  readonly versions: ReadonlyMap<string, string>
}

export interface MatchArticlePorts {
  readonly now: () => number
  /** The topics in force, compiled once per version of the config. */
  readonly topics: () => TopicsInForce
  readonly startAttempt: (attempt: {
    readonly articleId: string
    readonly awaits: 'matching'
    readonly nextAttemptAt: number
  }) => Promise<Article | undefined>
  readonly saveJudgement: (judgement: {
    readonly articleId: string
    readonly matches: readonly Match[]
    readonly topicsVersion: string
    readonly versions?: ReadonlyMap<string, string>
    readonly matchedAt: number
    readonly said?: { readonly at: number; readonly statements: readonly Statement[] }
  }) => Promise<void>
}

/** Judges one article by the topics in force and stores the matches with their evidence, and what was said in it. */
export async function matchArticle(
  ports: MatchArticlePorts,
  job: { readonly articleId: string },
): Promise<StepOutcome> {
  const { articleId } = job
  const now = ports.now()
  const article = await ports.startAttempt({ articleId, awaits: 'matching', nextAttemptAt: backoffAt(now, 1) })
  if (article?.reading === undefined) return { kind: 'nothing-to-do' }
  const { compiled, people, version, versions } = ports.topics()
  if (article.attemptCount > ATTEMPT_LIMIT) {
    await ports.saveJudgement({ articleId, matches: [], topicsVersion: version, matchedAt: now })
    return { kind: 'given-up', attemptCount: article.attemptCount }
  }
  const text = textOfReading({ ...article, reading: article.reading }, people)
  const matches = matchTopics(compiled, text)
  // Either takes tens of milliseconds of a very long text; other work of this process has its turn between them.
  await ownTurn()
  const said = matches.length === 0 ? undefined : { at: text.publishedAt, statements: text.allStatements }
  await ports.saveJudgement({
    articleId,
    matches,
    topicsVersion: version,
    versions,
    matchedAt: now,
    ...(said && { said }),
  })
  const topics = matches.map((match) => match.topicId).join(',')
  return { kind: 'matched', topicCount: matches.length, topics, statementCount: said?.statements.length ?? 0 }
}
