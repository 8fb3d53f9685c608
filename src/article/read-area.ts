import { chooseTitle } from './choose-title.ts'
import { findAuthors, looksLikeName, splitNames } from './find-authors.ts'
import { findHeadlineArea } from './find-headline-area.ts'
import { findLead } from './find-lead.ts'
import { isProse, type JudgedBlock, judgeBlocks } from './judge-blocks.ts'
import { foldText } from './normalize-text.ts'
import type { Page } from './page.ts'
import type { PageBlock } from './page-block.ts'
import { parsePrintedDate } from './parse-printed-date.ts'
import type { PageFacts } from './read-page-facts.ts'

/** The article on the page: its title and authors, the blocks around the title, and every block of the content judged. */
export interface ArticleArea {
  readonly title: string
  readonly authors: readonly string[]
  readonly headline: readonly PageBlock[]
  /** In the order of the page, the standfirst first. */
  readonly judged: readonly JudgedBlock[]
}

export function readArea(facts: PageFacts, page: Page): ArticleArea {
  const siteNames = namesOfSite(facts, page)
  const title = chooseTitle({
    headings: facts.headings,
    headline: facts.jsonLd?.headline,
    metaTitles: facts.metadata.titles,
    documentTitle: facts.metadata.documentTitle,
    listed: page.listed.title,
    siteNames,
  })
  const content = facts.content.blocks
  const headline = findHeadlineArea(
    facts.blocks,
    title,
    content.find((block) => isProse(block) && foldText(block.text) !== foldText(title))?.text,
  ).blocks
  const authors = findAuthors({
    jsonLd: facts.jsonLd?.authors ?? [],
    meta: facts.metadata.authors,
    bylines: [...facts.bylines, ...gluedBylines(headline)].slice(0, 4),
    listed: page.listed.authors,
    siteNames,
  })
  const context = { title, authors, captions: facts.captions }
  const known = new Set(content.map((block) => foldText(block.text)))
  const lead = findLead(headline, context, facts.metadata.description).filter(
    (block) => !known.has(foldText(block.text)),
  )
  const standfirst: readonly PageBlock[] = lead.map((block) => ({ ...block, kind: 'paragraph' }))
  return { title, authors, headline, judged: judgeBlocks([...standfirst, ...content], context) }
}

function namesOfSite(facts: PageFacts, page: Page): readonly string[] {
  const host = new URL(page.url).hostname.replace(/^www\./, '')
  const names = [page.outlet, facts.metadata.siteName, facts.jsonLd?.publisher, host, host.split('.').at(-2)]
  return names.filter((name) => name !== undefined)
}

/** "Khrystyna Bond , OLEH KITThursday, 12 December 2024, 19:16": names that a date is glued to or follows. */
function gluedBylines(headline: readonly PageBlock[]): readonly string[] {
  return headline.flatMap(({ text }) => {
    const date = text.length > 160 ? undefined : parsePrintedDate(text, { monthFirst: false })
    if (date === undefined) return []
    const names = splitNames(withoutWeekday(text.slice(0, date.start)))
    return names.length >= 2 && names.every(looksLikeName) ? [names.join(', ')] : []
  })
}

function withoutWeekday(text: string): string {
  return text.replace(/(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s*,?\s*$/, '')
}
