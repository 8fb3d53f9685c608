/** Boosted trees that say how likely a block is the article's; trained by `npm run train:blocks`. */
export interface BlockModel {
  readonly trees: readonly BlockTree[]
}

/** Nodes in the order of a walk that goes left first: a node's left child is the next node. */
export interface BlockTree {
  /** Index of the feature that is asked; -1 in a leaf. */
  readonly feature: readonly number[]
  /** Values up to it go left. */
  readonly bound: readonly number[]
  /** Index of the right child. */
  readonly right: readonly number[]
  /** What the node alone would add to the score: in a leaf what the tree adds. */
  readonly value: readonly number[]
}

/** 0 to 1. */
export function scoreBlock(model: BlockModel, row: ArrayLike<number>): number {
  let margin = 0
  for (const tree of model.trees) {
    let node = 0
    for (let feature = tree.feature[0] ?? -1; feature >= 0; feature = tree.feature[node] ?? -1)
      node = (row[feature] ?? 0) <= (tree.bound[node] ?? 0) ? node + 1 : (tree.right[node] ?? 0)
    margin += tree.value[node] ?? 0
  }
  return 1 / (1 + Math.exp(-margin))
}

/** How much each feature moved the score: below zero towards furniture. */
export function explainBlock(model: BlockModel, row: ArrayLike<number>): ReadonlyMap<number, number> {
  const moved = new Map<number, number>()
  for (const tree of model.trees) {
    let node = 0
    for (let feature = tree.feature[0] ?? -1; feature >= 0; feature = tree.feature[node] ?? -1) {
      const next: number = (row[feature] ?? 0) <= (tree.bound[node] ?? 0) ? node + 1 : (tree.right[node] ?? 0)
      moved.set(feature, (moved.get(feature) ?? 0) + (tree.value[next] ?? 0) - (tree.value[node] ?? 0))
      node = next
    }
  }
  return moved
}
