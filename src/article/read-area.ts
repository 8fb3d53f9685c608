import type { BlockModel } from './block-model.ts'
import { BLOCK_MODEL } from './block-model-data.ts'
import { chooseTitle } from './choose-title.ts'
import { findAuthors, looksLikeName, splitNames } from './find-authors.ts'
import { findHeadlineArea } from './find-headline-area.ts'
import { findLead } from './find-lead.ts'
import { isProse, type JudgedBlock } from './judge-blocks.ts'
import { judgePage } from './judge-page.ts'
import { foldText } from './normalize-text.ts'
import type { Page } from './page.ts'
import type { PageBlock } from './page-block.ts'
import { parsePrintedDate } from './parse-printed-date.ts'
import type { PageFacts } from './read-page-facts.ts'
import { type BlockSources, weighBlocks } from './weigh-blocks.ts'
import { withoutOtherArticles } from './without-other-articles.ts'

/** The article on the page: its title and authors, the blocks around the title, and every block that may be its text judged. */
export interface ArticleArea {
  readonly title: string
  readonly authors: readonly string[]
  readonly headline: readonly PageBlock[]
  /** In the order of the page. */
  readonly judged: readonly JudgedBlock[]
}

/** What is known beside the page. */
export interface AreaKnowledge {
  /** Folded texts of the blocks that the host's other pages have too. */
  readonly recurring?: ReadonlySet<string>
  readonly model?: BlockModel
}

/** An article that names more people prints them in one line. */
const MAX_BYLINES = 16

export function readArea(facts: PageFacts, page: Page, known: AreaKnowledge = {}): ArticleArea {
  const { title, authors, headline, sources } = findSources(facts, page, known.recurring)
  const standfirst = new Set(sources.standfirst.map(({ text }) => text))
  const judged = judgePage(weighBlocks(sources), known.model ?? BLOCK_MODEL).map(
    ({ block, why }): JudgedBlock => ({ block: standfirst.has(block.text) ? asParagraph(block) : block, why }),
  )
  return { title, authors, headline, judged }
}

export interface AreaSources extends Omit<ArticleArea, 'judged'> {
  /** What the blocks are judged by. */
  readonly sources: BlockSources
}

/** Everything about the article on the page but which blocks are its text. */
export function findSources(facts: PageFacts, page: Page, recurring: ReadonlySet<string> = new Set()): AreaSources {
  const siteNames = namesOfSite(facts, page)
  const title = chooseTitle({
    headings: facts.headings,
    headline: facts.jsonLd?.headline,
    isHeadlineOfThisPage: facts.jsonLd?.isOfThisPage,
    metaTitles: facts.metadata.titles,
    documentTitle: facts.metadata.documentTitle,
    listed: page.listed.title,
    siteNames,
  })
  const content = withoutOtherArticles(facts.content.blocks, facts.blocks, title)
  const headline = findHeadlineArea(
    facts.blocks,
    title,
    content.find((block) => isProse(block) && foldText(block.text) !== foldText(title))?.text,
  ).blocks
  const authors = findAuthors({
    jsonLd: facts.jsonLd?.authors ?? [],
    meta: facts.metadata.authors,
    bylines: [...facts.bylines.map(withoutDate), ...gluedBylines(headline)].slice(0, MAX_BYLINES),
    listed: page.listed.authors,
    siteNames,
  })
  const context = { title, authors, captions: facts.captions, recurring }
  const description = facts.metadata.description ?? ''
  const articleBody = facts.jsonLd?.articleBody ?? ''
  const blocks = withoutOtherArticles(facts.blocks, facts.blocks, title)
  const standfirst = findLead(headline, context, facts.metadata.description)
  return { title, authors, headline, sources: { page: blocks, content, standfirst, context, description, articleBody } }
}

function asParagraph(block: PageBlock): PageBlock {
  return { ...block, kind: 'paragraph' }
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

/** What stands before the date that a byline ends with, or behind one that it begins with. */
function withoutDate(byline: string): string {
  const date = parsePrintedDate(byline, { monthFirst: false })
  if (date === undefined) return byline
  const before = withoutWeekday(byline.slice(0, date.start)).trim()
  return before === '' ? byline.slice(date.end).replace(/^[\s|,·–-]+/, '') : before
}

function withoutWeekday(text: string): string {
  return text.replace(/(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s*,?\s*$/, '')
}
