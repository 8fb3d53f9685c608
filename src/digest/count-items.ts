import type { DigestSection } from './digest.ts'

/** All items of a digest, those included that the mail has no room for. */
export function countItems(sections: readonly DigestSection[]): number {
  return sections.reduce((count, section) => count + section.items.length + section.cutIds.length, 0)
}
