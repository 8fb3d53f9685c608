import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extractStatements } from '../../src/statement/extract-statements.ts'
import type { Statement } from '../../src/statement/statement.ts'
import { spokenText } from './spoken-text.ts'
import { loadStatementCases, STATEMENT_LANGUAGES } from './statement-cases.ts'

const nobody = { roles: [], people: [], aliases: {} }

for (const language of STATEMENT_LANGUAGES) {
  describe(`statements in ${language}`, () => {
    for (const { name, title, paragraphs, statements } of loadStatementCases(language)) {
      it(name, () => {
        const text = spokenText(paragraphs, language, title)
        const found = extractStatements(text, nobody)
        assert.deepEqual(found.map(summaryOf), statements)
        for (const { field, start, end, text: printed } of found)
          assert.equal((field === 'title' ? text.title : text.body).slice(start, end), printed)
      })
    }
  })
}

function summaryOf({ kind, field, text, speaker, role, carriedBy, occasion, saidAt }: Statement) {
  return {
    kind,
    ...(field === 'title' ? { field } : {}),
    text,
    speaker: speaker.name,
    ...(speaker.surface === speaker.name ? {} : { surface: speaker.surface }),
    ...(role?.printed === undefined ? {} : { role: role.printed }),
    ...(carriedBy.length === 0 ? {} : { carriedBy }),
    ...(occasion === undefined ? {} : { occasion }),
    ...(saidAt === undefined ? {} : { saidAt }),
  }
}
