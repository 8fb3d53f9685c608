import { extractStatements } from '../../src/statement/extract-statements.ts'
import { spokenText } from '../../test/statement/spoken-text.ts'
import { loadStatementCases } from '../../test/statement/statement-cases.ts'

/** How many of the expected statements were found with their words and speaker, and how many found were expected. */
export interface StatementScore {
  readonly language: string
  readonly cases: number
  readonly expected: number
  readonly found: number
  readonly right: number
}

const NOBODY = { roles: [], people: [], aliases: {} }

/** The invented articles of one language. */
export function scoreStatements(language: string): StatementScore {
  const score = { language, cases: 0, expected: 0, found: 0, right: 0 }
  for (const { title, paragraphs, statements } of loadStatementCases(language)) {
    const found = extractStatements(spokenText(paragraphs, language, title), NOBODY)
    score.cases++
    score.expected += statements.length
    score.found += found.length
    score.right += statements.filter((wanted) =>
      found.some((each) => each.text === wanted.text && each.speaker.name === wanted.speaker),
    ).length
  }
  return score
}
