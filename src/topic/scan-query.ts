import { nearestWord } from './nearest-word.ts'
import { queryFields } from './query.ts'
import type { QueryMistake } from './query-mistake.ts'
import type { QueryToken, QueryTokenKind } from './query-token.ts'

const LARGEST_DISTANCE = 100
const CURLY = '“”„‟«»'
const QUOTED = /(=?)(?:"([^"]*)("?)|[“”„‟«»]([^"“”„‟«»]*)["“”„‟«»]?)(?:~(\d*))?/y
/** A slash inside is written \/. */
const REGEX = /\/((?:[^\\/]|\\.)*)(\/?)([a-z]*)/sy
const PERSON = /@([^\s()"]*)/y
const WORD = /[^\s()"“”„‟«»]+/y

export interface ScannedQuery {
  readonly tokens: readonly QueryToken[]
  readonly mistakes: readonly QueryMistake[]
  readonly warnings: readonly QueryMistake[]
}

interface Scan {
  readonly source: string
  readonly tokens: QueryToken[]
  readonly mistakes: QueryMistake[]
  readonly warnings: QueryMistake[]
}

/** Cuts a query into its pieces. Goes on behind mistakes, so that all are found at once. */
export function scanQuery(source: string): ScannedQuery {
  const scan: Scan = { source, tokens: [], mistakes: [], warnings: [] }
  let at = 0
  while (at < source.length) at = /\s/.test(source.charAt(at)) ? at + 1 : scanToken(scan, at)
  return scan
}

function scanToken(scan: Scan, at: number): number {
  const { source } = scan
  const first = source.charAt(at)
  if (first === '(') return push(scan, at, at + 1, { kind: 'open' })
  if (first === ')') return push(scan, at, at + 1, { kind: 'close' })
  if (first === '"' || CURLY.includes(first)) return scanQuoted(scan, at)
  if (first === '=' && (source.charAt(at + 1) === '"' || CURLY.includes(source.charAt(at + 1) || ' ')))
    return scanQuoted(scan, at)
  if (first === '/') return scanRegex(scan, at)
  if (first === '@') return scanPerson(scan, at)
  return scanWord(scan, at)
}

function scanQuoted(scan: Scan, at: number): number {
  const [all = '', equals, straight, close, curly, slop] = match(QUOTED, scan.source, at)
  const end = at + all.length
  const text = straight ?? curly ?? ''
  if (curly !== undefined) {
    mistake(scan, at, end, {
      expected: 'straight quote marks',
      got: all.trimEnd(),
      suggestion: `${equals ?? ''}"${text}"${slop === undefined ? '' : `~${slop}`}`,
    })
  } else if (close === '')
    mistake(scan, at, end, { expected: 'a closing "', got: 'the end of the query', suggestion: `${all.trimEnd()}"` })
  if (slop !== undefined && !isDistance(slop)) {
    const expected = `a number from 0 to ${LARGEST_DISTANCE} after ~`
    mistake(scan, end - slop.length - 1, end, { expected, got: `~${slop}`, suggestion: `"${text}"~3` })
  }
  const how = equals === '=' ? 'exact' : 'stem'
  return push(scan, at, end, { kind: 'quoted', text, how, slop: isDistance(slop ?? '') ? Number(slop) : 0 })
}

function scanRegex(scan: Scan, at: number): number {
  const [all = '', pattern = '', close, flags = ''] = match(REGEX, scan.source, at)
  const end = at + all.length
  if (close === '') mistake(scan, at, end, { expected: 'a closing /', got: 'the end of the query' })
  else if (flags !== '' && flags !== 'i')
    mistake(scan, end - flags.length, end, { expected: 'no flag but i (case makes no difference)', got: flags })
  return push(scan, at, end, { kind: 'regex', pattern: pattern.replaceAll('\\/', '/'), ignoreCase: flags === 'i' })
}

function scanPerson(scan: Scan, at: number): number {
  const [all = '', id = ''] = match(PERSON, scan.source, at)
  return push(scan, at, at + all.length, { kind: 'person', id })
}

function scanWord(scan: Scan, at: number): number {
  const [text = ''] = match(WORD, scan.source, at)
  const end = at + text.length
  if (text === 'AND' || text === 'OR' || text === 'NOT')
    return push(scan, at, end, { kind: text === 'AND' ? 'and' : text === 'OR' ? 'or' : 'not' })
  if (/^O?NEAR(?:$|[/~:0-9])/.test(text)) return scanNear(scan, at, text)
  if (scan.source.charAt(end) === '(' && (text === 'sentence' || text === 'paragraph'))
    return push(scan, at, end, { kind: 'scope', unit: text })
  const colon = fieldEnd(scan, at, text)
  if (colon > 0) return push(scan, at, at + colon, { kind: 'field', name: text.slice(0, colon - 1) })
  if (/^(?:and|or|not|o?near\/\d+)$/i.test(text)) warnOfSmallOperator(scan, at, text)
  return pushWord(scan, at, text)
}

function scanNear(scan: Scan, at: number, text: string): number {
  const end = at + text.length
  const [, name = 'NEAR', number = ''] = /^(O?NEAR)(?:\/(\d+)$)?/.exec(text) ?? []
  if (!isDistance(number)) {
    const expected = `${name}/n with n from 0 to ${LARGEST_DISTANCE} words between`
    mistake(scan, at, end, { expected, got: text, suggestion: `${name}/${/\d+/.exec(text) ? LARGEST_DISTANCE : 5}` })
  }
  const distance = isDistance(number) ? Number(number) : LARGEST_DISTANCE
  return push(scan, at, end, { kind: 'near', isOrdered: name === 'ONEAR', distance })
}

/** Length of `title:` and the like at the start of the word, 0 without. */
function fieldEnd(scan: Scan, at: number, text: string): number {
  const name = /^[A-Za-z]+(?=:)/.exec(text)?.[0]
  if (name === undefined) return 0
  const previous = scan.tokens.at(-1)
  const isAddress = text.startsWith('//', name.length + 1) || (previous?.kind === 'field' && previous.end === at)
  const isKnown = queryFields.some((field) => field === name)
  if (isAddress && !isKnown) return 0
  if (!isKnown) {
    const nearest = nearestWord(name, queryFields)
    mistake(scan, at, at + name.length + 1, {
      expected: `a field: ${queryFields.map((field) => `${field}:`).join(' ')}`,
      got: `${name}:`,
      suggestion: nearest === undefined ? `"${text}"` : `${nearest}:`,
    })
  }
  return name.length + 1
}

function warnOfSmallOperator(scan: Scan, at: number, text: string): void {
  scan.warnings.push({
    start: at,
    end: at + text.length,
    expected: `${text.toUpperCase()} in capitals, if it is meant to join`,
    got: `${text}, which is a word like any other`,
    suggestion: text.toUpperCase(),
  })
}

function pushWord(scan: Scan, at: number, written: string): number {
  const end = at + written.length
  const isExact = written.startsWith('=')
  const isPrefix = written.endsWith('*')
  const text = written.slice(isExact ? 1 : 0, isPrefix ? -1 : undefined)
  if (text.includes('*'))
    mistake(scan, at, end, { expected: '* at the end of a word', got: written, ...withoutStarsInside(text) })
  else if (isExact && isPrefix)
    mistake(scan, at, end, { expected: 'either = before or * behind', got: written, suggestion: `${text}*` })
  else if (/~\d*$/.test(text))
    mistake(scan, at, end, {
      expected: '~ behind a phrase in quote marks',
      got: written,
      suggestion: `"${text.replace('~', '"~')}`,
    })
  else if (/^[-+!]./.test(text)) warnOfSign(scan, at, written)
  return push(scan, at, end, {
    kind: 'word',
    text: text.replaceAll('*', ''),
    how: isPrefix ? 'prefix' : isExact ? 'exact' : 'stem',
  })
}

/** `pe*` for pe*ace, `offer` for *offer. */
function withoutStarsInside(text: string): { readonly suggestion?: string } {
  const letters = text.split('*').find((each) => each !== '')
  if (letters === undefined) return {}
  return { suggestion: text.startsWith('*') ? letters : `${letters}*` }
}

function warnOfSign(scan: Scan, at: number, written: string): void {
  const sign = written.charAt(0)
  const operator = sign === '+' ? 'AND' : 'NOT'
  const suggestion = `${operator} ${written.slice(1)}`
  scan.warnings.push({
    start: at,
    end: at + written.length,
    expected: operator,
    got: `${sign}, which says nothing here`,
    suggestion,
  })
}

function isDistance(digits: string): boolean {
  return /^\d{1,3}$/.test(digits) && Number(digits) <= LARGEST_DISTANCE
}

function match(pattern: RegExp, source: string, at: number): readonly (string | undefined)[] {
  pattern.lastIndex = at
  return pattern.exec(source) ?? [source.charAt(at)]
}

function push(scan: Scan, start: number, end: number, token: QueryTokenKind): number {
  scan.tokens.push({ ...token, start, end })
  return end
}

function mistake(scan: Scan, start: number, end: number, what: Omit<QueryMistake, 'start' | 'end'>): void {
  scan.mistakes.push({ start, end, ...what })
}
