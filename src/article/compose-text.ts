import type { Block } from './reading.ts'

export interface ComposedText {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** Joins blocks by a blank line into the one text that all offsets point into. */
export function composeText(pieces: readonly { readonly kind: Block['kind']; readonly text: string }[]): ComposedText {
  const blocks: Block[] = []
  let length = 0
  for (const { kind, text } of pieces) {
    const start = length === 0 ? 0 : length + 2
    length = start + text.length
    blocks.push({ kind, start, end: length })
  }
  return { text: pieces.map(({ text }) => text).join('\n\n'), blocks }
}
