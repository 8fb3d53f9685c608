import type { Copy } from './story-index.ts'

/** How much of each of two articles stands in the other, by their four-word runs: 0 to 1. */
export interface Containment {
  /** Runs both have, among those compared. */
  readonly sharedCount: number
  readonly ofThis: number
  readonly ofOther: number
}

/** So much of an article in the other is all of it but for edits. */
const MOSTLY = 0.7
/** An article that holds another and little of it is its own work. */
const LEAST_OF_CONTAINING = 0.3
/** A text rewritten: runs break at each changed word, so that a third of the runs is most of the words. */
const LEAST_OF_UPDATE = 0.16
const LEAST_RUNS = 4
const LEAST_RUNS_OF_UPDATE = 6

/** What the one article is to the other, earlier one; undefined when they are different texts. */
export function judgeCopy({ sharedCount, ofThis, ofOther }: Containment): Copy['relation'] | undefined {
  if (sharedCount < LEAST_RUNS) return undefined
  if (ofThis >= MOSTLY) return ofOther >= MOSTLY ? 'copy' : 'cut'
  if (ofOther >= MOSTLY && ofThis >= LEAST_OF_CONTAINING) return 'contains'
  const isUpdate = Math.min(ofThis, ofOther) >= LEAST_OF_UPDATE && sharedCount >= LEAST_RUNS_OF_UPDATE
  return isUpdate ? 'update' : undefined
}
