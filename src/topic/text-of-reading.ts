import type { Article } from '../article/article.ts'
import { publicationMoment } from '../article/publication-moment.ts'
import type { Reading } from '../article/reading.ts'
import { splitPassages } from '../article/split-passages.ts'
import type { PeopleBook } from '../person/person.ts'
import { extractStatements } from '../statement/extract-statements.ts'
import type { Statement } from '../statement/statement.ts'
import type { MatchedText, TextStatement } from './matched-text.ts'
import { paragraphsOf } from './paragraphs-of.ts'

/** More are no article's but an attack's. */
const MOST_STATEMENTS = 500

/** With what was said in it, which is looked for once somebody asks. */
export interface SpokenText extends MatchedText {
  readonly publishedAt: number
  /** Those of the body, by which topics judge who speaks. */
  readonly statements: readonly TextStatement[]
  readonly allStatements: readonly Statement[]
}

/** The text of a read article. An undated one counts as published when its feed dated it, else when first seen. */
export function textOfReading(article: Article & { readonly reading: Reading }, book: PeopleBook): SpokenText {
  const { reading } = article
  return withStatements(
    {
      title: reading.title,
      body: reading.text,
      blocks: reading.blocks,
      passages: reading.passages,
      ...(reading.language !== undefined && { language: reading.language }),
      publishedAt: momentOf(article),
      authors: reading.authors,
      outlet: reading.outlet ?? article.outlet,
      url: article.url,
      feedId: article.feedId,
      source: reading.quality === 'full' || reading.quality === 'partial' ? 'full' : 'summary',
    },
    book,
  )
}

function momentOf({ reading, listed, firstSeenAt }: Article): number {
  return reading?.published ? publicationMoment(reading.published) : (listed.publishedAt ?? firstSeenAt)
}

/** A text with what is said in it. */
export function withStatements(text: MatchedText & { readonly publishedAt: number }, book: PeopleBook): SpokenText {
  let all: readonly Statement[] | undefined
  let ofBody: readonly TextStatement[] | undefined
  return {
    ...text,
    get allStatements() {
      all ??= findStatements(text, book)
      return all
    },
    get statements() {
      ofBody ??= this.allStatements.flatMap(inBody)
      return ofBody
    },
  }
}

function findStatements(text: MatchedText & { readonly publishedAt: number }, book: PeopleBook): readonly Statement[] {
  const { title, body, blocks = paragraphsOf(text.body), language, publishedAt } = text
  const passages = text.passages ?? splitPassages(body, blocks)
  const spoken = { title, body, blocks, passages, publishedAt, ...(language !== undefined && { language }) }
  return extractStatements(spoken, book).slice(0, MOST_STATEMENTS)
}

function inBody({ field, start, end, speaker }: Statement): readonly TextStatement[] {
  if (field !== 'body') return []
  const { name, personId } = speaker
  return [{ start, end, speaker: name, ...(personId !== undefined && { personId }) }]
}
