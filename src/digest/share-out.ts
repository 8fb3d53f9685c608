/** Shares `total` places among groups of these sizes: all get equally many, and what small ones leave goes to the rest. */
export function shareOut(sizes: readonly number[], total: number): readonly number[] {
  const shares = sizes.map(() => 0)
  const bySize = sizes.map((size, index) => ({ size, index })).toSorted((a, b) => a.size - b.size || a.index - b.index)
  let left = total
  for (const [position, { size, index }] of bySize.entries()) {
    const share = Math.min(size, Math.ceil(left / (bySize.length - position)))
    shares[index] = share
    left -= share
  }
  return shares
}
