import type { MessagePort } from 'node:worker_threads'
import type { Listing } from '../article/article.ts'
import type { Page } from '../article/page.ts'
import { type ListingContext, readListing } from '../article/read-listing.ts'
import { readPage } from '../article/read-page.ts'
import type { Reading } from '../article/reading.ts'

/** HTML to be read: a page, or what a feed said of one. */
export type Source =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'listing'; readonly listing: Listing; readonly context: ListingContext }

export interface ExtractionTask {
  readonly source: Source
  /** Told when the thread has taken the source up: the time limit is for reading, not for waiting and starting. */
  readonly started: MessagePort
}

/** What a thread of the pool runs. */
export function extractionTask({ source, started }: ExtractionTask): Reading {
  started.postMessage(undefined)
  return source.kind === 'page' ? readPage(source.page) : readListing(source.listing, source.context)
}
