import type { PeopleBook } from '../person/person.ts'
import { parsePhrase } from '../topic/parse-phrase.ts'
import { parseQuery } from '../topic/parse-query.ts'
import type { QueryMistake } from '../topic/query-mistake.ts'
import type { ReportProblem } from './config-problem.ts'
import { problemInside, type TextPlace } from './problem-inside.ts'
import type { SourceFile, ValuePath } from './source-file.ts'
import { fieldOf, listAt } from './well-formed.ts'

interface Judges {
  readonly book: PeopleBook
  readonly report: ReportProblem
  /** What may well be meant otherwise, and is taken as it stands. */
  readonly warn: ReportProblem
}

/** Reports what is wrong in the phrases, queries and terms of the topics, malformed topics included. */
export function checkQueries(source: SourceFile, judges: Judges): void {
  for (const [index, topic] of listAt(source.value, 'topics').entries()) {
    const path = ['topics', index]
    for (const clause of ['any', 'all', 'none']) {
      for (const [at, phrase] of listAt(topic, clause).entries()) {
        checkText(source, { path: [...path, clause, at] }, { ...judges, text: phrase, parse: parsePhrase })
      }
    }
    const query = { text: fieldOf(topic, 'query'), parse: parseQuery }
    checkText(source, { path: [...path, 'query'] }, { ...judges, ...query })
    checkTerms(source, [...path, 'score', 'terms'], { ...judges, terms: fieldOf(fieldOf(topic, 'score'), 'terms') })
  }
}

function checkTerms(source: SourceFile, path: ValuePath, judges: Judges & { readonly terms: unknown }): void {
  if (typeof judges.terms !== 'object' || judges.terms === null || Array.isArray(judges.terms)) return
  for (const term of Object.keys(judges.terms)) {
    checkText(source, { path: [...path, term], isKey: true }, { ...judges, text: term, parse: parseQuery })
  }
}

function checkText(
  source: SourceFile,
  place: TextPlace,
  judges: Judges & { readonly text: unknown; readonly parse: typeof parseQuery },
): void {
  const { text, parse, book, report, warn } = judges
  if (typeof text !== 'string') return
  const parsed = parse(text, book)
  const mistakes = parsed.kind === 'mistakes' ? parsed.mistakes : parsed.warnings
  const tell = parsed.kind === 'mistakes' ? report : warn
  for (const mistake of mistakes) tell(problemInside(source, place, findingOf(mistake)))
}

function findingOf({ start, expected, got, suggestion }: QueryMistake) {
  return { at: start, expected, got, ...(suggestion !== undefined && { hint: `did you mean \`${suggestion}\`?` }) }
}
