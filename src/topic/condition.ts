import { hasNeighbours, type Neighbours, neighbourBit } from './neighbours.ts'

/**
 * Something without which a topic cannot match, as one number: that a term stands in the text, that it stands in the title,
 * or that two terms stand behind each other. Asked of every topic that is announced, before its program runs.
 */
export type Condition = number

/** Always met. */
export const NO_CONDITION = -1
const IN_TITLE = 2 ** 29
/** What is kept of a term that stands in the text: `PRESENT`, and `TITLED` as well when it stands in the title. */
export const PRESENT = 1
export const TITLED = 2

export function standsInTitle(term: number): Condition {
  return term + IN_TITLE
}

export function standBehindEachOther(first: number, second: number): Condition {
  return NO_CONDITION - 1 - neighbourBit(first, second)
}

/** Whether it is no more than that a term stands somewhere, which is met more often than all else. */
export function isPlainTerm(condition: Condition): boolean {
  return condition >= 0 && condition < IN_TITLE
}

export function isMet(terms: Uint8Array, neighbours: Neighbours, condition: Condition): boolean {
  if (condition >= IN_TITLE) return ((terms[condition - IN_TITLE] ?? 0) & TITLED) !== 0
  if (condition >= 0) return ((terms[condition] ?? 0) & PRESENT) !== 0
  return condition === NO_CONDITION || hasNeighbours(neighbours, NO_CONDITION - 1 - condition)
}
