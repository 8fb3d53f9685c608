import { foldText } from './normalize-text.ts'
import type { PageBlock } from './page-block.ts'
import { PAYWALL_OFFER } from './paywall-offer.ts'
import type { PageFacts } from './read-page-facts.ts'

/** A teaser before a paywall is seldom longer; code units. */
const MAX_TEASER_LENGTH = 1500
/** A longer text is prose about offers; code units. */
const MAX_OFFER_LENGTH = 400
/** Blocks after the text's end in which the offer stands. */
const REACH = 6

/**
 * Whether the text ends where a paywall begins: the page says that it is not free, or an offer to buy the rest follows
 * directly upon a short text.
 */
export function detectTeaser(facts: PageFacts, paragraphs: readonly string[]): boolean {
  if (paragraphs.join('').length > MAX_TEASER_LENGTH) return false
  if (facts.jsonLd?.isFree !== undefined) return !facts.jsonLd.isFree
  if (/^(?:locked|paid|premium|subscriber)/i.test(facts.metadata.contentTier ?? '')) return true
  return offersTheRest(facts.blocks, paragraphs)
}

function offersTheRest(blocks: readonly PageBlock[], paragraphs: readonly string[]): boolean {
  const last = foldText(paragraphs.at(-1) ?? '')
  const beforeLast = foldText(paragraphs.at(-2) ?? last)
  const end = blocks.findLastIndex(({ text }) => foldText(text) === beforeLast || foldText(text) === last)
  return (
    end >= 0 &&
    blocks.slice(end, end + REACH).some(({ text }) => text.length <= MAX_OFFER_LENGTH && PAYWALL_OFFER.test(text))
  )
}
