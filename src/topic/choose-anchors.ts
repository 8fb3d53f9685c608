import { type Condition, isPlainTerm, standBehindEachOther, standsInTitle } from './condition.ts'
import { fieldOf, type LeafStore, startOf } from './leaf-store.ts'
import { argumentOf, endOf, firstPart, OPERATION } from './program.ts'
import { groupsThatReach, ROUNDING, type Weighed } from './reach-threshold.ts'

/** Ways to satisfy a node. In each, a term must stand in the text, the rarest of its own, and all conditions must be met. */
export type Needs = readonly Way[]
type Way = readonly [anchor: number, ...conditions: readonly Condition[]]

/** What is needed to find them. */
export interface NeedFinder {
  readonly program: Int32Array
  readonly leaves: LeafStore
  /** How often a term is asked for, by which its frequency in texts is guessed. */
  readonly uses: ArrayLike<number>
  readonly weights: readonly number[]
}

/** More are not checked before a program runs. */
const MOST_CONDITIONS = 2
/** Of the texts in which an anchor stands, those that meet a condition which is more than a term. */
const SHARE_OF_STRICT = 1 / 50

/**
 * The terms without which a text cannot satisfy a node, or undefined when it can without any (a regular expression, what
 * stands behind NOT).
 */
export function needsOf(finder: NeedFinder, node: number): Needs | undefined {
  const { program } = finder
  switch (program[node]) {
    case OPERATION.leaf:
      return needsOfLeaf(finder, argumentOf(program, node, 0))
    case OPERATION.not:
      return undefined
    case OPERATION.or:
      return eachOf(needsOfParts(finder, node))
    case OPERATION.score:
      return needsOfScore(finder, node)
    default:
      return rarestOf(finder, needsOfParts(finder, node))
  }
}

export function partsOf(program: Int32Array, node: number): readonly number[] {
  const parts: number[] = []
  for (let part = firstPart(program, node); part < endOf(program, node); part = endOf(program, part)) parts.push(part)
  return parts
}

/** Groups of terms that reach the threshold; when there are many, its terms one by one. */
function needsOfScore(finder: NeedFinder, node: number): Needs | undefined {
  const { program, weights, uses } = finder
  const weighed = partsOf(program, node)
    .map((part) => ({ needs: needsOf(finder, part), weight: weights[argumentOf(program, part, 1)] ?? 0 }))
    .filter(({ weight }) => weight > 0)
  const threshold = weights[argumentOf(program, node, 0)] ?? 0
  const single = weighed.flatMap(({ needs, weight }) => (needs?.length === 1 ? { way: needs[0] ?? [], weight } : []))
  const groups = single.length === weighed.length ? groupsThatReach(single, threshold) : undefined
  if (groups === undefined) return needsOfFew(finder, weighed, threshold)
  return groups.some((group) => group.length === 0)
    ? undefined
    : groups.flatMap((group) =>
        wayOf(
          group.flatMap(({ way }) => way),
          uses,
        ),
      )
}

/**
 * One of the terms must be true, and the commonest need not be looked for: those that do not reach the threshold without
 * any other.
 */
function needsOfFew({ uses }: NeedFinder, weighed: readonly WeighedNeeds[], threshold: number): Needs | undefined {
  const costOfTerm = ({ needs }: WeighedNeeds) => (needs === undefined ? Number.POSITIVE_INFINITY : costOf(needs, uses))
  let room = threshold
  const chosen = weighed
    .toSorted((left, right) => costOfTerm(right) - costOfTerm(left))
    .filter(({ weight }) => {
      if (weight + ROUNDING >= room) return true
      room -= weight
      return false
    })
  return eachOf(chosen.map(({ needs }) => needs))
}

interface WeighedNeeds extends Weighed {
  readonly needs: Needs | undefined
}

function needsOfParts(finder: NeedFinder, node: number): readonly (Needs | undefined)[] {
  return partsOf(finder.program, node).map((part) => needsOf(finder, part))
}

function needsOfLeaf({ leaves, uses }: NeedFinder, leaf: number): Needs | undefined {
  if (leaves.regexes.has(leaf)) return undefined
  const { values } = leaves.code
  const start = startOf(leaves, leaf)
  const end = leaves.ends.values[leaf] ?? 0
  const isStrict = values[start + 1] === 0
  const isTitle = fieldOf(leaves, leaf) === 'title'
  const needs: Way[] = []
  for (let at = start + 2; at < end; at += 2 + (values[at + 1] ?? 0)) {
    const terms = Array.from(values.subarray(at + 2, at + 2 + (values[at + 1] ?? 0)), (word) => word >> 1)
    const inTitle = isTitle ? terms.map(standsInTitle) : []
    const inOrder = isStrict ? terms.slice(1).map((term, index) => standBehindEachOther(terms[index] ?? 0, term)) : []
    // Words that stand behind each other stand in the text: of them only an anchor is needed.
    const alone = inOrder.length > 0 ? rarestFirst(terms, uses).slice(0, 1) : terms
    needs.push(...wayOf([...inTitle, ...inOrder, ...alone], uses))
  }
  return needs
}

function eachOf(needs: readonly (Needs | undefined)[]): Needs | undefined {
  const all: Way[] = []
  for (const each of needs) {
    if (each === undefined) return undefined
    all.push(...each)
  }
  return all
}

/** Where all are needed, the one that is seldom met; what the others cannot do without is checked as well. */
function rarestOf({ uses }: NeedFinder, all: readonly (Needs | undefined)[]): Needs | undefined {
  const needs = all.filter((each) => each !== undefined)
  const [rarest] = needs.toSorted((left, right) => costOf(left, uses) - costOf(right, uses))
  if (rarest === undefined || needs.length === 1) return rarest
  const sure = needs.flatMap((each) => (each !== rarest && each.length === 1 ? (each[0] ?? []) : []))
  if (sure.length === 0) return rarest
  return rarest.flatMap(([anchor, ...conditions]) => [[anchor, ...strictestFirst([...conditions, ...sure], uses)]])
}

function costOf(needs: Needs, uses: ArrayLike<number>): number {
  return needs.reduce((sum, [anchor, ...conditions]) => {
    const share = conditions.every(isPlainTerm) ? 1 : SHARE_OF_STRICT
    return sum + (uses[anchor] ?? 0) * share
  }, 0)
}

/** One way, from all that must be met; none when no term is among it. */
function wayOf(conditions: readonly Condition[], uses: ArrayLike<number>): readonly Way[] {
  const [anchor] = rarestFirst(conditions.filter(isPlainTerm), uses)
  if (anchor === undefined) return []
  return [
    [
      anchor,
      ...strictestFirst(
        conditions.filter((each) => each !== anchor),
        uses,
      ),
    ],
  ]
}

/** The rarest terms come last: whatever says more than a term is met less often. */
function strictestFirst(conditions: readonly Condition[], uses: ArrayLike<number>): readonly Condition[] {
  const strict = conditions.filter((each) => !isPlainTerm(each))
  return [...new Set([...strict, ...rarestFirst(conditions.filter(isPlainTerm), uses)])].slice(0, MOST_CONDITIONS)
}

function rarestFirst(terms: readonly number[], uses: ArrayLike<number>): readonly number[] {
  return terms.length < 2 ? terms : terms.toSorted((left, right) => (uses[left] ?? 0) - (uses[right] ?? 0))
}
