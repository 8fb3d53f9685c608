import { isScalar, type Scalar } from 'yaml'
import type { ConfigProblem } from './config-problem.ts'
import { nodesAt, problemAt, problemAtOffset } from './problem-at.ts'
import { scalarOffsets } from './scalar-offsets.ts'
import type { SourceFile, ValuePath } from './source-file.ts'

interface Finding extends Pick<ConfigProblem, 'expected' | 'got' | 'hint'> {
  /** UTF-16 offset into the text value. */
  readonly at: number
}

/** A text value of a file: the value at a path, or the key that ends the path. */
export interface TextPlace {
  readonly path: ValuePath
  readonly isKey?: boolean
}

/** A problem with a character of a text value, wherever YAML's quotes, escapes and folds put it in the file. */
export function problemInside(source: SourceFile, { path, isKey = false }: TextPlace, finding: Finding): ConfigProblem {
  const { at, ...told } = finding
  const { key, value } = nodesAt(source.document, path)
  const node = isKey ? key : value
  if (!isText(node) || node.value === '') return problemAt(source, path, told)
  return problemAtOffset(source, scalarOffsets(source.text, node)[at] ?? 0, told)
}

function isText(node: unknown): node is Scalar {
  return isScalar(node) && typeof node.value === 'string'
}
