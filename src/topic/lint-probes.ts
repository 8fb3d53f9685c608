import type { PeopleBook } from '../person/person.ts'
import { parseQuery } from './parse-query.ts'
import type { Query } from './query.ts'
import type { Topic } from './topic.ts'

/** A topic made of a part of another, to learn what that part does. */
export interface Probe {
  readonly topic: Topic
  /** The topic it is a part of. */
  readonly of: string
  /** `clause`: one way to satisfy it; `open`: all of it but what it excludes. */
  readonly kind: 'clause' | 'open'
  /** As the topic has it. */
  readonly phrase: string
}

/** A spelling of a name in `aliases`, looked for by itself. */
export interface SpellingProbe {
  readonly id: string
  readonly name: string
  readonly spelling: string
}

/** Stands in no text, so that `NOT` of it is true everywhere. */
const NOWHERE = 'qxzvqkwjxq'

/** The parts of a topic whose work can be seen in an archive. */
export function probesOf(topic: Topic, book: PeopleBook): readonly Probe[] {
  const { any, all, query, score } = topic
  const clauses = [
    ...[...any, ...all].map((phrase) => ({ phrase, clauses: { any: [phrase] } })),
    ...alternativesIn(query, book).map((phrase) => ({ phrase, clauses: { query: phrase } })),
    ...(score?.terms ?? []).map((term) => ({ phrase: term.query, clauses: { query: term.query } })),
  ]
  const probes = clauses.map((clause, index): Probe => {
    const own = { ...bare(topic), ...clause.clauses, id: `${topic.id} clause ${index}` }
    return { topic: own, of: topic.id, kind: 'clause', phrase: clause.phrase }
  })
  const open = openTopic(topic, book)
  return open === undefined ? probes : [...probes, { topic: open, of: topic.id, kind: 'open', phrase: '' }]
}

function bare({ query: _query, score: _score, ...topic }: Topic): Topic {
  return { ...topic, any: [], all: [], none: [] }
}

/** What stands on either side of OR, where it is a query of its own. */
function alternativesIn(source: string | undefined, book: PeopleBook): readonly string[] {
  const parsed = source === undefined ? undefined : parseQuery(source, book)
  if (source === undefined || parsed?.kind !== 'query') return []
  return alternatives(parsed.query, '')
    .map(({ part, field }) => `${field}(${withBrackets(source.slice(part.start, part.end))})`)
    .filter((text) => parseQuery(text, book).kind === 'query')
}

/** A part begins and ends within its outermost brackets. */
function withBrackets(text: string): string {
  let depth = 0
  let lowest = 0
  for (const character of text) {
    depth += character === '(' ? 1 : character === ')' ? -1 : 0
    lowest = Math.min(lowest, depth)
  }
  return `${'('.repeat(-lowest)}${text}${')'.repeat(depth - lowest)}`
}

function alternatives(query: Query, field: string): readonly { readonly part: Query; readonly field: string }[] {
  if (query.kind === 'or') {
    return query.parts.flatMap((part) => {
      const inner = alternatives(part, field)
      return inner.length > 0 ? inner : [{ part, field }]
    })
  }
  if (query.kind === 'field') return alternatives(query.part, `${query.field}:`)
  if (query.kind === 'and') return query.parts.flatMap((part) => alternatives(part, field))
  if (query.kind === 'near') return [query.left, query.right].flatMap((part) => alternatives(part, field))
  return query.kind === 'scope' ? alternatives(query.part, field) : []
}

/** The topic without what it excludes; undefined when it excludes nothing. */
function openTopic(topic: Topic, book: PeopleBook): Topic | undefined {
  const parsed = topic.query === undefined ? undefined : parseQuery(topic.query, book)
  const excluded = parsed?.kind === 'query' ? exclusions(parsed.query) : []
  if (topic.none.length === 0 && excluded.length === 0) return undefined
  const query = excluded
    .toSorted((left, right) => right.start - left.start)
    .reduce((source, part) => `${source.slice(0, part.start)}${NOWHERE}${source.slice(part.end)}`, topic.query ?? '')
  return { ...topic, id: `${topic.id} open`, none: [], ...(topic.query !== undefined && { query }) }
}

function exclusions(query: Query): readonly Query[] {
  switch (query.kind) {
    case 'not':
      return [query.part]
    case 'and':
    case 'or':
      return query.parts.flatMap(exclusions)
    case 'near':
      return [query.left, query.right].flatMap(exclusions)
    case 'field':
    case 'scope':
      return exclusions(query.part)
    case 'phrase':
    case 'person':
    case 'regex':
      return []
  }
}
