import { type BlockContext, judgeBlock } from './judge-block.ts'
import { foldText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'

const LEAD_NAME =
  /(?:^|[\s_-])(?:lead|lede|leadtext|standfirst|sub-?title|sub-?headline|sub-?heading|dek|deck|summary|excerpt|abstract|perex|chapo|chapeau|vorspann|intro|introduction|description|headline-?text|kicker-text)(?:$|[\s_-])/i
const MIN_LENGTH = 40

/**
 * The standfirst: a summary set apart between the title and the text, which Readability leaves out. It is known by what
 * it is called, by being what the page says of itself, or by being the subtitle right under the title.
 */
export function findLead(
  headline: readonly PageBlock[],
  context: BlockContext,
  description: string | undefined,
): readonly PageBlock[] {
  const title = foldText(context.title)
  const isTitle = (block: PageBlock) => title !== '' && foldText(block.text).endsWith(title)
  const heading = headline.findLastIndex((block) => block.level === 1 && isTitle(block))
  const titleIndex = heading >= 0 ? heading : headline.findIndex(isTitle)
  const described = foldText(description ?? '').slice(0, 80)
  const isLead = (block: PageBlock, index: number) =>
    LEAD_NAME.test(block.names.slice(-2).join(' ')) ||
    (described.length >= MIN_LENGTH && foldText(block.text).startsWith(described)) ||
    (index === 0 && block.level === 2)
  return headline
    .slice(titleIndex + 1)
    .filter(
      (block) =>
        block.text.length >= MIN_LENGTH &&
        block.linkLength < block.text.length / 2 &&
        judgeBlock(block, context) === undefined,
    )
    .filter(isLead)
    .slice(0, 2)
}
