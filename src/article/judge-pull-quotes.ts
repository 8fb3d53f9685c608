import { foldText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'

const PULL_QUOTE = /(?:^|[\s_-])(?:pull-?quotes?|quote-?box|big-?quote|highlight)(?:$|[\s_-])/i
/** Shorter words may well be said twice; code units of the folded text. */
const MIN_LENGTH = 25
/** An article sets no more of them large. */
const MAX_QUOTES = 50

/** The indexes of quotes set large beside the text that say again what a paragraph says. */
export function judgePullQuotes(blocks: readonly PageBlock[]): ReadonlySet<number> {
  const folded = blocks.map(({ text }) => foldText(text))
  const pulled = [...blocks.keys()].filter((index) => {
    const block = blocks[index]
    const text = folded[index] ?? ''
    if (block === undefined || text.length < MIN_LENGTH) return false
    return block.kind === 'quote' || PULL_QUOTE.test(block.names.slice(-3).join(' '))
  })
  return new Set(
    pulled
      .slice(0, MAX_QUOTES)
      .filter((index) => folded.some((text, other) => other !== index && text.includes(folded[index] ?? ''))),
  )
}
