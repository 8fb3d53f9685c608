/** Weights added up in another order may give a little more. */
export const ROUNDING = 1e-6
const MOST_GROUPS = 8

export interface Weighed {
  readonly weight: number
}

/**
 * The smallest groups of weights that reach a threshold: without one of them it is not reached. Undefined when there are
 * more than a few.
 */
export function groupsThatReach<T extends Weighed>(
  weighed: readonly T[],
  threshold: number,
): readonly (readonly T[])[] | undefined {
  const heaviestFirst = weighed.toSorted((left, right) => right.weight - left.weight)
  const groups: (readonly T[])[] = []
  // The last one taken is the lightest, so that a group which reaches the threshold only with it needs all of them.
  const take = (taken: readonly T[], from: number, missing: number): void => {
    if (missing <= ROUNDING) groups.push(taken)
    else {
      let rest = heaviestFirst.slice(from).reduce((sum, { weight }) => sum + weight, 0)
      for (let index = from; rest + ROUNDING >= missing && groups.length <= MOST_GROUPS; index++) {
        const next = heaviestFirst[index]
        if (next === undefined) return
        take([...taken, next], index + 1, missing - next.weight)
        rest -= next.weight
      }
    }
  }
  take([], 0, threshold)
  return groups.length > MOST_GROUPS ? undefined : groups
}
