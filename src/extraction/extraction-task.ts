import type { MessagePort } from 'node:worker_threads'
import type { Listing } from '../article/article.ts'
import { decodeText } from '../article/decode-text.ts'
import type { Page, ServedPage } from '../article/page.ts'
import { type ListingContext, readListing } from '../article/read-listing.ts'
import { type MarkedReading, readMarkedPage } from '../article/read-page.ts'

/** HTML to be read: a page, or what a feed said of one. */
export type Source =
  | { readonly kind: 'page'; readonly page: Page | ServedPage }
  | { readonly kind: 'listing'; readonly listing: Listing; readonly context: ListingContext }

export interface ExtractionTask {
  readonly source: Source
  /** Told when the thread has taken the source up: the time limit is for reading, not for waiting and starting. */
  readonly started: MessagePort
}

/** What a thread of the pool runs. */
export function extractionTask({ source, started }: ExtractionTask): MarkedReading {
  started.postMessage(undefined)
  if (source.kind === 'page') return readMarkedPage(decoded(source.page))
  return { reading: readListing(source.listing, source.context), marks: [] }
}

function decoded(page: Page | ServedPage): Page {
  return 'body' in page ? { ...page, html: decodeText(page.body, page.contentType) } : page
}
