/** What a query says, as a tree. `start` and `end` are UTF-16 offsets into its source. */
export type Query = PhraseQuery | PersonQuery | RegexQuery | GroupQuery | NotQuery | NearQuery | FieldQuery | ScopeQuery

interface Placed {
  readonly start: number
  readonly end: number
}

/** Words that stand together, in this order, with at most `slop` other words between them in all. */
export interface PhraseQuery extends Placed {
  readonly kind: 'phrase'
  readonly words: readonly QueryWord[]
  readonly slop: number
}

export interface QueryWord {
  /** As written, without its marks. */
  readonly text: string
  /** `stem`: in any form; `exact`: case and form as written; `prefix`: whatever begins so. */
  readonly how: 'stem' | 'exact' | 'prefix'
  /** What stands before it in the source; behind a `break` (a full stop or the like), one may stand in the text as well. */
  readonly gap: 'hyphen' | 'space' | 'break'
}

/** `@id`: a person under all names, or whoever holds an office on the day of the article. */
export interface PersonQuery extends Placed {
  readonly kind: 'person'
  readonly id: string
}

export interface RegexQuery extends Placed {
  readonly kind: 'regex'
  readonly pattern: string
  readonly ignoreCase: boolean
}

export interface GroupQuery extends Placed {
  readonly kind: 'and' | 'or'
  readonly parts: readonly Query[]
}

export interface NotQuery extends Placed {
  readonly kind: 'not'
  readonly part: Query
}

/** At most `distance` words between the two. */
export interface NearQuery extends Placed {
  readonly kind: 'near'
  readonly isOrdered: boolean
  readonly distance: number
  readonly left: Query
  readonly right: Query
}

export interface FieldQuery extends Placed {
  readonly kind: 'field'
  readonly field: QueryField
  readonly part: Query
}

/** All of it within one sentence or one paragraph. */
export interface ScopeQuery extends Placed {
  readonly kind: 'scope'
  readonly unit: 'sentence' | 'paragraph'
  readonly part: Query
}

export const queryFields = ['title', 'lead', 'body', 'said', 'speaker', 'author', 'outlet', 'lang', 'url'] as const

export type QueryField = (typeof queryFields)[number]

/** What a query is made of, in order. */
export function partsOf(query: Query): readonly Query[] {
  if (query.kind === 'and' || query.kind === 'or') return query.parts
  if (query.kind === 'near') return [query.left, query.right]
  return query.kind === 'not' || query.kind === 'field' || query.kind === 'scope' ? [query.part] : []
}
