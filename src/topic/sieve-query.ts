import type { PeopleBook } from '../person/person.ts'
import { foldWord } from './fold-word.ts'
import { parsePhrase } from './parse-phrase.ts'
import type { Query, QueryWord } from './query.ts'
import { ANYTHING, allOf, anyOf, type Sieve, type WordSieve } from './sieve.ts'
import { type AliasIndex, indexAliases, type SpelledWord, spellPhrase } from './spell-phrase.ts'
import { stemmings, stemWord } from './stem-word.ts'

/** Fields whose words are in the index; of the others it knows nothing. */
const INDEXED_FIELDS: ReadonlySet<string> = new Set(['title', 'lead', 'body', 'said'])

/** The sieve of a query: all that `matchTopics` would take passes it, in whatever language. */
export function sieveQuery(query: Query, book: PeopleBook): Sieve {
  return sievePart(query, { book, aliases: indexAliases(book.aliases) })
}

interface Names {
  readonly book: PeopleBook
  readonly aliases: AliasIndex
}

function sievePart(query: Query, names: Names): Sieve {
  switch (query.kind) {
    case 'phrase':
      return sievePhrase(query.words, names)
    case 'person':
      return anyOf(namesOf(query.id, names.book).map((name) => sieveName(name, names)))
    case 'and':
      return allOf(query.parts.map((part) => sievePart(part, names)))
    case 'or':
      return anyOf(query.parts.map((part) => sievePart(part, names)))
    case 'near':
      return allOf([sievePart(query.left, names), sievePart(query.right, names)])
    case 'scope':
      return sievePart(query.part, names)
    case 'field':
      return INDEXED_FIELDS.has(query.field) ? sievePart(query.part, names) : ANYTHING
    case 'not':
    case 'regex':
      return ANYTHING
  }
}

function sievePhrase(words: readonly QueryWord[], { aliases }: Names): Sieve {
  return anyOf(spellPhrase(words, aliases).map((spelling) => allOf(spelling.words.map(sieveWord))))
}

function sieveName(name: string, names: Names): Sieve {
  const parsed = parsePhrase(name, names.book)
  return parsed.kind === 'query' ? sievePart(parsed.query, names) : ANYTHING
}

function namesOf(id: string, book: PeopleBook): readonly string[] {
  const role = book.roles.find((each) => each.id === id)
  const people = book.people.filter((each) => each.id === id || each.held.some((tenure) => tenure.role === id))
  return [...(role?.names ?? []), ...people.flatMap(({ name, names }) => [name, ...names])]
}

/** A word as it is, or as two words of the text. */
function sieveWord(word: SpelledWord): Sieve {
  const form = foldWord(word.form)
  const whole = beginning(form, word.how)
  const splits = Array.from({ length: Math.max(0, form.length - 1) }, (_, index): Sieve => {
    const at = index + 1
    const first: Sieve = { kind: 'word', form: form.slice(0, at), isPrefix: false }
    const rest = whole.form.slice(at)
    return rest === '' ? first : allOf([first, { ...whole, form: rest }])
  })
  return anyOf([whole, ...splits])
}

/** What all forms of a word begin with. */
function beginning(form: string, how: QueryWord['how']): WordSieve {
  if (how !== 'stem') return { kind: 'word', form, isPrefix: how === 'prefix' }
  const shortest = stemmings.map((stemming) => commonBeginning(form, stemWord(form, stemming))).reduce(shorter)
  return { kind: 'word', form: shortest, isPrefix: true }
}

/** Stemmers change the last letters of a stem too: die, dying; sensible, sensibility. */
function commonBeginning(word: string, stem: string): string {
  let length = 0
  while (length < stem.length && word[length] === stem[length]) length++
  const sure = word.slice(0, length).replace(/(?<=.)[iyeиыії]+$/u, '')
  return sure.length > 4 ? sure.slice(0, -1) : sure
}

function shorter(left: string, right: string): string {
  return left.length <= right.length ? left : right
}
