import { readdirSync, readFileSync } from 'node:fs'
import { splitPassages } from '../../src/article/split-passages.ts'
import { extractStatements, type SpokenText } from '../../src/statement/extract-statements.ts'

/** How many of the expected statements were found with their words and speaker, and how many found were expected. */
export interface StatementScore {
  readonly language: string
  readonly cases: number
  readonly expected: number
  readonly found: number
  readonly right: number
}

interface StatementCase {
  readonly title?: string
  readonly paragraphs: readonly string[]
  readonly statements: readonly { readonly text: string; readonly speaker: string }[]
}

const folder = new URL('../../fixtures/statements/', import.meta.url)
const NOBODY = { roles: [], people: [], aliases: {} }
export const STATEMENT_LANGUAGES = ['en', 'uk', 'ru', 'de', 'fr', 'pl']

/** The invented articles of one language. */
export function scoreStatements(language: string): StatementScore {
  const score = { language, cases: 0, expected: 0, found: 0, right: 0 }
  for (const each of loadStatementCases(language)) {
    const { statements } = each
    const found = extractStatements(spokenText(each, language), NOBODY)
    score.cases++
    score.expected += statements.length
    score.found += found.length
    score.right += statements.filter((wanted) =>
      found.some((each) => each.text === wanted.text && each.speaker.name === wanted.speaker),
    ).length
  }
  return score
}

export function loadStatementCases(language: string): readonly StatementCase[] {
  return readdirSync(new URL(`${language}/`, folder)).map((file) =>
    JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')),
  )
}

export function spokenText(
  { title, paragraphs }: Pick<StatementCase, 'title' | 'paragraphs'>,
  language: string,
): SpokenText {
  let at = 0
  const blocks = paragraphs.map((paragraph) => {
    const start = at
    at += paragraph.length + 2
    return { kind: 'paragraph' as const, start, end: start + paragraph.length }
  })
  const body = paragraphs.join('\n\n')
  return { title: title ?? '', body, blocks, passages: splitPassages(body, blocks), language }
}
