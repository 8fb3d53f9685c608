import { ownDepth } from './measure-path.ts'
import { readsLikeProse, type TextSigns } from './measure-text.ts'
import type { PageBlock } from './page-block.ts'

/** What is known of each block when its company is looked at. */
export interface BlockSigns extends TextSigns {
  readonly block: PageBlock
  readonly isPicked: boolean
  /** Whether a rule speaks against it. */
  readonly hasReason: boolean
}

interface Sum {
  size: number
  links: number
  prose: number
  picked: number
  count: number
  headings: number
  reasons: number
}

const LEVELS = 4
export const COMPANY_FEATURES = [
  ...Array.from({ length: LEVELS }, (_, level) =>
    ['size', 'link share', 'prose share', 'share of all prose', 'picked share', 'blocks', 'reasons'].map(
      (name) => `container ${level + 1} ${name}`,
    ),
  ).flat(),
  'kind: blocks',
  'kind: prose share',
  'kind: link share',
  'kind: picked share',
  'kind: mean size',
  'kind: reasons',
  'kind: share of all prose',
  'main part: inside',
  'main part: deeper',
  'main part: branch prose share',
  'main part: branch link share',
  'main part: branch blocks',
  'main part: branch picked share',
  'main part: branch share of all prose',
  'page: blocks',
  'page: prose',
  'page: picked',
  'page: link share',
]

/** How the blocks that share an element, or an element of the same name, look together. */
export function measureCompany(signs: readonly BlockSigns[]): (block: PageBlock) => readonly number[] {
  const all = sumOf()
  const byElement = new Map<number, Sum>()
  const byKind = new Map<string, Sum>()
  for (const sign of signs) {
    add(all, sign)
    for (const id of sign.block.ids) addTo(byElement, id, sign)
    addTo(byKind, kindOf(sign.block), sign)
  }
  const main = mainPart(signs, byElement, all)
  const page = [
    Math.log2(1 + all.count),
    Math.log2(1 + all.prose),
    Math.log2(1 + all.picked),
    share(all.links, all.size),
  ]
  return (block) => [
    ...containers(block, byElement, all),
    ...kindMeasures(byKind.get(kindOf(block)) ?? all, all),
    ...branchMeasures(block, { byElement, main, all }),
    ...page,
  ]
}

/** Blocks look alike to the page's maker when their paths and their own elements' names are the same. */
function kindOf(block: PageBlock): string {
  const depth = ownDepth(block.path)
  return `${block.path.slice(0, depth + 1).join('>')} ${block.names[depth] ?? ''}`
}

function containers(block: PageBlock, byElement: ReadonlyMap<number, Sum>, all: Sum): readonly number[] {
  const depth = ownDepth(block.path)
  const values: number[] = []
  for (let level = 0; level < LEVELS; level += 1) {
    const sum = byElement.get(block.ids[depth - level - 1] ?? -1) ?? all
    values.push(
      Math.log2(1 + sum.size),
      share(sum.links, sum.size),
      share(sum.prose, sum.size),
      share(sum.prose, all.prose),
      share(sum.picked, sum.size),
      Math.log2(1 + sum.count),
      share(sum.reasons, sum.count),
    )
  }
  return values
}

function kindMeasures(sum: Sum, all: Sum): readonly number[] {
  return [
    Math.log2(sum.count),
    share(sum.prose, sum.size),
    share(sum.links, sum.size),
    share(sum.picked, sum.size),
    Math.log2(1 + sum.size / Math.max(1, sum.count)),
    share(sum.reasons, sum.count),
    share(sum.prose, all.prose),
  ]
}

/** The elements from the outside in that hold most of the prose, each inside the one before. */
function mainPart(
  signs: readonly BlockSigns[],
  byElement: ReadonlyMap<number, Sum>,
  all: Sum,
): ReadonlyMap<number, number> {
  const main = new Map<number, number>()
  for (const { block } of signs) {
    for (const [depth, id] of block.ids.entries()) {
      if ((byElement.get(id)?.prose ?? 0) < all.prose * 0.6) break
      main.set(id, depth)
    }
  }
  return main
}

interface Branching {
  readonly byElement: ReadonlyMap<number, Sum>
  readonly main: ReadonlyMap<number, number>
  readonly all: Sum
}

/** The branch off the main part in which a block stands. */
function branchMeasures(block: PageBlock, { byElement, main, all }: Branching): readonly number[] {
  const off = block.ids.findIndex((id) => !main.has(id))
  const depth = off < 0 ? block.ids.length : off
  const branch = byElement.get(block.ids[depth] ?? -1) ?? all
  return [
    main.size - depth,
    block.ids.length - depth,
    share(branch.prose, branch.size),
    share(branch.links, branch.size),
    Math.log2(1 + branch.count),
    share(branch.picked, branch.size),
    share(branch.prose, all.prose),
  ]
}

function sumOf(): Sum {
  return { size: 0, links: 0, prose: 0, picked: 0, count: 0, headings: 0, reasons: 0 }
}

function addTo<Key>(sums: Map<Key, Sum>, key: Key, sign: BlockSigns): void {
  const sum = sums.get(key) ?? sumOf()
  sums.set(key, sum)
  add(sum, sign)
}

function add(sum: Sum, sign: BlockSigns): void {
  const { size, linkShare, isPicked, hasReason, block } = sign
  sum.size += size
  sum.links += size * linkShare
  if (readsLikeProse(sign)) sum.prose += size
  if (isPicked) sum.picked += size
  sum.count += 1
  if (block.kind === 'heading') sum.headings += 1
  if (hasReason) sum.reasons += 1
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}
