import { findRole } from '../person/person-index.ts'
import { roleHolder } from '../person/role-holder.ts'
import { type Actor, type Cast, printed } from './cast.ts'
import type { Phrase } from './phrase.ts'
import type { Speaker, SpeakerRole } from './statement.ts'
import type { Token } from './token.ts'

export interface Resolution {
  readonly actor: Actor
  readonly phrase: Phrase
  readonly resolvedBy: Speaker['resolvedBy']
}

/** As what somebody speaks: the office printed here or with the name before, and what the people book says of that day. */
export function roleOfActor(
  cast: Cast,
  tokens: readonly Token[],
  { actor, phrase, resolvedBy }: Resolution,
): SpeakerRole | undefined {
  if (actor.kind !== 'person') return undefined
  const own = phrase.role ?? (resolvedBy === 'office' ? phrase.surface : undefined)
  const words = own === undefined ? actor.roles[0] : printed(cast.text, tokens, own)
  const roleId =
    (words === undefined ? undefined : heldRole(cast, actor, findRole(cast.index, words))) ?? onlyRole(cast, actor)
  if (words === undefined && roleId === undefined) return undefined
  return { ...(words === undefined ? {} : { printed: words }), ...(roleId === undefined ? {} : { roleId }) }
}

function heldRole({ index, at }: Cast, { personId }: Actor, roleId: string | undefined): string | undefined {
  const held = index.book.people.find(({ id }) => id === personId)?.held ?? []
  if (roleId === undefined || !held.some(({ role }) => role === roleId)) return undefined
  return at === undefined || roleHolder(index.book, roleId, at)?.id === personId ? roleId : undefined
}

/** The one office a known person holds that day. */
function onlyRole({ index, at }: Cast, { personId }: Actor): string | undefined {
  if (personId === undefined || at === undefined) return undefined
  const held = index.book.people.find(({ id }) => id === personId)?.held ?? []
  const roles = new Set(
    held.map(({ role }) => role).filter((role) => roleHolder(index.book, role, at)?.id === personId),
  )
  return roles.size === 1 ? [...roles][0] : undefined
}
