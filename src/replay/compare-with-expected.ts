import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diff } from 'node:util'

export type Outputs = Readonly<Record<string, Uint8Array>>

/** Lines of difference told per file; the rest is counted. */
const SHOWN_LINE_COUNT = 40
const CONTEXT_LINE_COUNT = 2

/** Compares what a run wrote with what is expected. @returns a readable difference, empty when all is the same */
export async function compareWithExpected(outputs: Outputs, dir: string): Promise<string> {
  const parts: string[] = []
  for (const [name, actual] of Object.entries(outputs)) {
    const file = join(dir, name)
    const expected = await readIfThere(file)
    if (expected === undefined) parts.push(`${file}: expected the file, got none (--update writes it)`)
    else if (Buffer.compare(expected, actual) !== 0) parts.push(describeDifference(file, expected, actual))
  }
  return parts.join('\n\n')
}

/** Accepts a run's outputs as the expected ones. */
export async function saveOutputs(outputs: Outputs, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true })
  for (const [name, bytes] of Object.entries(outputs)) await writeFile(join(dir, name), bytes)
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function describeDifference(file: string, expected: Uint8Array, actual: Uint8Array): string {
  const lines = diff(linesOf(actual), linesOf(expected))
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT_LINE_COUNT), index + CONTEXT_LINE_COUNT + 1).some(([sign]) => sign !== 0),
  )
  const shown = lines.filter((_, index) => isNear[index])
  const told = shown.slice(0, SHOWN_LINE_COUNT).map(([sign, line]) => `${signWord(sign)} ${line}`)
  const rest = shown.length - told.length
  return [`${file}: (- expected, + got)`, ...told, ...(rest > 0 ? [`… and ${rest} more lines`] : [])].join('\n')
}

/** `diff` gives 1 for what only its first text has, -1 for what only its second has. */
function signWord(sign: number): string {
  if (sign === 0) return ' '
  return sign > 0 ? '+' : '-'
}

function linesOf(bytes: Uint8Array): string[] {
  return Buffer.from(bytes).toString('utf8').split(/\r?\n/)
}
