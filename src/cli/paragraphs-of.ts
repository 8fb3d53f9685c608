import type { Reading } from '../article/reading.ts'

export function paragraphsOf({ text, blocks }: Reading): readonly string[] {
  return blocks.map(({ start, end }) => text.slice(start, end))
}
