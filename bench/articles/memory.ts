import { openExtractionPool } from '../../src/extraction/open-extraction-pool.ts'
import { listPageFiles, loadBody } from './load-corpus.ts'

/**
 * `memory.ts DIR`: the process's memory while two threads read 5,000 pages, the corpus's over and over, each held no longer than
 * the desk would hold it; `--quick`: 500.
 */
const dir = process.argv.slice(2).find((word) => !word.startsWith('-')) ?? process.env.ARTICLES_CORPUS ?? ''
const pageCount = process.argv.includes('--quick') ? 500 : 5000
const files = listPageFiles(dir, ['scrapinghub', 'fundus', 'wcxb'])
const THREADS = 2
const REPORTS = 10

if (files.length === 0) process.stdout.write('memory: skipped, since no folder with pages was given\n')
else await measure()

async function measure(): Promise<void> {
  await using pool = openExtractionPool({ threads: THREADS, timeoutMs: 60_000, heapMb: 256 })
  for (let read = 0; read < pageCount; read += THREADS) {
    const batch = Array.from({ length: THREADS }, (_, at) => files[(read + at) % files.length])
    await Promise.all(batch.map((file) => file && pool.read(servedPage(file))))
    if ((read + THREADS) % (pageCount / REPORTS) < THREADS) {
      const mb = Math.round(process.memoryUsage.rss() / 1024 / 1024)
      process.stdout.write(`${String(read + THREADS).padStart(6)} pages ${String(mb).padStart(6)} MB\n`)
    }
  }
  process.stdout.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`)
}

function servedPage(file: string) {
  const listed = { title: '', authors: [] }
  const url = 'https://news.example/story'
  return { body: loadBody(file), url, outlet: '', timezone: 'UTC', now: Date.UTC(2030, 0), listed }
}
