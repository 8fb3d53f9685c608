import { foldText, normalizeText } from './normalize-text.ts'

export interface TitleSources {
  /** Texts of the page's h1 elements, in order. */
  readonly headings: readonly string[]
  readonly headline: string | undefined
  /** From meta elements, the most trusted first. */
  readonly metaTitles: readonly string[]
  readonly documentTitle: string
  readonly listed: string
  readonly siteNames: readonly string[]
}

const SEPARATOR = /\s+[|–—»«·•:-]+\s+|\s*\|\s*|\s+::\s+/g
const TAGS = /<[^>]{1,200}>/g

/**
 * The article's title without the site's name or a section glued to it. The heading on the page is what readers see, but a
 * page has headings that are not its title: one counts when something else on the page says the same.
 */
export function chooseTitle(sources: TitleSources): string {
  const stated = [sources.headline, ...sources.metaTitles, sources.documentTitle, sources.listed]
    .filter((title) => title !== undefined)
    .map((title) => withoutSite(normalizeText(title.replace(TAGS, '')), sources.siteNames))
    .filter((title) => title !== '')
  const headings = sources.headings.map(normalizeText).filter((heading) => heading !== '')
  const confirmed = headings.find((heading) => stated.some((title) => foldText(title) === foldText(heading)))
  if (confirmed !== undefined) return confirmed
  const unglued = stated.find((title) => headings.some((heading) => isGlued(heading, title)))
  if (unglued !== undefined) return unglued
  return partOf(headings, stated) ?? stated[0] ?? headings[0] ?? ''
}

/** A heading that is the whole of what one of the stated titles begins or ends with. */
function partOf(headings: readonly string[], stated: readonly string[]): string | undefined {
  return headings.find(
    (heading) => heading.length >= 15 && stated.some((title) => foldText(title).includes(foldText(heading))),
  )
}

/** "NewsMinister resigns": a section's name and the title with nothing between them. */
function isGlued(heading: string, title: string): boolean {
  return (
    title.length >= 15 &&
    heading.length > title.length &&
    heading.length - title.length <= 40 &&
    heading.endsWith(title)
  )
}

/** Cuts "| Site name" and "Site name:" off; a part is the site's when it is one of its names. */
function withoutSite(title: string, siteNames: readonly string[]): string {
  const names = siteNames.map(foldSite).filter((name) => name !== '')
  let rest = title
  for (let cuts = 0; cuts < 3; cuts += 1) {
    const cut = withoutOnePart(rest, names)
    if (cut === rest) return rest
    rest = cut
  }
  return rest
}

function withoutOnePart(title: string, names: readonly string[]): string {
  const separators = [...title.matchAll(SEPARATOR)]
  const last = separators.at(-1)
  const first = separators[0]
  if (last === undefined || first === undefined) return title
  const tail = foldSite(title.slice(last.index + last[0].length))
  if (isSiteName(tail, names)) return title.slice(0, last.index).trim()
  return isSiteName(foldSite(title.slice(0, first.index)), names)
    ? title.slice(first.index + first[0].length).trim()
    : title
}

function isSiteName(part: string, names: readonly string[]): boolean {
  return (
    part !== '' &&
    names.some((name) => name === part || (part.length >= 4 && (part.startsWith(name) || name.startsWith(part))))
  )
}

/** Sites are written with and without spaces, dots and "the". */
function foldSite(name: string): string {
  return foldText(name)
    .replace(/^(?:the|www) /, '')
    .replaceAll(' ', '')
}
