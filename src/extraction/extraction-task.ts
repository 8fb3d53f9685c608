import type { MessagePort } from 'node:worker_threads'
import type { Page } from '../article/page.ts'
import { readPage } from '../article/read-page.ts'
import type { Reading } from '../article/reading.ts'

export interface ReadPageTask {
  readonly page: Page
  /** Told when the thread has taken the page up: the time limit is for reading, not for waiting and starting. */
  readonly started: MessagePort
}

/** What a thread of the pool runs. */
export function readPageTask({ page, started }: ReadPageTask): Reading {
  started.postMessage(undefined)
  return readPage(page)
}
