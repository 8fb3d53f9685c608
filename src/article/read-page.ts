import type { BlockModel } from './block-model.ts'
import { BLOCK_MODEL } from './block-model-data.ts'
import { cleanHtml } from './clean-html.ts'
import { composeReading } from './compose-reading.ts'
import { detectPageFormat } from './detect-page-format.ts'
import { judgeQuality, type Verdict } from './judge-quality.ts'
import { listFurniture } from './list-furniture.ts'
import { type BlockMark, markBlocks, textsOfKeys } from './mark-blocks.ts'
import { foldText } from './normalize-text.ts'
import type { Page } from './page.ts'
import { parseDocument } from './parse-document.ts'
import { type ArticleArea, readArea } from './read-area.ts'
import { readListing } from './read-listing.ts'
import { readPageFacts } from './read-page-facts.ts'
import type { Reading } from './reading.ts'
import { textAsHtml } from './text-as-html.ts'

/** More elements than any article has; code that builds so many is after our memory. */
const MAX_ELEMENTS = 100_000

export interface MarkedReading {
  readonly reading: Reading
  /** The page's blocks for the memory of its host; none of a page that is no article by itself. */
  readonly marks: readonly BlockMark[]
}

/** Reads one page. Pure: runs no script, loads nothing, and gives the same reading for the same page. */
export function readPage(page: Page, model: BlockModel = BLOCK_MODEL): Reading {
  return readMarkedPage(page, model).reading
}

/** Reads one page and marks its blocks. The marks are the same whatever is known of the host. */
export function readMarkedPage(page: Page, model: BlockModel = BLOCK_MODEL): MarkedReading {
  const format = detectPageFormat(page.html)
  if (format === 'json' || format === 'xml') return unmarked(failedReading(page, `${format.toUpperCase()}, not a page`))
  const clean = cleanHtml(format === 'text' ? textAsHtml(page.html) : page.html)
  if (clean.elementCount > MAX_ELEMENTS) return unmarked(failedReading(page, `more than ${MAX_ELEMENTS} elements`))
  const facts = readPageFacts(parseDocument(clean.html), clean, page)
  const alone = readArea(facts, page, { model })
  const keptTexts = keptTextsOf(alone)
  const recurring = textsOfKeys(facts.blocks, page.recurring ?? [])
  const area = recurring.isDisjointFrom(keptTexts) ? alone : readArea(facts, page, { recurring, model })
  const verdict = judgeQuality({ facts, area, listed: page.listed })
  const marks = markBlocks(facts.blocks, keptTexts)
  if (verdict.quality !== 'failed' || verdict.isArticle)
    return { reading: composeReading(page, { facts, area, verdict }), marks }
  const furniture = listFurniture({ page: facts.blocks, judged: [], title: '', text: '' })
  return {
    reading: { ...failedReading(page, verdict.reason), ...alternateOf(verdict), furniture },
    marks: area === alone ? [] : marks,
  }
}

function unmarked(reading: Reading): MarkedReading {
  return { reading, marks: [] }
}

function keptTextsOf(area: ArticleArea): ReadonlySet<string> {
  return new Set(area.judged.flatMap(({ block, why }) => (why === undefined ? [foldText(block.text)] : [])))
}

function alternateOf({ alternateUrl }: Verdict): Partial<Reading> {
  return alternateUrl === undefined ? {} : { alternateUrl }
}

/** A page that is no article keeps what the feed said of it, but nothing of its own. */
function failedReading(page: Page, reason: string): Reading {
  const listed = readListing(page.listed, { ...page, reason })
  return { ...listed, text: '', blocks: [], passages: [], quality: 'failed' }
}
