import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter } from 'yaml'
import type { ConfigProblem } from './config-problem.ts'
import { maskSecrets } from './mask-secrets.ts'
import type { SourceFile, ValuePath } from './source-file.ts'

type Finding = Pick<ConfigProblem, 'expected' | 'got' | 'hint'>

/** A problem with the value at `path`; where that value is missing, with what should hold it. */
export function problemAt(source: SourceFile, path: ValuePath, finding: Finding): ConfigProblem {
  return problemAtOffset(source, findOffsets(source.document, path).value, finding)
}

/** A problem with the key itself that ends `path`. */
export function problemAtKey(source: SourceFile, path: ValuePath, finding: Finding): ConfigProblem {
  return problemAtOffset(source, findOffsets(source.document, path).key, finding)
}

/** A problem at a character of a file, which need not be well-formed. */
export function problemAtOffset(
  source: Pick<SourceFile, 'file' | 'text' | 'lineCounter'>,
  offset: number,
  finding: Finding,
): ConfigProblem {
  const { line, col: column } = source.lineCounter.linePos(offset)
  const start = source.lineCounter.lineStarts[line - 1] ?? 0
  const end = source.text.indexOf('\n', start)
  const sourceLine = maskSecrets(source.text.slice(start, end === -1 ? undefined : end))
  return { file: source.file, line: Math.max(line, 1), column: Math.max(column, 1), sourceLine, ...finding }
}

/** `config/topics.yaml:3` of a value, for naming where the first of two stands. */
export function placeOf(source: SourceFile, path: ValuePath): string {
  return `${source.file}:${lineOf(source.lineCounter, findOffsets(source.document, path).value)}`
}

function lineOf(lineCounter: LineCounter, offset: number): number {
  return Math.max(lineCounter.linePos(offset).line, 1)
}

function findOffsets(document: Document, path: ValuePath): { readonly key: number; readonly value: number } {
  let offsets = { key: 0, value: startOf(document.contents) ?? 0 }
  for (const { key, value } of walk(document, path)) {
    const keyOffset = startOf(key) ?? offsets.value
    offsets = { key: keyOffset, value: startOf(value) ?? keyOffset }
  }
  return offsets
}

/** The node at `path` and its key; neither when there is none. */
export function nodesAt(document: Document, path: ValuePath): { readonly key?: unknown; readonly value?: unknown } {
  const steps = walk(document, path)
  return steps.length === path.length ? (steps.at(-1) ?? {}) : {}
}

/** What each step of the path leads to, as far as it leads anywhere. */
function walk(document: Document, path: ValuePath): readonly Child[] {
  const children: Child[] = []
  let node: unknown = document.contents
  for (const step of path) {
    const child = childOf(isAlias(node) ? node.resolve(document) : node, step)
    if (child === undefined) break
    children.push(child)
    node = child.value
  }
  return children
}

interface Child {
  readonly key?: unknown
  readonly value: unknown
}

function childOf(node: unknown, step: string | number): Child | undefined {
  if (isSeq(node)) return typeof step === 'number' && step in node.items ? { value: node.items[step] } : undefined
  if (!isMap(node)) return undefined
  return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
