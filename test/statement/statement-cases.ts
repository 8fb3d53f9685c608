import { readdirSync, readFileSync } from 'node:fs'

/** An invented article and what is said in it. */
export interface StatementCase {
  /** What is odd about it. */
  readonly name: string
  readonly title?: string
  readonly paragraphs: readonly string[]
  readonly statements: readonly { readonly text: string; readonly speaker: string }[]
}

const folder = new URL('../../fixtures/statements/', import.meta.url)
export const STATEMENT_LANGUAGES = ['en', 'uk', 'ru', 'de', 'fr', 'pl']

export function loadStatementCases(language: string): readonly StatementCase[] {
  return readdirSync(new URL(`${language}/`, folder)).map((file) => ({
    name: file.replace('.json', ''),
    ...JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')),
  }))
}
