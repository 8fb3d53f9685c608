import { loadavg } from 'node:os'
import { openCopyIndex } from '../../src/story/open-copy-index.ts'
import { openStoryIndex } from '../../src/story/open-story-index.ts'
import type { ArticleTraits } from '../../src/story/story-article.ts'
import { inventArticle } from '../accuracy/invent-article.ts'
import { traitsOf } from '../accuracy/score-copies.ts'
import { seededRandom } from '../accuracy/seeded-random.ts'

/**
 * `npm run bench -- stories`: what finding copies costs an article while the window grows, and how many articles a second are
 * placed with 10,000 stories open. Of CPU time. `--quick`: the window to 100,000.
 */
const isQuick = process.argv.includes('--quick')
const SIZES = isQuick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]
const MEASURED = 2_000
const OPEN_STORIES = 10_000
const TEMPLATES = 400

const EMPTY = traitsOf('', '')

process.stdout.write(
  `load: ${loadavg()
    .map((each) => each.toFixed(1))
    .join(' ')}\n\n`,
)
measureCopies()
measureStories()

function measureCopies(): void {
  const random = seededRandom(1)
  const index = openCopyIndex()
  let size = 0
  for (const target of SIZES) {
    for (; size < target; size += 1) index.add(inventTraits(`a${size}`, random))
    const some = Array.from({ length: MEASURED }, (_, at) => inventTraits(`b${size + at}`, random))
    const us = cpuUs(() => {
      for (const traits of some) {
        index.find(traits)
        index.add(traits)
      }
    })
    size += MEASURED
    const bytes = index.byteCount() / size
    process.stdout.write(
      `${target.toLocaleString('en').padStart(10)} articles: ${(us / MEASURED).toFixed(1)} µs and ${bytes.toFixed(0)} bytes an article\n`,
    )
  }
}

function measureStories(): void {
  const random = seededRandom(2)
  const index = openStoryIndex()
  const texts = Array.from({ length: TEMPLATES }, (_, at) => traitsOf(`t${at}`, inventArticle(at + 1, 400)))
  for (let at = 0; at < OPEN_STORIES; at += 1) index.add({ storyId: `s${at}`, traits: mixed(`m${at}`, texts, random) })
  const some = Array.from({ length: MEASURED }, (_, at) => mixed(`n${at}`, texts, random))
  const us = cpuUs(() => {
    for (const traits of some) index.place([traits])
  })
  process.stdout.write(`${((MEASURED * 1e6) / us).toFixed(0)} articles a second at 10,000 open stories\n`)
}

/** Shingles alone, as many as an article of 1,000 words keeps. */
function inventTraits(articleId: string, random: () => number): ArticleTraits {
  const hashes = Uint32Array.from({ length: 128 }, () => Math.floor(random() * 2 ** 29)).sort()
  return { ...EMPTY, articleId, shingles: [...hashes], shingleCount: 1_000 }
}

/** The words of one article, the names of another, and shingles and words of its own. */
function mixed(articleId: string, texts: readonly ArticleTraits[], random: () => number): ArticleTraits {
  const text = texts[Math.floor(random() * texts.length)] ?? EMPTY
  const own = inventTraits(articleId, random)
  const words = [...new Set([...text.words.slice(0, 80), ...own.shingles.slice(0, 40), ...rareWords(random)])]
  return { ...own, words, wordCounts: words.map(() => 1), names: [...rareWords(random)] }
}

/** Forty of twenty thousand. */
function rareWords(random: () => number): readonly number[] {
  return [...new Set(Array.from({ length: 40 }, () => Math.floor(random() * 20_000)))]
}

function cpuUs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
