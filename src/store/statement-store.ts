import type { Kysely, Transaction } from 'kysely'
import type { Statement } from '../statement/statement.ts'
import type { Schema } from './schema.ts'

/** What an article says that somebody said, and when it was published (epoch ms). */
export interface SaidInArticle {
  readonly at: number
  readonly statements: readonly Statement[]
}

/** A statement with the article that carries it. */
export interface LedgerEntry {
  readonly articleId: string
  readonly url: string
  readonly title: string
  readonly outlet: string
  readonly at: number
  readonly statement: Statement
}

export interface KnownSpeaker {
  readonly name: string
  readonly personId?: string
}

/** Rows of one insert: two databases have a limit on parameters. */
const CHUNK = 200

/** Puts an article's statements in the place of those it had. */
export async function saveStatements(trx: Transaction<Schema>, articleId: string, said: SaidInArticle): Promise<void> {
  await trx.deleteFrom('statement').where('article_id', '=', articleId).execute()
  const rows = said.statements.map((statement, position) => ({
    article_id: articleId,
    position,
    at: said.at,
    speaker: statement.speaker.name,
    person_id: statement.speaker.personId ?? null,
    content: JSON.stringify(statement),
  }))
  for (let first = 0; first < rows.length; first += CHUNK) {
    await trx
      .insertInto('statement')
      .values(rows.slice(first, first + CHUNK))
      .execute()
  }
}

/** Of these articles, each with its statements in the order of the text. */
export async function loadStatementsOf(
  db: Kysely<Schema>,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Statement[]>> {
  if (articleIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('statement')
    .select(['article_id', 'content'])
    .where('article_id', 'in', [...articleIds])
    .orderBy('article_id')
    .orderBy('position')
    .execute()
  const groups = Map.groupBy(rows, (row) => row.article_id)
  return new Map([...groups].map(([id, same]) => [id, same.map(({ content }) => statementOf(content))]))
}

/** Everybody who said something in articles published since a moment. */
export async function loadSpeakers(db: Kysely<Schema>, since: number): Promise<readonly KnownSpeaker[]> {
  const rows = await db
    .selectFrom('statement')
    .select(['speaker', 'person_id'])
    .distinct()
    .where('at', '>=', since)
    .orderBy('speaker')
    .execute()
  return rows.map(({ speaker, person_id }) => ({
    name: speaker,
    ...(person_id !== null && { personId: person_id }),
  }))
}

/**
 * What was said in articles published since a moment, the oldest first: by these speakers, in articles that match a
 * topic, where these are given.
 */
export async function loadLedger(
  db: Kysely<Schema>,
  request: { readonly since: number; readonly speakers?: readonly string[]; readonly topicId?: string },
): Promise<readonly LedgerEntry[]> {
  const { since, speakers, topicId } = request
  const names = speakers === undefined ? [undefined] : chunksOf(speakers)
  const entries: LedgerEntry[] = []
  for (const some of names) {
    const rows = await db
      .selectFrom('statement')
      .innerJoin('article', 'article.id', 'statement.article_id')
      .leftJoin('story_article', 'story_article.article_id', 'statement.article_id')
      .select(['article.id', 'article.url', 'article.outlet', 'statement.at', 'statement.content'])
      .select(['article.listed', 'story_article.title'])
      .where('statement.at', '>=', since)
      .$if(some !== undefined, (query) => query.where('statement.speaker', 'in', [...(some ?? [])]))
      .$if(topicId !== undefined, (query) =>
        query.where('statement.article_id', 'in', (e) =>
          e
            .selectFrom('match')
            .select('match.article_id')
            .where('match.topic_id', '=', topicId ?? ''),
        ),
      )
      .orderBy('statement.at')
      .orderBy('statement.article_id')
      .orderBy('statement.position')
      .execute()
    entries.push(
      ...rows.map(({ id, url, outlet, at, content, listed, title }) => ({
        articleId: id,
        url,
        title: title ?? titleOf(listed),
        outlet,
        at,
        statement: statementOf(content),
      })),
    )
  }
  return names.length < 2 ? entries : entries.toSorted(byTime)
}

function chunksOf(names: readonly string[]): readonly (readonly string[])[] {
  const chunks: (readonly string[])[] = []
  for (let first = 0; first < names.length; first += CHUNK) chunks.push(names.slice(first, first + CHUNK))
  return chunks
}

function byTime(left: LedgerEntry, right: LedgerEntry): number {
  return left.at - right.at || (left.articleId < right.articleId ? -1 : Number(left.articleId > right.articleId))
}

function titleOf(listed: string): string {
  const { title }: { readonly title: string } = JSON.parse(listed)
  return title
}

function statementOf(json: string): Statement {
  const statement: Statement = JSON.parse(json)
  return statement
}
