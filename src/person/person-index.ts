import { foldName } from './fold-name.ts'
import type { PeopleBook, Person } from './person.ts'

/** A book made ready for finding who a printed name or office means. */
export interface PersonIndex {
  readonly book: PeopleBook
  /** By the last word of a name, folded. */
  readonly names: ReadonlyMap<string, readonly IndexedName[]>
  /** The same as Polish texts are folded, where names of all languages have Polish endings. */
  readonly polishNames: ReadonlyMap<string, readonly IndexedName[]>
  /** Office as printed, in lower case -> role id. */
  readonly roles: ReadonlyMap<string, string>
}

interface IndexedName {
  readonly person: Person
  readonly words: readonly string[]
}

/** A book is read once and asked for every article. */
const indexes = new WeakMap<PeopleBook, PersonIndex>()

export function indexPeople(book: PeopleBook): PersonIndex {
  const known = indexes.get(book)
  if (known !== undefined) return known
  const index = { book, names: indexNames(book), polishNames: indexNames(book, 'pl'), roles: indexRoles(book) }
  indexes.set(book, index)
  return index
}

/** Whom a printed name means: its last words are a known name, and nothing in front contradicts it. */
export function findPerson(index: PersonIndex, words: readonly string[], language?: string): Person | undefined {
  const names = language === 'pl' ? index.polishNames : index.names
  const folded = words.map((word) => foldName(word, language))
  const found = (names.get(folded.at(-1) ?? '') ?? []).filter((name) => isSame(name, folded))
  const longest = found.toSorted((left, right) => right.words.length - left.words.length)[0]
  return longest?.person
}

/** The office a printed role names, with or without words around it. */
export function findRole({ roles }: PersonIndex, printed: string): string | undefined {
  const words = printed.toLowerCase().replaceAll('’', "'").split(/\s+/)
  for (let from = 0; from < words.length; from++) {
    for (let to = words.length; to > from; to--) {
      const role = roles.get(words.slice(from, to).join(' '))
      if (role !== undefined) return role
    }
  }
  return undefined
}

function isSame({ person, words }: IndexedName, printed: readonly string[]): boolean {
  const tail = printed.slice(-words.length)
  if (tail.length < words.length || !tail.every((word, index) => word === words[index])) return false
  const given = printed[0]
  if (printed.length === words.length || given === undefined || words.length > 1) return true
  return [person.name, ...person.names].every((name) => !contradicts(given, name))
}

/** "Jill" contradicts "Joe Example"; "Sergei" does not contradict "Sergey Example", nor what is in another script. */
function contradicts(given: string, name: string): boolean {
  const first = foldName(name.split(' ')[0] ?? '')
  const isShort = !name.includes(' ')
  if (isShort || /[а-я]/u.test(given) !== /[а-я]/u.test(first)) return false
  return skeleton(given) !== skeleton(first)
}

function skeleton(word: string): string {
  return word.replace(/[aeiouyаеиіїоуыюяєэйь]/gu, '')
}

function indexNames({ people, aliases }: PeopleBook, language?: string): ReadonlyMap<string, readonly IndexedName[]> {
  const names = new Map<string, IndexedName[]>()
  for (const person of people) {
    for (const name of new Set([person.name, ...person.names].flatMap((each) => [each, ...(aliases[each] ?? [])]))) {
      const words = name.split(/\s+/).map((word) => foldName(word, language))
      const last = words.at(-1) ?? ''
      names.set(last, [...(names.get(last) ?? []), { person, words }])
    }
  }
  return names
}

function indexRoles({ roles }: PeopleBook): ReadonlyMap<string, string> {
  return new Map(roles.flatMap(({ id, names }) => names.map((name): [string, string] => [name.toLowerCase(), id])))
}
