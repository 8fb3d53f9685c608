import { diffArrays } from 'diff'

export interface ParagraphChange {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Longer texts are cut before they are compared: the comparison takes the square of what differs. */
const MAX_PARAGRAPHS = 2_000

/** What one text has that the other has not, by paragraphs, in order. */
export function compareParagraphs(before: readonly string[], after: readonly string[]): readonly ParagraphChange[] {
  const changes = diffArrays(before.slice(0, MAX_PARAGRAPHS), after.slice(0, MAX_PARAGRAPHS))
  return changes.flatMap(({ value, added, removed }) => {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    return value.map((text) => ({ kind, text }) as const)
  })
}
