import { absoluteImage } from './absolute-image.ts'
import { composeText } from './compose-text.ts'
import { detectLanguage } from './detect-language.ts'
import { findLabels } from './find-labels.ts'
import { findLinks } from './find-links.ts'
import { findPublication } from './find-publication.ts'
import type { Verdict } from './judge-quality.ts'
import { listFurniture } from './list-furniture.ts'
import type { Page } from './page.ts'
import type { PageBlock } from './page-block.ts'
import type { ArticleArea } from './read-area.ts'
import type { PageFacts } from './read-page-facts.ts'
import type { Block, Passage, Reading } from './reading.ts'
import { splitPassages } from './split-passages.ts'

export interface Findings {
  readonly facts: PageFacts
  readonly area: ArticleArea
  readonly verdict: Verdict
}

/** A lead is this long at least, and these paragraphs at most; code units. */
const MIN_LEAD_LENGTH = 200
const MAX_LEAD_BLOCKS = 3

/** Puts together what was found on a page that is an article. */
export function composeReading(page: Page, { facts, area, verdict }: Findings): Reading {
  const { metadata } = facts
  const { text, blocks } = composeText(verdict.blocks)
  const language = detectLanguage(text, metadata.language ?? page.listed.language)
  const image = absoluteImage([facts.jsonLd?.image, metadata.image], page.url)
  const links = findLinks(facts.links, text, metadata.canonicalUrl ?? page.url)
  const lead = leadOf(blocks)
  return {
    title: area.title,
    outlet: page.outlet,
    authors: area.authors,
    ...datesOf(page, facts, area),
    ...(language !== undefined && { language }),
    ...(metadata.canonicalUrl !== undefined && { canonicalUrl: metadata.canonicalUrl }),
    ...(verdict.alternateUrl !== undefined && { alternateUrl: verdict.alternateUrl }),
    ...(image !== undefined && { image }),
    text,
    ...(lead !== undefined && { lead }),
    ...(links.length > 0 && { links }),
    blocks,
    passages: splitPassages(text, blocks),
    labels: labelsOf(facts, area, verdict),
    quality: verdict.quality,
    ...(verdict.reason !== '' && { qualityReason: verdict.reason }),
    furniture: listFurniture({ page: facts.blocks, judged: area.judged, title: area.title, text }),
  }
}

function datesOf(page: Page, facts: PageFacts, area: ArticleArea): Partial<Reading> {
  const { jsonLd, metadata, blocks } = facts
  const listedAt = page.listed.publishedAt
  return findPublication({ jsonLd, metadata, headline: area.headline, page: blocks, url: page.url, listedAt }, page)
}

function labelsOf(facts: PageFacts, area: ArticleArea, verdict: Verdict): Reading['labels'] {
  const { jsonLd, metadata } = facts
  return findLabels({
    jsonLd,
    metadata,
    texts: textsOf(facts.blocks),
    headline: textsOf(area.headline),
    isTeaser: verdict.isTeaser,
  })
}

function textsOf(blocks: readonly PageBlock[]): readonly string[] {
  return blocks.map((block) => block.text)
}

/** The first paragraphs, down to where they say enough. */
function leadOf(blocks: readonly Block[]): Passage | undefined {
  const start = blocks.findIndex(({ kind }) => kind === 'paragraph')
  const first = blocks[start]
  if (first === undefined) return undefined
  let end = first.end
  for (const block of blocks.slice(start + 1, start + MAX_LEAD_BLOCKS)) {
    if (end - first.start >= MIN_LEAD_LENGTH || block.kind !== 'paragraph') break
    end = block.end
  }
  return { start: first.start, end }
}
