import type { ConfigProblem } from './config-problem.ts'

/** Longest piece of a source line that is shown. */
const EXCERPT_LENGTH = 120

/** `config/topics.yaml:7:5  expected …, got …`, below it the source line with a caret, and the hint. */
export function renderProblem(problem: ConfigProblem): string {
  const { file, line, column, expected, got, hint, sourceLine } = problem
  const place = line > 0 ? `${file}:${line}:${column}` : file
  const lines = [`${place}  expected ${expected}, got ${got}`]
  const margin = ' '.repeat(String(line).length + 5)
  if (sourceLine !== undefined) lines.push(...renderExcerpt(sourceLine, problem, margin))
  if (hint !== undefined) lines.push(`${margin}= ${hint}`)
  return lines.map((line) => line.trimEnd()).join('\n')
}

function renderExcerpt(sourceLine: string, { line, column }: ConfigProblem, margin: string): readonly string[] {
  const start = Math.max(0, Math.min(column - 1 - EXCERPT_LENGTH / 2, sourceLine.length - EXCERPT_LENGTH))
  const excerpt = plain(sourceLine.slice(start, start + EXCERPT_LENGTH))
  const caretAt = [...plain(sourceLine.slice(start, column - 1))].length
  return [`    ${line} | ${excerpt}`, `${margin}| ${' '.repeat(caretAt)}^`]
}

/** A tab is one column for the caret, and control characters must not reach a terminal. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
}
