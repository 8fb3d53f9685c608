import type { PeopleBook } from '../person/person.ts'
import type { LintFinding } from './lint-finding.ts'
import { parsePhrase } from './parse-phrase.ts'
import { parseQuery } from './parse-query.ts'
import type { Query } from './query.ts'
import type { Topic } from './topic.ts'

export interface SpeakingFeed {
  readonly id: string
  readonly outlet: string
  /** ISO 639-1. */
  readonly language?: string
}

/** Letters by the code that ISO 15924 gives a script. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
  Arab: /\p{Script=Arabic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Geor: /\p{Script=Georgian}/u,
  Armn: /\p{Script=Armenian}/u,
}

/** Languages of the feeds in whose letters a topic has no terms: it cannot match what they say. */
export function lintLanguages(topic: Topic, feeds: readonly SpeakingFeed[], book: PeopleBook): readonly LintFinding[] {
  const languages = new Set(feeds.filter((feed) => isRead(topic, feed)).flatMap(({ language }) => language ?? []))
  const asked = [...languages].filter((each) => topic.languages?.includes(each) ?? true).toSorted()
  const missing = asked.filter((language) => {
    const script = SCRIPTS[new Intl.Locale(language).maximize().script ?? '']
    return script !== undefined && !canMatch(topic, { book, script })
  })
  if (missing.length === 0) return []
  const found = `the feeds speak ${missing.join(', ')}, and it has no terms in those letters`
  const advice = `add the words of ${missing.join(', ')}, or say languages: [${asked.filter((each) => !missing.includes(each)).join(', ')}]`
  return [{ fault: 'missing-language', of: topic.id, found, advice }]
}

function isRead({ feeds, outlets }: Topic, feed: SpeakingFeed): boolean {
  return (feeds?.includes(feed.id) ?? true) && (outlets?.includes(feed.outlet) ?? true)
}

interface Reader {
  readonly book: PeopleBook
  readonly script: RegExp
}

function canMatch({ any, all, query, score }: Topic, reader: Reader): boolean {
  const canPhrase = (phrase: string) => canParsed(parsePhrase(phrase, reader.book), reader)
  if (!all.every(canPhrase) || (any.length > 0 && !any.some(canPhrase))) return false
  if (query !== undefined && !canParsed(parseQuery(query, reader.book), reader)) return false
  if (score === undefined) return true
  const found = score.terms.filter((term) => term.weight > 0 && canParsed(parseQuery(term.query, reader.book), reader))
  return found.reduce((sum, { weight }) => sum + weight, 0) >= score.atLeast
}

function canParsed(parsed: ReturnType<typeof parseQuery>, reader: Reader): boolean {
  return parsed.kind === 'mistakes' || canQuery(parsed.query, reader)
}

function canQuery(query: Query, reader: Reader): boolean {
  switch (query.kind) {
    case 'phrase':
      return canWords(query.words.map(({ text }) => text).join(' '), reader)
    case 'person':
      return canPerson(query.id, reader)
    case 'and':
      return query.parts.every((part) => canQuery(part, reader))
    case 'or':
      return query.parts.some((part) => canQuery(part, reader))
    case 'near':
      return canQuery(query.left, reader) && canQuery(query.right, reader)
    case 'scope':
      return canQuery(query.part, reader)
    case 'field':
      return ['lang', 'url', 'outlet', 'author'].includes(query.field) || canQuery(query.part, reader)
    case 'not':
    case 'regex':
      return true
  }
}

/** In these letters, or in none (numbers), or under an alias in them. */
function canWords(words: string, { book, script }: Reader): boolean {
  if (script.test(words) || !/\p{L}/u.test(words)) return true
  const groups = Object.entries(book.aliases).map(([name, others]) => [name, ...others])
  const folded = words.toLowerCase()
  return groups.some(
    (group) => group.some((name) => name.toLowerCase() === folded) && group.some((name) => script.test(name)),
  )
}

function canPerson(id: string, { book, script }: Reader): boolean {
  const role = book.roles.find((each) => each.id === id)
  const people = book.people.filter((each) => each.id === id || each.held.some((tenure) => tenure.role === id))
  return [...(role?.names ?? []), ...people.flatMap(({ name, names }) => [name, ...names])].some((name) =>
    script.test(name),
  )
}
