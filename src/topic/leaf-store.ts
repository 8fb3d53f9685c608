import { addNumber, emptyNumberList, type NumberList } from './number-list.ts'
import {
  type Leaf,
  type LeafField,
  leafFields,
  type PhraseLeaf,
  type RegexLeaf,
  type Variant,
  type Via,
} from './program.ts'

/** Every different leaf once, as numbers: a hundred thousand topics must fit into memory. */
export interface LeafStore {
  count: number
  /** Where each leaf ends in `code`; it begins where the one before it ends. */
  readonly ends: NumberList
  /** [field, slop, then for each variant: via, number of words, for each word: term * 2 + 1 behind a break] */
  readonly code: NumberList
  /** By hash: leaf + 1. */
  slots: Int32Array
  readonly vias: (Via | undefined)[]
  readonly viaNumbers: Map<string, number>
  /** Regular expressions are few: objects, by leaf. */
  readonly regexes: Map<number, RegexLeaf>
}

export function emptyLeafStore(): LeafStore {
  return {
    count: 0,
    ends: emptyNumberList(),
    code: emptyNumberList(),
    slots: new Int32Array(1024),
    vias: [undefined],
    viaNumbers: new Map(),
    regexes: new Map(),
  }
}

/** [field, slop, via, 1, word] */
const ONE_WORD_LENGTH = 5

/** The number of a phrase; equal ones share it. */
export function addPhrase(store: LeafStore, leaf: PhraseLeaf): number {
  const start = store.code.length
  encode(store, leaf)
  const hash = hashOf(store.code, start)
  const mask = store.slots.length - 1
  let slot = hash & mask
  for (; store.slots[slot] !== 0; slot = (slot + 1) & mask) {
    const known = (store.slots[slot] ?? 0) - 1
    if (!isEqual(store, known, start)) continue
    store.code.length = start
    return known
  }
  store.slots[slot] = store.count + 1
  return seal(store)
}

export function addRegex(store: LeafStore, leaf: RegexLeaf): number {
  store.regexes.set(store.count, leaf)
  return seal(store)
}

/** Frees what only adding needs. */
export function sealLeaves(store: LeafStore): void {
  store.slots = new Int32Array(0)
  store.viaNumbers.clear()
  for (const list of [store.code, store.ends]) list.values = list.values.slice(0, list.length)
}

export function leafAt(store: LeafStore, leaf: number): Leaf {
  const regex = store.regexes.get(leaf)
  if (regex !== undefined) return regex
  const { values } = store.code
  const end = store.ends.values[leaf] ?? 0
  const start = startOf(store, leaf)
  const variants: Variant[] = []
  for (let at = start + 2; at < end; ) {
    const words = values.subarray(at + 2, at + 2 + (values[at + 1] ?? 0))
    variants.push({
      terms: Array.from(words, (word) => word >> 1),
      breaks: Array.from(words, (word) => (word & 1) === 1),
      via: store.vias[values[at] ?? 0],
    })
    at += 2 + words.length
  }
  return { kind: 'phrase', field: leafFields[values[start] ?? 0] ?? 'text', slop: values[start + 1] ?? 0, variants }
}

/** Where a leaf looks. */
export function fieldOf({ code, ends, regexes }: LeafStore, leaf: number): LeafField {
  const start = leaf === 0 ? 0 : (ends.values[leaf - 1] ?? 0)
  return regexes.get(leaf)?.field ?? leafFields[code.values[start] ?? 0] ?? 'text'
}

/** The term of a leaf that is one word in title or body, spelled one way; undefined for all others. */
export function onlyWord(store: LeafStore, leaf: number): number | undefined {
  const start = startOf(store, leaf)
  const { values } = store.code
  const isOne =
    (store.ends.values[leaf] ?? 0) - start === ONE_WORD_LENGTH && values[start] === 0 && values[start + 2] === 0
  return isOne ? (values[start + ONE_WORD_LENGTH - 1] ?? 0) >> 1 : undefined
}

export function startOf(store: LeafStore, leaf: number): number {
  return leaf === 0 ? 0 : (store.ends.values[leaf - 1] ?? 0)
}

function encode(store: LeafStore, { field, slop, variants }: PhraseLeaf): void {
  addNumber(store.code, leafFields.indexOf(field))
  addNumber(store.code, slop)
  for (const { terms, breaks, via } of variants) {
    addNumber(store.code, viaNumber(store, via))
    addNumber(store.code, terms.length)
    for (const [index, term] of terms.entries()) addNumber(store.code, term * 2 + (breaks[index] ? 1 : 0))
  }
}

function viaNumber(store: LeafStore, via: Via | undefined): number {
  if (via === undefined) return 0
  const key = JSON.stringify(via)
  const known = store.viaNumbers.get(key)
  if (known !== undefined) return known
  store.viaNumbers.set(key, store.vias.length)
  return store.vias.push(via) - 1
}

function seal(store: LeafStore): number {
  addNumber(store.ends, store.code.length)
  store.count++
  if (store.count * 2 > store.slots.length) widen(store)
  return store.count - 1
}

function widen(store: LeafStore): void {
  const slots = new Int32Array(store.slots.length * 2)
  const mask = slots.length - 1
  for (let leaf = 0; leaf < store.count; leaf++) {
    if (store.regexes.has(leaf)) continue
    let slot = hashOf(store.code, startOf(store, leaf), store.ends.values[leaf]) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = leaf + 1
  }
  store.slots = slots
}

function hashOf({ values, length }: NumberList, start: number, end = length): number {
  let hash = 0
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ (values[index] ?? 0), 0x9e3779b1)
  return hash ^ (hash >>> 15)
}

function isEqual(store: LeafStore, known: number, start: number): boolean {
  const { values, length } = store.code
  const from = startOf(store, known)
  if ((store.ends.values[known] ?? 0) - from !== length - start) return false
  for (let index = start; index < length; index++) if (values[index] !== values[from + index - start]) return false
  return true
}
