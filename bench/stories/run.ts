import { loadavg } from 'node:os'
import { openCopyIndex } from '../../src/story/open-copy-index.ts'
import { openStoryIndex } from '../../src/story/open-story-index.ts'
import { seededRandom } from '../accuracy/seeded-random.ts'
import { inventNews } from './invent-news.ts'
import { inventSample } from './invent-sample.ts'

/**
 * `npm run bench -- stories`: what finding copies costs an article while the window grows, and how many articles a second are
 * placed with 10,000 stories open. Of CPU time; beside it, what reading the same traits from JSON takes. `--quick`: the window
 * to 100,000.
 */
const SIZES = process.argv.includes('--quick') ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]
const MEASURED = 2_000
const OPEN_STORIES = 10_000
/** Of the articles placed, so many tell of an event that has its story. */
const ONE_IN_KNOWN = 2

print(
  `load: ${loadavg()
    .map((each) => each.toFixed(1))
    .join(' ')}\n`,
)
measureCopies()
measureStories()

function measureCopies(): void {
  const random = seededRandom(1)
  const index = openCopyIndex()
  let size = 0
  for (const target of SIZES) {
    for (; size < target - MEASURED; size += 1) index.add(inventSample(`a${size}`, random))
    const some = Array.from({ length: MEASURED }, (_, at) => inventSample(`a${size + at}`, random))
    const us = cpuUs(() => {
      for (const sample of some) {
        index.find(sample)
        index.add(sample)
      }
    })
    size += MEASURED
    const cost = `${(us / MEASURED).toFixed(1)} µs and ${(index.byteCount() / size).toFixed(0)} bytes an article`
    print(`${target.toLocaleString('en').padStart(10)} articles in the window: ${cost}`)
  }
}

function measureStories(): void {
  const news = inventNews()
  const index = openStoryIndex()
  for (let at = 0; at < OPEN_STORIES; at += 1) index.add({ storyId: `s${at}`, traits: news.articleOf(at, `m${at}`) })
  const some = Array.from({ length: MEASURED }, (_, at) => {
    const event = at % ONE_IN_KNOWN === 0 ? at : OPEN_STORIES + at
    return { event, traits: news.articleOf(event, `n${at}`) }
  })
  let rightCount = 0
  const us = cpuUs(() => {
    for (const { event, traits } of some) {
      const [placed] = index.place([traits])
      if (event < OPEN_STORIES ? placed?.storyId === `s${event}` : placed?.isNewStory === true) rightCount += 1
    }
  })
  const stored = some.map(({ traits }) => JSON.stringify(traits))
  const readUs = cpuUs(() => {
    for (const each of stored) JSON.parse(each)
  })
  print(
    `${((MEASURED * 1e6) / us).toFixed(0)} articles a second at 10,000 open stories, ${rightCount} of ${MEASURED} right`,
  )
  print(`placing one takes ${(us / readUs).toFixed(1)} times as long as reading its traits from JSON`)
}

function cpuUs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
