import type { MatchField } from './match.ts'
import type { QueryField } from './query.ts'

/**
 * All topics as numbers in a row: a node is [operation, end, start, stop, …], its parts follow up to `end`. `start` and
 * `stop` place it in the source of its clause; in a list, `start` is the entry's index.
 */
export const OPERATION = {
  /** [leaf] */
  leaf: 0,
  and: 1,
  or: 2,
  not: 3,
  /** [most words between, 1 when ordered] */
  near: 4,
  /** [index into `scopeUnits`] */
  scope: 5,
  /** [index into `clauses`] */
  clause: 6,
  /** [index of the threshold among the weights] */
  score: 7,
  /** [index of the term, index of its weight] */
  weigh: 8,
} as const

const HEADER = 4
const ARGUMENTS = [1, 0, 0, 0, 2, 1, 1, 1, 2]

export const scopeUnits = ['sentence', 'paragraph'] as const
export const clauses = ['any', 'all', 'none', 'query', 'score'] as const
/** Where a leaf looks: `text` is title and body. */
export const leafFields = [
  'text',
  'title',
  'lead',
  'body',
  'said',
  'speaker',
  'author',
  'outlet',
  'lang',
  'url',
] as const
export type LeafField = (typeof leafFields)[number]

/** What led from a phrase to other words. Days are ISO dates, `to` exclusive. */
export interface Via {
  readonly rule: 'alias' | 'person' | 'role'
  readonly text: string
  readonly from?: string
  readonly to?: string
}

/** One way to satisfy a leaf: words behind each other. */
export interface Variant {
  readonly terms: readonly number[]
  /** For each word, whether a full stop or the like may stand before it. */
  readonly breaks: readonly boolean[]
  readonly via: Via | undefined
}

export type Leaf = PhraseLeaf | RegexLeaf

export interface PhraseLeaf {
  readonly kind: 'phrase'
  readonly field: LeafField
  readonly slop: number
  readonly variants: readonly Variant[]
}

export interface RegexLeaf {
  readonly kind: 'regex'
  readonly field: LeafField
  readonly pattern: string
  readonly ignoreCase: boolean
}

/** Where the first part of a node stands. */
export function firstPart(program: Int32Array, node: number): number {
  return node + HEADER + (ARGUMENTS[program[node] ?? 0] ?? 0)
}

export function endOf(program: Int32Array, node: number): number {
  return program[node + 1] ?? program.length
}

export function argumentOf(program: Int32Array, node: number, index: number): number {
  return program[node + HEADER + index] ?? 0
}

export function leafFieldOf(field: QueryField | undefined): LeafField {
  return field ?? 'text'
}

/** The field of the article that evidence points into. */
export function matchFieldOf(field: LeafField): MatchField {
  return field === 'text' || field === 'lead' || field === 'said' ? 'body' : field
}
