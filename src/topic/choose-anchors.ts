import { type LeafStore, startOf } from './leaf-store.ts'
import { argumentOf, endOf, firstPart, OPERATION } from './program.ts'

/** Ways to satisfy a node: in each, all the terms must stand in the text. The rarest comes first. */
export type Needs = readonly (readonly number[])[]

/** What is needed to find them. */
export interface NeedFinder {
  readonly program: Int32Array
  readonly leaves: LeafStore
  /** How often a term is asked for, by which its frequency in texts is guessed. */
  readonly uses: ArrayLike<number>
  readonly weights: readonly number[]
}

/** More terms than these are not checked before a program runs. */
const MOST_TERMS = 3
/** Weights added up in another order may give a little more. */
const ROUNDING = 1e-6

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

/**
 * One of the terms must be true, and the commonest need not be looked for: those that do not reach the threshold without
 * any other.
 */
function needsOfScore(finder: NeedFinder, node: number): Needs | undefined {
  const { program, weights, uses } = finder
  const weighed = partsOf(program, node)
    .map((part) => ({ needs: needsOf(finder, part), weight: weights[argumentOf(program, part, 1)] ?? 0 }))
    .filter(({ weight }) => weight > 0)
  const costOfTerm = ({ needs }: { readonly needs: Needs | undefined }) =>
    needs === undefined ? Number.POSITIVE_INFINITY : costOf(needs, uses)
  let room = weights[argumentOf(program, node, 0)] ?? 0
  const chosen = weighed
    .toSorted((left, right) => costOfTerm(right) - costOfTerm(left))
    .filter(({ weight }) => {
      if (weight + ROUNDING >= room) return true
      room -= weight
      return false
    })
  return eachOf(chosen.map(({ needs }) => needs))
}

function needsOfParts(finder: NeedFinder, node: number): readonly (Needs | undefined)[] {
  return partsOf(finder.program, node).map((part) => needsOf(finder, part))
}

function needsOfLeaf({ leaves, uses }: NeedFinder, leaf: number): Needs | undefined {
  if (leaves.regexes.has(leaf)) return undefined
  const { values } = leaves.code
  const end = leaves.ends.values[leaf] ?? 0
  const needs: (readonly number[])[] = []
  for (let at = startOf(leaves, leaf) + 2; at < end; at += 2 + (values[at + 1] ?? 0)) {
    const terms = Array.from(values.subarray(at + 2, at + 2 + (values[at + 1] ?? 0)), (word) => word >> 1)
    needs.push(rarestFirst(terms, uses))
  }
  return needs
}

function eachOf(needs: readonly (Needs | undefined)[]): Needs | undefined {
  const all: (readonly number[])[] = []
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
  return rarest.map((terms) =>
    [...terms.slice(0, 1), ...rarestFirst([...terms.slice(1), ...sure], uses)].slice(0, MOST_TERMS),
  )
}

function costOf(needs: Needs, uses: ArrayLike<number>): number {
  return needs.reduce((sum, [anchor = 0]) => sum + (uses[anchor] ?? 0), 0)
}

function rarestFirst(terms: readonly number[], uses: ArrayLike<number>): readonly number[] {
  return terms.length === 1
    ? terms
    : [...new Set(terms)].sort((left, right) => (uses[left] ?? 0) - (uses[right] ?? 0)).slice(0, MOST_TERMS)
}
