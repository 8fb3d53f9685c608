import { cutSiteName, isSiteName } from './cut-site-name.ts'
import { isLikeTitle } from './is-like-title.ts'
import { foldText, normalizeText } from './normalize-text.ts'
import { plainTitle } from './plain-title.ts'

export interface TitleSources {
  /** Texts of the page's h1 elements, in order. */
  readonly headings: readonly string[]
  /** What the page's JSON-LD says, and whether it names this page's address there. */
  readonly headline: string | undefined
  readonly isHeadlineOfThisPage?: boolean | undefined
  /** From meta elements, the most trusted first. */
  readonly metaTitles: readonly string[]
  readonly documentTitle: string
  readonly listed: string
  readonly siteNames: readonly string[]
}

/** Shorter titles are often a section's name; code units. */
const MIN_LENGTH = 15
/** What stands between a title and the name of a section; a colon is the title's own. */
const BETWEEN = /^\s*[|–—•·ㅣ»-]+\s*/
/** Search engines cut headlines at 110 characters, and so do their publishers. */
const CUT_OFF_LENGTH = 90

/**
 * The article's title without the site's name or a section glued to it. What the page states for machines comes first, since
 * a heading also carries kickers and marks of the hour; but a statement counts only when it is said of this very address, or
 * when something else on the page speaks of the same: a site's slogan does not. As printed in the heading where that says the same words.
 */
export function chooseTitle(sources: TitleSources): string {
  const headings = distinct(sources.headings.map(normalizeText), sources.siteNames)
  const bare = (title = '') => withoutSection(cutSiteName(plainTitle(title), sources.siteNames), headings)
  const stated = distinct(
    [sources.headline, ...sources.metaTitles, sources.documentTitle, sources.listed].map(bare),
    sources.siteNames,
  )
  const own = sources.isHeadlineOfThisPage === true ? bare(sources.headline) : ''
  const title = stated.find(
    (each, index) =>
      (each === own && own.length >= MIN_LENGTH) ||
      [...headings, ...stated.filter((_, at) => at !== index)].some((other) => isLikeTitle(each, other)),
  )
  if (title === undefined) return stated[0] ?? headings[0] ?? ''
  return asPrinted(withoutKicker(withoutKickers(title, headings), stated), headings)
}

function distinct(titles: readonly string[], siteNames: readonly string[]): readonly string[] {
  return titles.filter((title) => title !== '' && !isSiteName(title, siteNames))
}

/** "Ferry stays - County" where the heading is "Ferry stays", and "Sport | Ferry stays" where it is too. */
function withoutSection(title: string, headings: readonly string[]): string {
  const heading = headings.find(
    (each) =>
      (title.startsWith(each) && BETWEEN.test(title.slice(each.length))) ||
      (title.endsWith(each) && /[|»]\s*$/.test(title.slice(0, -each.length))),
  )
  return heading ?? title
}

/** "County council: Ferry stays for a year" where the page also states the title without the words before the colon. */
function withoutKicker(title: string, stated: readonly string[]): string {
  return (
    stated.find(
      (other) =>
        other.length >= MIN_LENGTH &&
        title.length > other.length &&
        title.endsWith(other) &&
        /(?::|\s[-–—/|])\s*$/.test(title.slice(0, -other.length)),
    ) ?? title
  )
}

/** "County council: Ferry stays for a year" where the heading is "Traffic - Ferry stays for a year": each has its own kicker. */
function withoutKickers(title: string, headings: readonly string[]): string {
  const rest = afterKicker(title)
  const isShared = headings.some((each) => !each.endsWith(title) && afterKicker(each) === rest)
  return isShared && rest.length >= MIN_LENGTH ? rest : title
}

function afterKicker(title: string): string {
  const mark = /(?::|\s[-–—/|])\s+/.exec(title)
  return mark === null ? '' : title.slice(mark.index + mark[0].length)
}

/** The heading where only its marks differ, or where it has all of what was cut off for machines. */
function asPrinted(title: string, headings: readonly string[]): string {
  const bare = foldText(title.replace(/\s*(?:…|\.\.\.)$/, ''))
  const isCutOff = title.length >= CUT_OFF_LENGTH || /(?:…|\.\.\.)$/.test(title)
  return (
    headings.find((heading) => foldMarks(heading) === foldMarks(title)) ??
    (isCutOff ? headings.find((heading) => foldText(heading).startsWith(bare)) : undefined) ??
    title
  )
}

/** Kinds of quotation marks and dashes are the typesetter's. */
function foldMarks(title: string): string {
  return title
    .toLowerCase()
    .replace(/[“”„«»‟″"‘’‚‹›‛′`´']/g, "'")
    .replace(/[–—-]/g, '-')
}
