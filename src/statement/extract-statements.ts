import type { Block } from '../article/reading.ts'
import type { PeopleBook } from '../person/person.ts'
import { indexPeople } from '../person/person-index.ts'
import { type Cast, collectCapitals, collectFullNames } from './cast.ts'
import { cutSpeech } from './cut-speech.ts'
import { lexiconOf } from './language/lexicon-of.ts'
import type { Lexicon } from './lexicon.ts'
import { pairQuotes } from './pair-quotes.ts'
import { readHeadline } from './read-headline.ts'
import { reportField } from './report-field.ts'
import { scanTokens } from './scan-tokens.ts'
import type { Statement } from './statement.ts'
import type { Token } from './token.ts'

export interface SpokenText {
  readonly title: string
  readonly body: string
  readonly blocks: readonly Block[]
  readonly passages: readonly { readonly start: number; readonly end: number }[]
  /** ISO 639-1. */
  readonly language?: string
  /** Epoch ms: the day on which offices are looked up. */
  readonly publishedAt?: number
}

/** Who said what in an article, in the order of its title and text. Same input, same statements; linear in the text. */
export function extractStatements(text: SpokenText, book: PeopleBook): readonly Statement[] {
  const lexicon = lexiconOf(text.language ?? 'en')
  if (lexicon === undefined) return []
  const tokens = tokensOf(text.body, text, lexicon)
  const cast = openCast(text, { tokens, book, lexicon })
  const headings = new Set(text.blocks.filter(({ kind }) => kind === 'heading').map(({ start }) => start))
  const shared = { lexicon, ...(text.publishedAt === undefined ? {} : { publishedAt: text.publishedAt }) }
  const body = reportField({ ...shared, field: 'body', text: text.body, tokens, cast, headings })
  return [...reportTitle(text.title, { ...shared, cast }), ...body]
}

/** The title is read last: whom it names is known from the text. */
function reportTitle(title: string, { lexicon, cast, publishedAt }: TitleInput): readonly Statement[] {
  const tokens = tokensOf(title, { blocks: [{ kind: 'heading', start: 0, end: title.length }], passages: [] }, lexicon)
  const input = {
    field: 'title' as const,
    text: title,
    tokens,
    lexicon,
    cast: { ...cast, text: title },
    headings: new Set<number>(),
  }
  const layout = readHeadline(input)
  return layout === undefined
    ? reportField({ ...input, ...(publishedAt === undefined ? {} : { publishedAt }) })
    : [layout]
}

interface TitleInput {
  readonly lexicon: Lexicon
  readonly cast: Cast
  readonly publishedAt?: number
}

function tokensOf(
  text: string,
  { blocks, passages }: Pick<SpokenText, 'blocks' | 'passages'>,
  lexicon: Lexicon,
): readonly Token[] {
  const quotes = cutSpeech(text, blocks, { quotes: pairQuotes(text, blocks), lexicon })
  return scanTokens({ text, blocks, passages, quotes }, lexicon)
}

interface CastInput {
  readonly tokens: readonly Token[]
  readonly book: PeopleBook
  readonly lexicon: Lexicon
}

function openCast({ body, publishedAt }: SpokenText, { tokens, book, lexicon }: CastInput): Cast {
  const language = lexicon.language.code
  return {
    text: body,
    index: indexPeople(book),
    language,
    actors: new Map(),
    focus: [],
    capitals: collectCapitals(tokens),
    fullNames: collectFullNames(body, tokens, language),
    ...(publishedAt === undefined ? {} : { at: publishedAt }),
  }
}
