import { foldText } from '../article/normalize-text.ts'
import type { PeopleBook } from '../person/person.ts'
import type { Statement } from '../statement/statement.ts'
import type { KnownSpeaker } from '../store/statement-store.ts'
import { UsageError } from './usage-error.ts'

/** Whose statements are asked for. */
export interface SpeakerChoice {
  /** Whether any statement of the speaker may be meant. */
  readonly mayBe: (speaker: KnownSpeaker) => boolean
  readonly isMeant: (statement: Statement) => boolean
}

/**
 * Words of a name in any of its spellings, `@jens-stoltenberg`, or `@nato-secretary-general`: whoever held that office on
 * the day.
 * @throws UsageError when there is no such person or role
 */
export function openSpeakerChoice(text: string, book: PeopleBook): SpeakerChoice {
  if (text.startsWith('@')) return byId(text.slice(1), book)
  const words = wordsOf(text)
  if (words.length === 0)
    throw new UsageError(`statements: expected words of a name, or @ and an id, got ${JSON.stringify(text)}`)
  const meant = book.people.filter(({ name, names }) => [name, ...names].some((each) => holds(each, words)))
  const ids = new Set(meant.map(({ id }) => id))
  const mayBe = ({ name, personId }: KnownSpeaker) =>
    (personId !== undefined && ids.has(personId)) || holds(name, words)
  return { mayBe, isMeant: ({ speaker }) => mayBe(speaker) }
}

function byId(id: string, { people, roles }: PeopleBook): SpeakerChoice {
  if (people.some((person) => person.id === id)) {
    return { mayBe: ({ personId }) => personId === id, isMeant: ({ speaker }) => speaker.personId === id }
  }
  if (roles.some((role) => role.id === id)) {
    return { mayBe: () => true, isMeant: ({ role }) => role?.roleId === id }
  }
  throw new UsageError(`statements: expected the id of a person or role of people.yaml behind @, got ${id}`)
}

function holds(name: string, words: readonly string[]): boolean {
  const has = new Set(wordsOf(name))
  return words.every((word) => has.has(word))
}

function wordsOf(text: string): readonly string[] {
  return foldText(text.normalize('NFKD').replace(/\p{M}+/gu, '')).match(/[\p{L}\p{N}]+/gu) ?? []
}
