import { foldText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'

/** Blocks before the title in which kickers, dates and bylines are looked for. */
const BEFORE = 5
/** Blocks after it at most, when no prose ends the area earlier. */
const AFTER = 25

export interface HeadlineArea {
  readonly blocks: readonly PageBlock[]
  /** Index of the title among all blocks of the page. */
  readonly titleIndex: number
}

/**
 * The part of the page around its title, down to the first paragraphs of the text: here stand its own date, byline and
 * standfirst. Empty when the title is not on the page.
 */
export function findHeadlineArea(
  page: readonly PageBlock[],
  title: string,
  firstBodyText: string | undefined,
): HeadlineArea {
  const folded = foldText(title)
  const says = (block: PageBlock) =>
    foldText(block.text) === folded || (block.level === 1 && foldText(block.text).endsWith(folded))
  const bodyIndex = firstBodyText === undefined ? -1 : page.findIndex((block) => block.text === firstBodyText)
  const upTo = bodyIndex < 0 ? page.length : bodyIndex + 1
  const candidates = [...page.slice(0, upTo).keys()].filter((index) => page[index] !== undefined && says(page[index]))
  const titleIndex = candidates.findLast((index) => page[index]?.level === 1) ?? candidates.at(-1) ?? -1
  if (folded === '' || titleIndex < 0)
    return { blocks: bodyIndex < 0 ? [] : page.slice(Math.max(0, bodyIndex - 8), bodyIndex), titleIndex: -1 }
  const end = bodyIndex < 0 ? titleIndex + AFTER : Math.min(bodyIndex, titleIndex + AFTER)
  return { blocks: page.slice(Math.max(0, titleIndex - BEFORE), Math.max(end, titleIndex + 1)), titleIndex }
}
