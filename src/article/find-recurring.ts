import { type BlockMark, markKey } from './mark-blocks.ts'

/** One page of a host as it is remembered: its own block first. */
export type MarkedPage = readonly BlockMark[]

/** Two pages may be an article and its correction; three with texts of their own are different articles. */
const MIN_ARTICLES = 3
/** Own text of a page that counts as an article: no less than a short paragraph (code units), and this share of all it keeps. */
const MIN_OWN_LENGTH = 140
const MIN_OWN_SHARE = 0.25
/** Among an article's own paragraphs stands what the next article may well repeat: there it takes this share of them. */
const MIN_SHARE_AMONG_TEXT = 1 / 3

/** Where a block stands on one article: apart from its own text, or at which place among it. */
type Standing =
  | { readonly kind: 'apart' }
  | { readonly kind: 'among'; readonly fromStart: number; readonly fromEnd: number }

/**
 * The blocks, by their keys, that stand in the same place on different articles of one host, and so are none's. Only pages
 * with text that stands on no other page count: copies of one story under several addresses have none and prove nothing.
 */
export function findRecurring(pages: readonly MarkedPage[]): readonly string[] {
  const pageCounts = countPages(pages)
  const articles = pages.filter((page) => hasOwnText(page, pageCounts))
  const standings = new Map<string, Standing[]>()
  for (const article of articles) {
    for (const [key, standing] of standingsOn(article, pageCounts)) {
      const known = standings.get(key)
      if (known) known.push(standing)
      else standings.set(key, [standing])
    }
  }
  return [...standings].flatMap(([key, found]) => (isFurniture(found, articles.length) ? [key] : []))
}

function countPages(pages: readonly MarkedPage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const text of new Set(page.map((mark) => mark.text))) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return counts
}

function hasOwnText(page: MarkedPage, pageCounts: ReadonlyMap<string, number>): boolean {
  const kept = page.filter((mark) => mark.isKept)
  const own = lengthOf(kept.filter((mark) => pageCounts.get(mark.text) === 1))
  return own >= MIN_OWN_LENGTH && own >= lengthOf(kept) * MIN_OWN_SHARE
}

function lengthOf(marks: readonly BlockMark[]): number {
  return marks.reduce((sum, mark) => sum + mark.length, 0)
}

/** By key, how each block that enough pages share stands on this one. */
function standingsOn(page: MarkedPage, pageCounts: ReadonlyMap<string, number>): ReadonlyMap<string, Standing> {
  const ownPlaces = new Set(page.filter((m) => m.isKept && pageCounts.get(m.text) === 1).map((m) => m.place))
  const keptCount = page.filter((mark) => mark.isKept).length
  const shared = page
    .map((mark, index) => ({ mark, index }))
    .filter(({ mark }) => (pageCounts.get(mark.text) ?? 0) >= MIN_ARTICLES)
  return new Map(
    shared.map(({ mark, index }): [string, Standing] => {
      const isAmong = mark.isKept && (mark.isQuote || ownPlaces.has(mark.place))
      return [
        markKey(mark),
        isAmong ? { kind: 'among', fromStart: index, fromEnd: keptCount - index } : { kind: 'apart' },
      ]
    }),
  )
}

function isFurniture(standings: readonly Standing[], articleCount: number): boolean {
  if (standings.length < MIN_ARTICLES) return false
  const among = standings.filter((standing) => standing.kind === 'among')
  if (standings.length - among.length >= MIN_ARTICLES) return true
  const most = Math.max(
    highestCount(among.map(({ fromStart }) => fromStart)),
    highestCount(among.map(({ fromEnd }) => fromEnd)),
  )
  return most >= Math.max(MIN_ARTICLES, articleCount * MIN_SHARE_AMONG_TEXT)
}

function highestCount(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}
