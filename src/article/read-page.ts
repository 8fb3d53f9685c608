import { cleanHtml } from './clean-html.ts'
import { composeText } from './compose-text.ts'
import { detectLanguage } from './detect-language.ts'
import { findLabels } from './find-labels.ts'
import { findPublication } from './find-publication.ts'
import { judgeQuality, type Verdict } from './judge-quality.ts'
import { listFurniture } from './list-furniture.ts'
import type { Page } from './page.ts'
import type { PageBlock } from './page-block.ts'
import { parseDocument } from './parse-document.ts'
import { type ArticleArea, readArea } from './read-area.ts'
import { readListing } from './read-listing.ts'
import { type PageFacts, readPageFacts } from './read-page-facts.ts'
import type { Reading } from './reading.ts'
import { splitPassages } from './split-passages.ts'

/** More elements than any article has; code that builds so many is after our memory. */
const MAX_ELEMENTS = 100_000

/** Reads one page. Pure: runs no script, loads nothing, and gives the same reading for the same page. */
export function readPage(page: Page): Reading {
  const clean = cleanHtml(page.html)
  if (clean.elementCount > MAX_ELEMENTS) return failedReading(page, `more than ${MAX_ELEMENTS} elements`)
  const facts = readPageFacts(parseDocument(clean.html), clean, page)
  const area = readArea(facts, page)
  const verdict = judgeQuality({ facts, area, listed: page.listed, elementCount: clean.elementCount })
  if (verdict.quality === 'failed')
    return {
      ...failedReading(page, verdict.reason),
      furniture: listFurniture({ page: facts.blocks, judged: [], title: '', text: '' }),
    }
  return readingOf(page, { facts, area, verdict })
}

interface Findings {
  readonly facts: PageFacts
  readonly area: ArticleArea
  readonly verdict: Verdict
}

function readingOf(page: Page, { facts, area, verdict }: Findings): Reading {
  const { jsonLd, metadata } = facts
  const { text, blocks } = composeText(verdict.blocks)
  const published = findPublication(
    { jsonLd, metadata, headline: area.headline, url: page.url, listedAt: page.listed.publishedAt },
    page,
  )
  const language = detectLanguage(text, metadata.language ?? page.listed.language)
  return {
    title: area.title,
    outlet: page.outlet,
    authors: area.authors,
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
    ...(metadata.canonicalUrl !== undefined && { canonicalUrl: metadata.canonicalUrl }),
    text,
    blocks,
    passages: splitPassages(text, blocks),
    labels: findLabels({ jsonLd, metadata, texts: textsOf(facts.blocks), headline: textsOf(area.headline) }),
    quality: verdict.quality,
    ...(verdict.reason !== '' && { qualityReason: verdict.reason }),
    furniture: listFurniture({ page: facts.blocks, judged: area.judged, title: area.title, text }),
  }
}

function textsOf(blocks: readonly PageBlock[]): readonly string[] {
  return blocks.map((block) => block.text)
}

/** A page that is no article keeps what the feed said of it, but none of its own words. */
function failedReading(page: Page, reason: string): Reading {
  const listed = readListing(page.listed, { ...page, reason })
  return { ...listed, text: '', blocks: [], passages: [], quality: 'failed' }
}
