import type { Actor, Cast } from './cast.ts'
import { latestActor } from './latest-actor.ts'
import { WORD } from './word-class.ts'

interface Pronoun {
  /** Bits of `WORD`; without one for pronouns, the verb alone stands for "he or she said". */
  readonly classes: number
  readonly block: number
}

/** Somebody not spoken of for so many paragraphs is no rival. */
const MAX_RIVAL_BLOCKS = 3

/** Whom a pronoun means: the latest it may mean, and nobody while another is as likely. */
export function actorOfPronoun(cast: Cast, { classes, block }: Pronoun): Actor | undefined {
  const actor = latestActor(cast, (candidate) => agrees(candidate, classes))
  return actor === undefined || isContested(cast, actor, { classes, block }) ? undefined : actor
}

function agrees(actor: Actor, classes: number): boolean {
  if ((classes & WORD.PRONOUN) === 0) return actor.kind === 'person'
  if ((classes & WORD.THEY) !== 0 && (classes & (WORD.HE | WORD.SHE)) === 0)
    return actor.kind !== 'person' && actor.hasSpoken
  if (actor.kind === 'organisation' || actor.isMany === true) return false
  const gender = (classes & WORD.SHE) !== 0 ? 'she' : 'he'
  return actor.gender === undefined || actor.gender === gender
}

/** Of two whom a pronoun may mean, the later one is meant only while it is still spoken of. */
function isContested(cast: Cast, actor: Actor, { classes, block }: Pronoun): boolean {
  if (actor.gender !== undefined || actor.kind !== 'person' || block - actor.block <= 1) return false
  const rival = latestActor(cast, (other) => other !== actor && other.kind === 'person' && agrees(other, classes))
  return rival !== undefined && actor.block - rival.block <= MAX_RIVAL_BLOCKS
}
