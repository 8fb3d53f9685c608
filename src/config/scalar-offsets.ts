import type { Scalar } from 'yaml'

const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 }

/**
 * Where each UTF-16 unit of a text value stands in its file, and one more for the end: quotes, escapes, folded lines and
 * indentation of YAML make the two differ. A run of white space stands for a run of white space.
 */
export function scalarOffsets(text: string, scalar: Scalar): readonly number[] {
  const value = String(scalar.value)
  const [from, to] = scalar.range ?? [0, 0]
  const offsets: number[] = []
  let at = firstAt(text, from, scalar.type)
  while (offsets.length < value.length && at < to) {
    const step = stepAt(text, at, scalar.type)
    const end = at + step.length
    const unitCount = step.unitCount === 'space' ? spaceLength(value, offsets.length) : step.unitCount
    for (let unit = 0; unit < unitCount; unit++) {
      offsets.push(step.unitCount === 'space' ? Math.min(at + unit, end - 1) : at)
    }
    at = end
  }
  while (offsets.length <= value.length) offsets.push(Math.min(at, to))
  return offsets.slice(0, value.length + 1)
}

/** Behind the opening quote; behind `|` or `>` and its line. */
function firstAt(text: string, from: number, type: Scalar['type']): number {
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return from + 1
  if (type !== 'BLOCK_FOLDED' && type !== 'BLOCK_LITERAL') return from
  const firstLine = text.slice(from).search(/\n/)
  const indented = text.slice(from + firstLine + 1)
  return from + firstLine + 1 + Math.max(0, indented.search(/\S/))
}

/** What stands at one place of the file: so many units of the value, or a run of white space, in so many characters. */
interface Step {
  readonly unitCount: number | 'space'
  readonly length: number
}

function stepAt(text: string, at: number, type: Scalar['type']): Step {
  const unit = text.charAt(at)
  if (type === 'QUOTE_DOUBLE' && unit === '\\') return escapeAt(text, at)
  if (type === 'QUOTE_SINGLE' && unit === "'") return { unitCount: 1, length: 2 }
  if (!/[ \t\r\n]/.test(unit)) return { unitCount: 1, length: 1 }
  return { unitCount: 'space', length: spaceLength(text, at) }
}

function escapeAt(text: string, at: number): Step {
  const letter = text.charAt(at + 1)
  if (letter === '\n' || letter === '\r') return { unitCount: 0, length: 1 + spaceLength(text, at + 1) }
  const length = ESCAPE_LENGTHS[letter] ?? 2
  const isPair = letter === 'U' && Number.parseInt(text.slice(at + 2, at + 10), 16) > 0xffff
  return { unitCount: isPair ? 2 : 1, length }
}

function spaceLength(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++
  return at - from
}
