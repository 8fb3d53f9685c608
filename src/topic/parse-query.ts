import type { PeopleBook } from '../person/person.ts'
import { checkQuery } from './check-query.ts'
import { isBracketed } from './is-bracketed.ts'
import { orderMistakes } from './order-mistakes.ts'
import { phraseWords } from './phrase-words.ts'
import { type Query, queryFields } from './query.ts'
import type { QueryMistake } from './query-mistake.ts'
import type { QueryToken } from './query-token.ts'
import { scanQuery } from './scan-query.ts'

export type ParsedQuery =
  | { readonly kind: 'query'; readonly query: Query; readonly warnings: readonly QueryMistake[] }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly QueryMistake[] }

const LONGEST_QUERY = 10_000
const DEEPEST_QUERY = 50
const beginning = { at: 0, depth: 0, isTooDeep: false } as const

/** Recursive descent, with one token of look-ahead; `at` moves on. */
interface Parser {
  readonly source: string
  readonly tokens: readonly QueryToken[]
  readonly mistakes: QueryMistake[]
  readonly warnings: QueryMistake[]
  at: number
  depth: number
  /** Told once; the brackets around are not told to be open as well. */
  isTooDeep: boolean
}

/** Reads a query: all its mistakes, or its tree and what is doubtful about it. Takes time linear in its length. */
export function parseQuery(source: string, book: PeopleBook): ParsedQuery {
  if (source.length > LONGEST_QUERY) {
    const expected = `a query of ${LONGEST_QUERY} characters at most`
    return oneMistake(LONGEST_QUERY, source.length, expected, `${source.length}`)
  }
  const { tokens, mistakes, warnings } = scanQuery(source)
  const parser: Parser = { ...beginning, source, tokens, mistakes: [...mistakes], warnings: [...warnings] }
  if (tokens.length === 0) return oneMistake(0, source.length, 'a query', 'nothing')
  const query = parseOr(parser)
  for (let extra = take(parser, 'close'); extra !== undefined; extra = take(parser, 'close')) {
    refuse(parser, extra, 'an opening ( before it')
    if (parser.at < tokens.length) parseOr(parser)
  }
  if (query !== undefined) parser.mistakes.push(...checkQuery(query, source, book))
  if (query === undefined || parser.mistakes.length > 0)
    return { kind: 'mistakes', mistakes: orderMistakes(parser.mistakes) }
  return { kind: 'query', query, warnings: orderMistakes(parser.warnings) }
}

function parseOr(parser: Parser): Query | undefined {
  const parts: Query[] = []
  const bracketed: string[] = []
  let isMixed = false
  do {
    const start = parser.at
    const part = parseAnd(parser)
    if (part !== undefined) parts.push(part)
    const isBare = part?.kind === 'and' && !isBracketed(parser.tokens.slice(start, parser.at))
    const text = writtenSince(parser, start)
    bracketed.push(isBare ? `(${text})` : text)
    isMixed ||= isBare
  } while (take(parser, 'or') !== undefined)
  const query = group('or', parts)
  if (isMixed && query?.kind === 'or' && parts.length > 1) warnOfMixing(parser, query, bracketed.join(' OR '))
  return query
}

function warnOfMixing(parser: Parser, { start, end }: Query, suggestion: string): void {
  const expected = 'brackets where AND and OR meet; AND binds tighter'
  parser.warnings.push({ start, end, expected, got: parser.source.slice(start, end), suggestion })
}

function parseAnd(parser: Parser): Query | undefined {
  const parts: Query[] = []
  for (;;) {
    const part = parseNot(parser)
    if (part !== undefined) parts.push(part)
    if (take(parser, 'and') !== undefined) continue
    const next = parser.tokens[parser.at]
    if (next === undefined || next.kind === 'or' || next.kind === 'close') return group('and', parts)
    if (next.kind === 'not') continue
    if (next.kind === 'near') {
      parser.at++
      refuse(parser, next, 'a word, a phrase or a group of them before it')
    } else refuse(parser, next, 'AND, OR or NEAR/5 before it', { suggestion: `AND ${written(parser, next)}` })
  }
}

function parseNot(parser: Parser): Query | undefined {
  let count = 0
  const first = parser.tokens[parser.at]
  while (take(parser, 'not') !== undefined) count++
  const part = parseNear(parser)
  if (first === undefined || part === undefined || count % 2 === 0) return part
  return { kind: 'not', part, start: first.start, end: part.end }
}

function parseNear(parser: Parser): Query | undefined {
  let left = parseAtom(parser)
  for (let near = take(parser, 'near'); near !== undefined; near = take(parser, 'near')) {
    const right = parseAtom(parser)
    if (left === undefined || right === undefined || near.kind !== 'near') return left ?? right
    const { isOrdered, distance } = near
    left = { kind: 'near', isOrdered, distance, left, right, start: left.start, end: right.end }
  }
  return left
}

function parseAtom(parser: Parser): Query | undefined {
  const token = parser.tokens[parser.at]
  if (token === undefined || isOperator(token) || token.kind === 'close') return missing(parser, token)
  if (token.kind === 'word') return parseWords(parser, token)
  parser.at++
  const { start, end } = token
  switch (token.kind) {
    case 'open':
      return parseGroup(parser, token)
    case 'field':
      return parseField(parser, token)
    case 'scope': {
      const open = take(parser, 'open')
      const part = open === undefined ? undefined : parseGroup(parser, open)
      return part && { kind: 'scope', unit: token.unit, part, start, end: endBefore(parser, part.end) }
    }
    case 'quoted':
      return phraseOf(parser, [token], { kind: 'phrase', slop: token.slop, start, end })
    case 'person':
      return { kind: 'person', id: token.id, start, end }
    case 'regex':
      return { kind: 'regex', pattern: token.pattern, ignoreCase: token.ignoreCase, start, end }
    default:
      return undefined
  }
}

/** Words without quote marks that stand side by side are one phrase. */
function parseWords(parser: Parser, first: QueryToken): Query | undefined {
  const words: QueryToken[] = []
  for (let word = take(parser, 'word'); word !== undefined; word = take(parser, 'word')) words.push(word)
  return phraseOf(parser, words, { kind: 'phrase', slop: 0, start: first.start, end: words.at(-1)?.end ?? first.end })
}

function phraseOf(
  parser: Parser,
  tokens: readonly QueryToken[],
  {
    kind,
    slop,
    start,
    end,
  }: { readonly kind: 'phrase'; readonly slop: number; readonly start: number; readonly end: number },
): Query | undefined {
  const { words, mistakes } = phraseWords(parser.source, tokens)
  parser.mistakes.push(...mistakes)
  return words.length === 0 ? undefined : { kind, words, slop, start, end }
}

function parseGroup(parser: Parser, open: QueryToken): Query | undefined {
  if (parser.depth >= DEEPEST_QUERY) {
    parser.at = parser.tokens.length
    parser.isTooDeep = true
    refuse(parser, open, `brackets at most ${DEEPEST_QUERY} deep`)
    return undefined
  }
  if (take(parser, 'close') !== undefined) {
    refuse(parser, open, 'something between the brackets', { got: '()' })
    return undefined
  }
  parser.depth++
  const query = parseOr(parser)
  parser.depth--
  if (take(parser, 'close') === undefined && parser.at >= parser.tokens.length && !parser.isTooDeep)
    refuse(parser, open, 'a closing ) for this bracket', { got: 'the end of the query' })
  return query
}

function parseField(parser: Parser, token: QueryToken & { readonly kind: 'field' }): Query | undefined {
  const first = parser.tokens[parser.at]
  const part = parseAtom(parser)
  const field = queryFields.find((name) => name === token.name)
  if (part === undefined || field === undefined) return part
  if (first?.kind === 'word' && first.end < part.end) warnOfReach(parser, token, part)
  return { kind: 'field', field, part, start: token.start, end: endBefore(parser, part.end) }
}

function warnOfReach(parser: Parser, token: QueryToken & { readonly kind: 'field' }, part: Query): void {
  const phrase = parser.source.slice(part.start, part.end)
  parser.warnings.push({
    start: token.start,
    end: part.end,
    expected: 'quote marks around a phrase behind a field',
    got: `${token.name}:${phrase}, read as one phrase in ${token.name}`,
    suggestion: `${token.name}:"${phrase}"`,
  })
}

function missing(parser: Parser, token: QueryToken | undefined): undefined {
  const before = parser.tokens[parser.at - 1]
  const what = before === undefined || before.kind === 'open' ? '' : ` behind ${written(parser, before)}`
  const place = token ?? { kind: 'close' as const, start: before?.start ?? 0, end: before?.end ?? 0 }
  const got = token === undefined ? 'the end of the query' : written(parser, token)
  refuse(parser, place, `a word, a phrase or a bracket${what}`, { got })
  return undefined
}

function group(kind: 'and' | 'or', parts: readonly Query[]): Query | undefined {
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined || parts.length === 1) return first
  return { kind, parts, start: first.start, end: last.end }
}

function isOperator({ kind }: QueryToken): boolean {
  return kind === 'and' || kind === 'or' || kind === 'not' || kind === 'near'
}

function take(parser: Parser, kind: QueryToken['kind']): QueryToken | undefined {
  const token = parser.tokens[parser.at]
  if (token?.kind !== kind) return undefined
  parser.at++
  return token
}

/** Where what was last taken ends: behind a closing bracket, too. */
function endBefore(parser: Parser, least: number): number {
  return Math.max(least, parser.tokens[parser.at - 1]?.end ?? 0)
}

function written(parser: Parser, { start, end }: QueryToken): string {
  return parser.source.slice(start, end)
}

function writtenSince(parser: Parser, first: number): string {
  return parser.source.slice(parser.tokens[first]?.start, parser.tokens[parser.at - 1]?.end)
}

function refuse(
  parser: Parser,
  { start, end }: { readonly start: number; readonly end: number },
  expected: string,
  more: { readonly got?: string; readonly suggestion?: string } = {},
): void {
  parser.mistakes.push({ start, end, expected, got: parser.source.slice(start, end), ...more })
}

function oneMistake(start: number, end: number, expected: string, got: string): ParsedQuery {
  return { kind: 'mistakes', mistakes: [{ start, end, expected, got }] }
}
