import { openExtractionPool } from '../../src/extraction/open-extraction-pool.ts'
import { loadCorpus } from './load-corpus.ts'
import { bare } from './train-model.ts'

/** `memory.ts DIR`: the process's memory while two threads read 5,000 pages, the corpus's over and over; `--quick`: 500. */
const dir = process.argv.slice(2).find((word) => !word.startsWith('-')) ?? process.env.ARTICLES_CORPUS ?? ''
const pageCount = process.argv.includes('--quick') ? 500 : 5000
const pages = [...loadCorpus(dir, ['scrapinghub', 'fundus', 'wcxb']).values()].flat()
const threads = 2

if (pages.length === 0) process.stdout.write('memory: skipped, since no folder with pages was given\n')
else await measure()

async function measure(): Promise<void> {
  await using pool = openExtractionPool({ threads, timeoutMs: 60_000, heapMb: 256 })
  for (let read = 0; read < pageCount; read += threads) {
    const batch = Array.from({ length: threads }, (_, at) => pages[(read + at) % pages.length])
    await Promise.all(batch.map((page) => page && pool.read(bare(page))))
    if ((read + threads) % (pageCount / 10) < threads) {
      const mb = Math.round(process.memoryUsage.rss() / 1024 / 1024)
      process.stdout.write(`${String(read + threads).padStart(6)} pages ${String(mb).padStart(6)} MB\n`)
    }
  }
  process.stdout.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`)
}
