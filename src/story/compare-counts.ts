import type { CountTrait } from './story-article.ts'

/** Values by the unit that they are of: all that the articles of a story say. */
export type ToldCounts = Map<number, Set<number>>

export function addCounts(told: ToldCounts, counts: readonly CountTrait[]): void {
  for (const { unit, value } of counts) {
    const values = told.get(unit)
    if (values === undefined) told.set(unit, new Set([value]))
    else values.add(value)
  }
}

/** Of the units that an article and a story both have. */
export interface CountAgreement {
  /** Units with a value that both have. */
  readonly sameCount: number
  /** Units of which every value is another one. */
  readonly otherCount: number
}

export function compareCounts(counts: readonly CountTrait[], told: ToldCounts): CountAgreement {
  const isSame = new Map<number, boolean>()
  for (const { unit, value } of counts) {
    const values = told.get(unit)
    if (values !== undefined) isSame.set(unit, isSame.get(unit) === true || values.has(value))
  }
  const sameCount = isSame.values().reduce((count, same) => count + (same ? 1 : 0), 0)
  return { sameCount, otherCount: isSame.size - sameCount }
}
