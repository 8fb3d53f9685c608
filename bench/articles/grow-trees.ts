import type { BlockTree } from '../../src/article/block-model.ts'

/** Rows of features, column by column, each value replaced by the number of its bin. */
export interface BinnedRows {
  readonly columns: readonly Uint8Array[]
  /** By feature: the upper bounds of its bins, but the last one's. */
  readonly bounds: readonly (readonly number[])[]
}

export interface GrowOptions {
  readonly treeCount: number
  readonly leafCount: number
  readonly learningRate: number
  readonly minRows: number
  /** Shrinks leaves that few rows speak for. */
  readonly lambda: number
  /** Share of features, and of rows, that one tree sees. */
  readonly sample: number
  readonly seed: number
}

interface Leaf {
  readonly rows: Int32Array
  readonly sums: Float64Array
  readonly node: number
  readonly split: Split | undefined
}

interface Split {
  readonly feature: number
  readonly bin: number
  readonly gain: number
}

interface Growing {
  readonly data: BinnedRows
  readonly features: readonly number[]
  readonly gradients: Float64Array
  readonly hessians: Float64Array
  readonly options: GrowOptions
  readonly nodes: { feature: number; bin: number; left: number; right: number; value: number }[]
}

const MAX_BINS = 64
/** Per bin: sum of gradients, sum of hessians, number of rows. */
const FIELDS = 3

/** Gradient boosting for a yes or no: each tree is grown leaf by leaf towards the errors that the trees before it left. */
export function growTrees(
  data: BinnedRows,
  target: { readonly labels: Uint8Array; readonly weights: Float64Array; readonly rows: Int32Array },
  options: GrowOptions,
): readonly BlockTree[] {
  const random = seededRandom(options.seed)
  const margins = new Float64Array(target.labels.length)
  const gradients = new Float64Array(target.labels.length)
  const hessians = new Float64Array(target.labels.length)
  const trees: BlockTree[] = []
  for (let count = 0; count < options.treeCount; count += 1) {
    for (const row of target.rows) {
      const chance = 1 / (1 + Math.exp(-(margins[row] ?? 0)))
      const weight = target.weights[row] ?? 0
      gradients[row] = weight * (chance - (target.labels[row] ?? 0))
      hessians[row] = weight * Math.max(1e-6, chance * (1 - chance))
    }
    const features = [...data.columns.keys()].filter(() => random() < options.sample)
    const rows = target.rows.filter(() => random() < options.sample)
    const growing: Growing = { data, features, gradients, hessians, options, nodes: [] }
    growTree(growing, rows)
    for (const row of target.rows) margins[row] = (margins[row] ?? 0) + marginOf(growing, row)
    trees.push(treeOf(growing))
  }
  return trees
}

/** Sorts each feature's values into bins of about the same number of rows. */
export function binRows(rows: readonly ArrayLike<number>[], featureCount: number): BinnedRows {
  const bounds: (readonly number[])[] = []
  const columns: Uint8Array[] = []
  const values = new Float64Array(rows.length)
  for (let feature = 0; feature < featureCount; feature += 1) {
    for (let row = 0; row < rows.length; row += 1) values[row] = rows[row]?.[feature] ?? 0
    const upper = boundsOf(values.toSorted())
    const column = new Uint8Array(rows.length)
    for (let row = 0; row < rows.length; row += 1) column[row] = binOf(upper, values[row] ?? 0)
    bounds.push(upper)
    columns.push(column)
  }
  return { columns, bounds }
}

function boundsOf(sorted: Float64Array): readonly number[] {
  const bounds = new Set<number>()
  for (let bin = 1; bin < MAX_BINS; bin += 1) {
    const value = sorted[Math.floor((sorted.length * bin) / MAX_BINS)] ?? 0
    // Few digits make the model's file small; training and judging use the same rounded bound.
    bounds.add(Number(value.toPrecision(3)))
  }
  return [...bounds].sort((a, b) => a - b)
}

function binOf(bounds: readonly number[], value: number): number {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= (bounds[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}

function growTree(growing: Growing, rows: Int32Array): void {
  const leaves = [leafOf(growing, rows, sumRows(growing, rows))]
  while (leaves.length < growing.options.leafCount) {
    const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a))
    if (best.split === undefined) return
    leaves.splice(leaves.indexOf(best), 1, ...splitLeaf(growing, best, best.split))
  }
}

function splitLeaf(growing: Growing, leaf: Leaf, split: Split): readonly Leaf[] {
  const column = growing.data.columns[split.feature] ?? new Uint8Array()
  const left = leaf.rows.filter((row) => (column[row] ?? 0) <= split.bin)
  const right = leaf.rows.filter((row) => (column[row] ?? 0) > split.bin)
  const isLeftSmaller = left.length < right.length
  const small = sumRows(growing, isLeftSmaller ? left : right)
  // What is not in the smaller child is in the larger one.
  const large = leaf.sums.map((sum, at) => sum - (small[at] ?? 0))
  const children = [
    leafOf(growing, left, isLeftSmaller ? small : large),
    leafOf(growing, right, isLeftSmaller ? large : small),
  ]
  const node = growing.nodes[leaf.node]
  if (node !== undefined) Object.assign(node, { ...split, left: children[0]?.node ?? 0, right: children[1]?.node ?? 0 })
  return children
}

function sumRows({ data, features, gradients, hessians }: Growing, rows: Int32Array): Float64Array {
  const sums = new Float64Array(data.columns.length * MAX_BINS * FIELDS)
  for (const feature of features) {
    const column = data.columns[feature] ?? new Uint8Array()
    const base = feature * MAX_BINS * FIELDS
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0
      const at = base + (column[row] ?? 0) * FIELDS
      sums[at] = (sums[at] ?? 0) + (gradients[row] ?? 0)
      sums[at + 1] = (sums[at + 1] ?? 0) + (hessians[row] ?? 0)
      sums[at + 2] = (sums[at + 2] ?? 0) + 1
    }
  }
  return sums
}

function leafOf(growing: Growing, rows: Int32Array, sums: Float64Array): Leaf {
  const { gradients, hessians, options, nodes } = growing
  let gradient = 0
  let hessian = 0
  for (const row of rows) {
    gradient += gradients[row] ?? 0
    hessian += hessians[row] ?? 0
  }
  const value = (-gradient / (hessian + options.lambda)) * options.learningRate
  nodes.push({ feature: -1, bin: 0, left: 0, right: 0, value })
  const split = bestSplit(growing, sums, { gradient, hessian, count: rows.length })
  return { rows, sums, node: nodes.length - 1, split }
}

interface Total {
  readonly gradient: number
  readonly hessian: number
  readonly count: number
}

function bestSplit({ features, options, data }: Growing, sums: Float64Array, total: Total): Split | undefined {
  const { lambda, minRows } = options
  let best: Split | undefined
  const whole = total.gradient ** 2 / (total.hessian + lambda)
  for (const feature of features) {
    let gradient = 0
    let hessian = 0
    let count = 0
    for (let bin = 0; bin < (data.bounds[feature]?.length ?? 0); bin += 1) {
      const at = (feature * MAX_BINS + bin) * FIELDS
      gradient += sums[at] ?? 0
      hessian += sums[at + 1] ?? 0
      count += sums[at + 2] ?? 0
      if (count < minRows || total.count - count < minRows) continue
      const other = (total.gradient - gradient) ** 2 / (total.hessian - hessian + lambda)
      const gain = gradient ** 2 / (hessian + lambda) + other - whole
      if (gain > Math.max(1e-6, best?.gain ?? 0)) best = { feature, bin, gain }
    }
  }
  return best
}

function marginOf({ nodes, data }: Growing, row: number): number {
  let node = nodes[0]
  while (node !== undefined && node.feature >= 0) {
    node = nodes[(data.columns[node.feature]?.[row] ?? 0) <= node.bin ? node.left : node.right]
  }
  return node?.value ?? 0
}

/** The tree as the model's file has it: nodes in the order of a walk that goes left first. */
function treeOf({ nodes, data }: Growing): BlockTree {
  const tree = { feature: [], bound: [], right: [], value: [] } satisfies Record<string, number[]>
  const written: { [Key in keyof BlockTree]: number[] } = tree
  function write(at: number): void {
    const node = nodes[at]
    if (node === undefined) return
    const place = written.feature.length
    written.feature.push(node.feature)
    written.bound.push(node.feature < 0 ? 0 : (data.bounds[node.feature]?.[node.bin] ?? 0))
    written.right.push(0)
    written.value.push(Number(node.value.toFixed(3)))
    if (node.feature < 0) return
    write(node.left)
    written.right[place] = written.feature.length
    write(node.right)
  }
  write(0)
  return written
}

/** Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
