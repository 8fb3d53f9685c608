import { createHash } from 'node:crypto'
import type { PeopleBook } from '../person/person.ts'
import type { Topic } from './topic.ts'

/** Topic id -> short hash of all that decides what it matches: its clauses, and the names and offices they may ask for. */
export function topicVersions(topics: readonly Topic[], book: PeopleBook): ReadonlyMap<string, string> {
  const bookHash = hashOf(book)
  return new Map(
    topics.map(({ name: _name, priority: _priority, show: _show, ...clauses }) => [
      clauses.id,
      hashOf([bookHash, clauses]),
    ]),
  )
}

/** One hash of all topics, in whatever order they stand. */
export function versionOfAll(versions: ReadonlyMap<string, string>): string {
  return hashOf([...versions].toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12)
}
