import type { Article } from '../article/article.ts'
import type { BlockMark } from '../article/mark-blocks.ts'
import type { ServedPage } from '../article/page.ts'
import type { Reading } from '../article/reading.ts'
import type { Feed } from '../feed/feed.ts'
import { timezoneOf } from './timezone-of.ts'

/** What a thread made of a page or of a listing. */
export type ReadOutcome =
  | { readonly kind: 'read'; readonly reading: Reading; readonly marks: readonly BlockMark[]; readonly ms: number }
  | { readonly kind: 'failed'; readonly reason: string }

/** A page's blocks, and the version of its host's memory that it was read with. */
export interface PageMarks {
  readonly host: string
  readonly marks: readonly BlockMark[]
  readonly memoryVersion: number
}

/** A page as it was served, its Content-Encoding undone. */
export interface RawPage {
  readonly url: string
  readonly contentType?: string
  readonly body: Uint8Array
}

export type PageRead =
  | { readonly kind: 'read'; readonly reading: Reading; readonly marks: PageMarks; readonly ms: number }
  | { readonly kind: 'failed'; readonly reason: string }

export interface ReadRawPagePorts {
  readonly now: () => number
  readonly feeds: () => readonly Feed[]
  readonly loadHostMemory: (
    host: string,
  ) => Promise<{ readonly version: number; readonly recurring: readonly string[] }>
  readonly readPage: (page: ServedPage) => Promise<ReadOutcome>
}

/** Reads the page of an article, with what is known of its host. */
export async function readRawPage(ports: ReadRawPagePorts, article: Article, page: RawPage): Promise<PageRead> {
  const host = hostOf(page.url)
  const { version, recurring } = await ports.loadHostMemory(host)
  const { url, body, contentType } = page
  const read = await ports.readPage({
    url,
    body,
    ...(contentType !== undefined && { contentType }),
    outlet: article.outlet,
    timezone: timezoneOf(article, ports.feeds()),
    now: ports.now(),
    listed: article.listed,
    recurring,
  })
  return read.kind === 'failed' ? read : { ...read, marks: { host, marks: read.marks, memoryVersion: version } }
}

/** The same site with and without www. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}
