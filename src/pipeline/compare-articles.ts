import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Article } from '../article/article.ts'
import { publicationMoment } from '../article/publication-moment.ts'
import type { Statement } from '../statement/statement.ts'
import type { ArticleTraits } from '../story/story-article.ts'
import type { NewFact } from '../story/story-index.ts'
import { takeTraits } from '../story/take-traits.ts'

/** Text compared before other work of this process has its turn; code units. */
const PORTION_LENGTH = 50_000
/** An article that cannot be compared this often is a story of its own. */
const ATTEMPT_LIMIT = 5

/** An article that waits for its story, or for traits of its new reading. */
export interface DueArticle {
  readonly article: Article
  readonly statements: readonly Statement[]
  /** This one included. */
  readonly attemptCount: number
  /** When it has its story already. */
  readonly placedWith?: { readonly newFacts: readonly NewFact[] }
}

export interface ComparedArticle extends Pick<DueArticle, 'article' | 'placedWith'> {
  readonly articleId: string
  readonly title: string
  /** When it was published, else first seen (epoch ms). */
  readonly at: number
  /** None once they could not be made too often. */
  readonly traits?: ArticleTraits
}

/** Makes the traits of articles. One of which none can be made is left for later, and does not stop the others. */
export async function compareArticles(
  due: readonly DueArticle[],
  onFailure: (error: unknown) => void,
): Promise<readonly ComparedArticle[]> {
  const compared: ComparedArticle[] = []
  let sinceTurn = PORTION_LENGTH
  for (const each of due) {
    const length = each.article.reading?.text.length ?? 0
    if (sinceTurn + length > PORTION_LENGTH) {
      await nextTurn()
      sinceTurn = 0
    }
    sinceTurn += length
    try {
      compared.push(compareArticle(each))
    } catch (error) {
      onFailure(error)
    }
  }
  return compared
}

function compareArticle({ article, statements, attemptCount, placedWith }: DueArticle): ComparedArticle {
  const { id: articleId, reading, listed, firstSeenAt } = article
  const publishedAt = reading?.published ? publicationMoment(reading.published) : listed.publishedAt
  const title = reading?.title ?? listed.title
  const known = { article, articleId, title, at: publishedAt ?? firstSeenAt, ...(placedWith && { placedWith }) }
  if (attemptCount > ATTEMPT_LIMIT) return known
  const traits = takeTraits({
    articleId,
    title,
    text: reading?.text ?? '',
    passages: reading?.passages ?? [],
    labels: reading?.labels ?? [],
    statements,
    ...(reading?.language !== undefined && { language: reading.language }),
    ...(publishedAt !== undefined && { publishedAt }),
    firstSeenAt,
  })
  return { ...known, traits }
}
