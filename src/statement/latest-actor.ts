import type { Actor, Cast } from './cast.ts'

/** How many of the latest in focus may be meant by "she" or "the ministry". */
const MAX_FOCUS = 20

/** The latest spoken of who fits. */
export function latestActor({ focus }: Cast, isMeant: (actor: Actor) => boolean): Actor | undefined {
  return focus.slice(-MAX_FOCUS).findLast(isMeant)
}
