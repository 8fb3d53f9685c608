import type { PeopleBook } from '../person/person.ts'
import { type ParsedQuery, parseQuery } from './parse-query.ts'
import { phraseWords } from './phrase-words.ts'
import type { QueryMistake } from './query-mistake.ts'
import type { QueryToken } from './query-token.ts'

const MARKED = /^\s*(?:=?["“”„‟«»]|@)/
const LONGEST_PHRASE = 200

/**
 * Reads an entry of `any`, `all` or `none`: words that stand together, whatever they are (AND is a word here), or one
 * phrase with the marks a query knows: "…"~n, =X, x*, @id.
 */
export function parsePhrase(source: string, book: PeopleBook): ParsedQuery {
  if (MARKED.test(source)) return onlyPhrase(parseQuery(source, book), source)
  const start = source.search(/\S/)
  const end = source.trimEnd().length
  if (start < 0 || end > LONGEST_PHRASE) {
    const expected = `a phrase of 1 to ${LONGEST_PHRASE} characters`
    return {
      kind: 'mistakes',
      mistakes: [{ start: 0, end: source.length, expected, got: end === 0 ? 'nothing' : `${end}` }],
    }
  }
  const { words, mistakes } = phraseWords(source, [wordOf(source, start, end)])
  const stray = strayStar(source, start, end)
  const all = stray === undefined ? mistakes : [...mistakes, stray]
  if (all.length > 0) return { kind: 'mistakes', mistakes: all }
  const query = { kind: 'phrase', words, slop: 0, start, end } as const
  return { kind: 'query', query, warnings: operatorsIn(source) }
}

function wordOf(source: string, start: number, end: number): QueryToken {
  const written = source.slice(start, end)
  if (written.startsWith('=')) return { kind: 'word', text: written.slice(1), how: 'exact', start, end }
  return { kind: 'word', text: written, how: 'stem', start, end }
}

function strayStar(source: string, start: number, end: number): QueryMistake | undefined {
  const star = /\*(?=[\p{L}\p{N}*])|(?<![\p{L}\p{M}\p{N}])\*/u.exec(source)
  if (star === null) return undefined
  return { start, end, expected: '* at the end of a word', got: source.slice(start, end) }
}

/** An entry is one phrase; what joins phrases belongs into a query. */
function onlyPhrase(parsed: ParsedQuery, source: string): ParsedQuery {
  if (parsed.kind === 'mistakes' || parsed.query.kind === 'phrase' || parsed.query.kind === 'person') return parsed
  const { start, end } = parsed.query
  const expected = 'one phrase; AND, OR, NOT and NEAR belong into query'
  return { kind: 'mistakes', mistakes: [{ start, end, expected, got: source.trim() }] }
}

function operatorsIn(source: string): readonly QueryMistake[] {
  return [...source.matchAll(/(?<!\S)(?:AND|OR|NOT|O?NEAR\/\d+)(?!\S)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    expected: 'words; phrases are joined in query',
    got: `${match[0]}, which is a word like any other here`,
  }))
}
