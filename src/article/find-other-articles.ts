import type { PageBlock } from './page-block.ts'

/**
 * Which blocks stand in an `article` element that begins under a heading like "You may also like", below the first prose
 * of the page: a site that prints more posts under the one asked for.
 */
export function findOtherArticles(
  blocks: readonly PageBlock[],
  about: {
    /** Whether the block is a heading of that kind, and whether it is prose of the content; by block. */
    readonly isRelated: (index: number) => boolean
    readonly isContent: (index: number) => boolean
  },
): ReadonlySet<PageBlock> {
  const begun = new Set<number>()
  const others = new Set<number>()
  const found = new Set<PageBlock>()
  let hasContent = false
  let isUnder = false
  for (const [index, block] of blocks.entries()) {
    const articles = block.ids.filter((_, at) => block.path[at] === 'article')
    for (const id of articles) {
      if (isUnder && !begun.has(id)) others.add(id)
      begun.add(id)
    }
    if (articles.some((id) => others.has(id))) found.add(block)
    hasContent ||= about.isContent(index)
    isUnder ||= hasContent && about.isRelated(index)
  }
  return found
}
