import { AGENCY_NAMES } from './agency-names.ts'

const shownByPrint = new Map(
  Object.entries(AGENCY_NAMES).flatMap(([shown, prints]) => prints.map((print) => [print, shown] as const)),
)
const MOST = 4
/** UTF-16 code units: a paragraph of nothing but a credit is short, a dateline shorter. */
const LONGEST_CREDIT = 160
const LONGEST_DATELINE = 90

const BRACKETS = /\(([^()\n]{2,60})\)/u
const LAST_BRACKETS = /\(([^()\n]{2,60})\)[\s.]*$/u
/** What stands before the first dash of a dateline: "KORVYN, 3 March /TASS/. – ", "Korvyn, AFP – ". */
const BEFORE_DASH = /^([^–—\n-]{2,80}?)\s*(?:--?|[–—])\s/u
const SLASHES = /^[^\n/]{0,60}\/([^/\n]{2,30})\//u
const SOURCE_LINE = /^\W{0,3}(?:sources?|credit|agency|quellen?|agentur|источник|джерело|źródło)\s?:\s?([^\n]{2,80})$/iu
const BYLINE = /^(?:by|von|par|автор)\s([^\n]{2,100})$/iu
const COPYRIGHT = /(?:©|\(c\)|copyright)\s?(?:(?:19|20)\d\d\s)?([^\n]{2,60})/iu
const ALONE = /^[\s«"“([—–-]*([^\s«"“([—–-][^\n]{1,40}?)[\s»"”)\].]*$/u

/** Agencies an article says it is from, by the printed credit, not by any mention; each once, in the order found. */
export function findAgencies(text: string): readonly string[] {
  const paragraphs = text.split(/\n+/).map((paragraph) => paragraph.trim())
  const found = [...paragraphs.slice(0, 2).flatMap(datelineOf), ...paragraphs.flatMap(creditsOf)]
  return [...new Set(found)].slice(0, MOST)
}

function datelineOf(paragraph: string): readonly string[] {
  return namesIn(paragraph.slice(0, LONGEST_DATELINE), [BRACKETS, BEFORE_DASH, SLASHES])
}

function creditsOf(paragraph: string): readonly string[] {
  if (paragraph.length > LONGEST_CREDIT) return namesIn(paragraph.slice(-LONGEST_DATELINE), [LAST_BRACKETS])
  return namesIn(paragraph, [SOURCE_LINE, BYLINE, COPYRIGHT, ALONE, LAST_BRACKETS])
}

/** A credit's parts are whole names: "told Reuters" is none. */
function namesIn(text: string, forms: readonly RegExp[]): readonly string[] {
  return forms.flatMap((form) => splitNames(form.exec(text)?.[1] ?? ''))
}

function splitNames(printed: string): readonly string[] {
  const parts = [printed, ...printed.split(/[/,;|&:()\d]|\s(?:and|und|et|та|и|і|with|of|the)\s/u)]
  return parts.flatMap((part) => {
    const name = part.trim().toLowerCase().replace(/^the /, '').replace(/\.$/, '')
    return shownByPrint.get(name) ?? []
  })
}
