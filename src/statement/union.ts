/** Sets that grow together. */
export interface Union {
  readonly join: (left: number, right: number) => void
  /** The smallest member of the set. */
  readonly rootOf: (index: number) => number
}

/** Every index below `count` in a set of its own. */
export function createUnion(count: number): Union {
  const parents = Array.from({ length: count }, (_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root
    for (let at = index; at !== root; ) {
      const next = parents[at] ?? root
      parents[at] = root
      at = next
    }
    return root
  }
  const join = (left: number, right: number): void => {
    const [low, high] = [rootOf(left), rootOf(right)].toSorted((one, other) => one - other)
    if (low !== undefined && high !== undefined) parents[high] = low
  }
  return { join, rootOf }
}
