import type { Article } from '../article/article.ts'
import type { Quality, Reading } from '../article/reading.ts'
import type { FetchOutcome, FreshPage } from '../feed/fetch-outcome.ts'
import { type PageRead, type ReadRawPagePorts, readRawPage } from './read-raw-page.ts'

export interface TakeBetterPagePorts extends ReadRawPagePorts {
  readonly fetchPage: (request: { readonly url: string }) => Promise<FetchOutcome>
}

/** A page and what reading it came to. */
export interface ReadPage {
  readonly page: FreshPage
  readonly read: Extract<PageRead, { kind: 'read' }>
}

const RANKS: Readonly<Record<Quality, number>> = { full: 3, partial: 2, 'summary-only': 1, failed: 0 }

/** Where a page holds too little of its article and names another form of it, that one is tried once, and the better taken. */
export async function takeBetterPage(ports: TakeBetterPagePorts, article: Article, first: ReadPage): Promise<ReadPage> {
  const { quality, alternateUrl } = first.read.reading
  if (quality === 'full' || alternateUrl === undefined) return first
  const page = await ports.fetchPage({ url: alternateUrl })
  if (page.kind !== 'fresh') return first
  const read = await readRawPage(ports, article, page)
  if (read.kind === 'failed' || !isBetter(read.reading, first.read.reading)) return first
  return { page, read }
}

function isBetter(one: Reading, other: Reading): boolean {
  const ranks = RANKS[one.quality] - RANKS[other.quality]
  return ranks > 0 || (ranks === 0 && one.text.length > other.text.length)
}
