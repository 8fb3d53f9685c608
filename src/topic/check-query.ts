import { RE2JS, RE2JSException } from 're2js'
import type { PeopleBook } from '../person/person.ts'
import { nearestWord } from './nearest-word.ts'
import { partsOf, type Query, type QueryField } from './query.ts'
import type { QueryMistake } from './query-mistake.ts'

/** Fields that hold no sentences. */
const OUTSIDE_OF_TEXT: ReadonlySet<QueryField> = new Set(['speaker', 'author', 'outlet', 'lang', 'url'])
const LONGEST_PATTERN = 500

interface Check {
  readonly source: string
  readonly book: PeopleBook
  readonly mistakes: QueryMistake[]
}

/** What stands around a part. */
interface Around {
  readonly isNear?: true
  readonly field?: QueryField
  readonly isScoped?: true
}

/** What no grammar can see: unknown people, patterns that cannot run in linear time, parts that have no meaning where they stand. */
export function checkQuery(query: Query, source: string, book: PeopleBook): readonly QueryMistake[] {
  const check: Check = { source, book, mistakes: [] }
  checkPart(check, query, {})
  if (!isPositive(query)) {
    const expected = 'something to look for beside what NOT takes away'
    check.mistakes.push({ start: query.start, end: query.end, expected, got: written(check, query) })
  }
  return check.mistakes
}

function checkPart(check: Check, part: Query, around: Around): void {
  if (part.kind === 'person') checkPerson(check, part)
  if (part.kind === 'regex') checkRegex(check, part)
  if (around.isNear && (part.kind === 'and' || part.kind === 'not' || part.kind === 'scope'))
    refuse(check, part, 'words, phrases or (one OR another) beside NEAR')
  if (part.kind === 'field') checkField(check, part, around)
  if (part.kind === 'scope') checkScope(check, part, around)
  const inside: Around = {
    ...around,
    ...(part.kind === 'near' && { isNear: true }),
    ...(part.kind === 'field' && { field: part.field }),
    ...(part.kind === 'scope' && { isScoped: true }),
  }
  for (const each of partsOf(part)) checkPart(check, each, inside)
}

function checkPerson(check: Check, { id, start, end }: Query & { readonly kind: 'person' }): void {
  const { roles, people } = check.book
  if (roles.some((role) => role.id === id) || people.some((person) => person.id === id)) return
  const nearest = nearestWord(
    id,
    [...roles, ...people].map((each) => each.id),
  )
  const suggestion = nearest === undefined ? {} : { suggestion: `@${nearest}` }
  check.mistakes.push({ start, end, expected: 'a role or person from people.yaml', got: `@${id}`, ...suggestion })
}

function checkRegex(check: Check, { pattern, start, end }: Query & { readonly kind: 'regex' }): void {
  const got = check.source.slice(start, end)
  if (pattern === '') check.mistakes.push({ start, end, expected: 'a pattern between the slashes', got })
  if (pattern.length > LONGEST_PATTERN)
    check.mistakes.push({ start, end, expected: `a pattern of ${LONGEST_PATTERN} characters at most`, got })
  else check.mistakes.push(...mistakesOfPattern(pattern).map((mistake) => ({ start, end, ...mistake })))
}

function mistakesOfPattern(pattern: string): readonly Pick<QueryMistake, 'expected' | 'got'>[] {
  try {
    if (!RE2JS.compile(pattern).test('')) return []
    return [{ expected: 'a pattern that needs at least one character', got: `/${pattern}/` }]
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const reason = error.message.replace('error parsing regexp: ', '')
    return [{ expected: 'a pattern that runs in linear time (RE2: no look-around, no back-reference)', got: reason }]
  }
}

function checkField(check: Check, part: Query & { readonly kind: 'field' }, around: Around): void {
  if (around.field !== undefined) refuse(check, part, `one field, not ${part.field}: within ${around.field}:`)
  if (around.isScoped && OUTSIDE_OF_TEXT.has(part.field))
    refuse(check, part, 'a field of the text within a sentence or paragraph')
}

function checkScope(check: Check, part: Query & { readonly kind: 'scope' }, around: Around): void {
  if (around.isScoped) refuse(check, part, 'no sentence or paragraph within another')
  if (around.field !== undefined && OUTSIDE_OF_TEXT.has(around.field))
    refuse(check, part, `words, for ${around.field}: holds no sentences`)
  if (!isPositive(part.part)) refuse(check, part.part, 'something to look for beside what NOT takes away')
}

/** Whether a text must hold something to satisfy it. */
function isPositive(query: Query): boolean {
  if (query.kind === 'not') return false
  if (query.kind === 'and') return query.parts.some(isPositive)
  if (query.kind === 'or') return query.parts.every(isPositive)
  return query.kind === 'field' || query.kind === 'scope' ? isPositive(query.part) : true
}

function refuse(check: Check, part: Query, expected: string): void {
  check.mistakes.push({ start: part.start, end: part.end, expected, got: written(check, part) })
}

function written({ source }: Check, { start, end }: Query): string {
  return source.slice(start, end)
}
