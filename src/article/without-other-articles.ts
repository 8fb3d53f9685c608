import { foldText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'

/** Less of the content than this is left when it was another article's; code units. */
const MIN_LENGTH = 140

/**
 * The content without the articles that a page loads behind its first, each in an element of its own with a heading of its
 * own. When the content was one of those, the blocks of the first stand in for it.
 */
export function withoutOtherArticles(
  content: readonly PageBlock[],
  page: readonly PageBlock[],
  title: string,
): readonly PageBlock[] {
  const headings = page.filter(({ level }) => level === 1)
  const own = articleOf(headings.find(({ text }) => foldText(text).endsWith(foldText(title))))
  if (own === undefined) return content
  const others = new Set(headings.map(articleOf).filter((article) => article !== undefined && article !== own))
  if (others.size === 0) return content
  const foreign = new Set(page.filter((block) => isInside(block, others)).map(({ text }) => text))
  const left = content.filter(({ text }) => !foreign.has(text))
  const length = left.reduce((sum, { text }) => sum + text.length, 0)
  return length >= MIN_LENGTH ? left : page.filter((block) => isInside(block, new Set([own])))
}

/** The number of the innermost article element around a block. */
function articleOf(block: PageBlock | undefined): number | undefined {
  return block?.ids[block.path.lastIndexOf('article')]
}

/** Inside one of the elements, and in no other article within it. */
function isInside(block: PageBlock, articles: ReadonlySet<number | undefined>): boolean {
  const article = articleOf(block)
  return article !== undefined && articles.has(article)
}
