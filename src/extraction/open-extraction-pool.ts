import { performance } from 'node:perf_hooks'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Listing } from '../article/article.ts'
import type { Page, ServedPage } from '../article/page.ts'
import type { ListingContext } from '../article/read-listing.ts'
import type { MarkedReading } from '../article/read-page.ts'
import type { ExtractionTask, Source } from './extraction-task.ts'

export interface ExtractionOptions {
  readonly threads: number
  /** Time for one page, in milliseconds, from the moment a thread takes it up. */
  readonly timeoutMs: number
  /** Heap of one thread, in MB. */
  readonly heapMb: number
}

export type ReadOutcome =
  | (MarkedReading & { readonly kind: 'read'; readonly ms: number })
  | { readonly kind: 'failed'; readonly reason: string }

export interface ExtractionPool extends AsyncDisposable {
  /** Never rejects for what a page is: that is an outcome. */
  read(page: Page | ServedPage): Promise<ReadOutcome>
  /** The reading made of what the feed said; its content is HTML as hostile as a page's. */
  readListing(listing: Listing, context: ListingContext): Promise<ReadOutcome>
}

/** Threads that cannot start, or never come free, must not keep a page waiting for ever. */
const MAX_WAIT_MS = 300_000
/** Left alone, V8 lets the space for new objects grow by 100 MB a thread, and reads no faster for it. */
const YOUNG_MB = 64
/** Pages that may wait per thread; each holds its HTML. */
const MAX_WAITING = 256

/**
 * Threads that read pages, one page each at a time. A page over its time or its heap ends with its thread, which is
 * replaced; the pages in other threads and in the queue notice nothing.
 */
export function openExtractionPool(options: ExtractionOptions): ExtractionPool {
  const piscina = new Piscina<ExtractionTask, MarkedReading>({
    filename: new URL('./extraction-task.ts', import.meta.url).href,
    name: 'extractionTask',
    minThreads: options.threads,
    maxThreads: options.threads,
    concurrentTasksPerWorker: 1,
    // What was loaded before this process was loaded for the threads' sake too; its other options are its own.
    execArgv: process.execArgv.filter((option) => option.startsWith('--import=')),
    // A thread asleep in Atomics.wait answers no request for its memory and no inspector.
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: options.heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
  })
  // A thread that dies between two pages is replaced; there is nobody to tell.
  piscina.on('error', () => undefined)
  // Counted here: piscina's own bound does not see tasks that carry a signal.
  let inHandCount = 0
  let isClosed = false
  async function read(source: Source): Promise<ReadOutcome> {
    if (isClosed) return { kind: 'failed', reason: 'the pool is closed' }
    if (inHandCount >= options.threads * (1 + MAX_WAITING))
      return { kind: 'failed', reason: `${inHandCount} pages are waiting to be read` }
    inHandCount += 1
    try {
      return await readInThread(piscina, source, options)
    } finally {
      inHandCount -= 1
    }
  }
  return {
    read: (page) => read({ kind: 'page', page }),
    readListing: (listing, context) => read({ kind: 'listing', listing, context }),
    [Symbol.asyncDispose]() {
      isClosed = true
      return piscina.destroy()
    },
  }
}

async function readInThread(
  piscina: Piscina<ExtractionTask, MarkedReading>,
  source: Source,
  options: ExtractionOptions,
): Promise<ReadOutcome> {
  const limit = new AbortController()
  const { port1, port2 } = new MessageChannel()
  let limitMs = MAX_WAIT_MS
  let timer = setTimeout(() => limit.abort(), limitMs)
  let startedAt = performance.now()
  port1.once('message', () => {
    startedAt = performance.now()
    limitMs = options.timeoutMs
    clearTimeout(timer)
    timer = setTimeout(() => limit.abort(), limitMs)
  })
  try {
    const marked = await piscina.run({ source, started: port2 }, { signal: limit.signal, transferList: [port2] })
    return { kind: 'read', ...marked, ms: performance.now() - startedAt }
  } catch (error) {
    return {
      kind: 'failed',
      reason: limit.signal.aborted ? `not read within ${limitMs} ms` : reasonOf(error, options),
    }
  } finally {
    clearTimeout(timer)
    port1.close()
  }
}

function reasonOf(error: unknown, options: ExtractionOptions): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return `more than ${options.heapMb} MB of memory`
  if (error instanceof RangeError) return `too deeply nested: ${error.message}`
  return error instanceof Error ? error.message : String(error)
}
