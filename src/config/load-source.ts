import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { largestConfigBytes } from './config-files.ts'
import type { ReportProblem } from './config-problem.ts'
import { parseSource } from './parse-source.ts'
import type { SourceFile } from './source-file.ts'

interface Conditions {
  readonly report: ReportProblem
  /** A file that is not required counts as empty when it is not there. */
  readonly isRequired: boolean
}

/** Reads one file of the config; reports why it cannot be used and returns undefined then. */
export async function loadSource(
  dir: string,
  name: string,
  { report, isRequired }: Conditions,
): Promise<SourceFile | undefined> {
  const path = join(dir, name)
  const file = path.replaceAll('\\', '/')
  const bytes = await loadBytes(path)
  if (bytes === undefined && !isRequired) return parseSource(file, '', report)
  if (bytes === undefined || typeof bytes === 'string') {
    const got = bytes ?? 'no such file'
    report({ file, line: 0, column: 0, expected: 'a text file of 1 MiB at most', got })
    return undefined
  }
  const text = decode(bytes)
  if (text !== undefined) return parseSource(file, text, report)
  const hint = 'save it as UTF-8'
  report({ file, line: 0, column: 0, expected: 'text in UTF-8', got: 'bytes that are not UTF-8', hint })
  return undefined
}

/** The bytes, or what stands in their place in words, or undefined when nothing does. */
async function loadBytes(path: string): Promise<Uint8Array | string | undefined> {
  try {
    const { size } = await stat(path)
    return size > largestConfigBytes ? `${size} bytes` : await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    if (code === 'EISDIR') return 'a folder'
    if (code === 'EACCES' || code === 'EPERM') return 'a file that may not be read'
    throw error
  }
}

/** A byte order mark is dropped, as editors on Windows write it. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
