import type { PeopleBook, Person } from '../person/person.ts'
import { addPhrase, addRegex, type LeafStore } from './leaf-store.ts'
import { addTerm, type Lexicon } from './lexicon.ts'
import { parsePhrase } from './parse-phrase.ts'
import type { LeafField, Variant, Via } from './program.ts'
import type { PersonQuery, PhraseQuery, QueryWord, RegexQuery } from './query.ts'
import { type AliasIndex, spellPhrase } from './spell-phrase.ts'

/** What leaves are made with. */
export interface LeafMaker {
  readonly lexicon: Lexicon
  readonly leaves: LeafStore
  readonly book: PeopleBook
  readonly aliases: AliasIndex
}

/** The number of the leaf that a phrase, a person or a pattern becomes in a field. */
export function compileLeaf(maker: LeafMaker, query: PhraseQuery | PersonQuery | RegexQuery, field: LeafField): number {
  if (query.kind === 'regex')
    return addRegex(maker.leaves, { kind: 'regex', field, pattern: query.pattern, ignoreCase: query.ignoreCase })
  if (query.kind === 'phrase') {
    const variants = variantsOf(maker, query.words, undefined)
    return addPhrase(maker.leaves, { kind: 'phrase', field, slop: query.slop, variants })
  }
  const variants = variantsOfPeople(maker, query.id, field)
  return addPhrase(maker.leaves, { kind: 'phrase', field, slop: 0, variants })
}

/** The word that stands in the field `speaker` for a person who was recognised. */
export function personWord(personId: string): string {
  return `@${personId}`
}

function variantsOf(maker: LeafMaker, words: readonly QueryWord[], via: Via | undefined): readonly Variant[] {
  return spellPhrase(words, maker.aliases).map(({ words: spelled, alias }) => ({
    terms: spelled.map(({ form, how }) => addTerm(maker.lexicon, form, how)),
    breaks: spelled.map(({ gap }) => gap === 'break'),
    via: via ?? (alias === undefined ? undefined : { rule: 'alias', text: alias }),
  }))
}

function variantsOfPeople(maker: LeafMaker, id: string, field: LeafField): readonly Variant[] {
  const { roles, people } = maker.book
  const names = people
    .filter((person) => person.id === id)
    .flatMap((person) => variantsOfPerson(maker, person, { field, via: { rule: 'person', text: person.id } }))
  const offices = roles
    .filter((role) => role.id === id)
    .flatMap((role) => role.names.flatMap((name) => variantsOfName(maker, name, { rule: 'role', text: id })))
  const holders = people.flatMap((person) =>
    person.held
      .filter(({ role }) => role === id)
      .flatMap(({ from, to }) => {
        const text = `${person.id}, ${id} from ${from}${to === undefined ? '' : ` to ${to}`}`
        return variantsOfPerson(maker, person, {
          field,
          via: { rule: 'role', text, from, ...(to !== undefined && { to }) },
        })
      }),
  )
  return [...names, ...offices, ...holders]
}

function variantsOfPerson(
  maker: LeafMaker,
  { id, name, names }: Person,
  { field, via }: { readonly field: LeafField; readonly via: Via },
): readonly Variant[] {
  const recognised = { terms: [addTerm(maker.lexicon, personWord(id), 'exact')], breaks: [false], via }
  const named = [...new Set([name, ...names])].flatMap((each) => variantsOfName(maker, each, via))
  return field === 'speaker' ? [recognised, ...named] : named
}

function variantsOfName(maker: LeafMaker, name: string, via: Via): readonly Variant[] {
  const parsed = parsePhrase(name, maker.book)
  return parsed.kind === 'query' && parsed.query.kind === 'phrase' ? variantsOf(maker, parsed.query.words, via) : []
}
