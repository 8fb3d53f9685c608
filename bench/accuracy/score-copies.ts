import { compareSamples } from '../../src/story/compare-samples.ts'
import { judgeCopy } from '../../src/story/judge-copy.ts'
import { openCopyIndex } from '../../src/story/open-copy-index.ts'
import type { ArticleTraits } from '../../src/story/story-article.ts'
import { takeTraits } from '../../src/story/take-traits.ts'
import { edits } from './edit-article.ts'
import { inventArticle } from './invent-article.ts'
import { seededRandom } from './seeded-random.ts'

export const EDIT_KINDS = ['boilerplate', 'cut', 'light', 'heavy'] as const

/** Of the edited texts, the share that the index finds as made from the right one, all originals being in it. */
export function shareFound(kind: (typeof EDIT_KINDS)[number], pairCount: number): number {
  const index = openCopyIndex()
  const originals = Array.from({ length: pairCount }, (_, at) => inventArticle(at * 31 + 5, lengthOf(at)))
  originals.forEach((text, at) => {
    index.add(traitsOf(`o${at}`, text))
  })
  const found = originals.filter((text, at) => {
    const edited = traitsOf(`e${at}`, edits[kind](text, at * 17 + 3))
    return index.find(edited)?.ofArticleId === `o${at}`
  })
  return found.length / pairCount
}

/** Pairs of articles that have nothing to do with each other, taken for copies. */
export function countFalsePairs(pairCount: number, articleCount: number): number {
  const random = seededRandom(99)
  const articles = Array.from({ length: articleCount }, (_, at) =>
    traitsOf(`r${at}`, inventArticle(at * 13 + 7, lengthOf(at))),
  )
  let falseCount = 0
  for (let pair = 0; pair < pairCount; pair += 1) {
    const left = articles[Math.floor(random() * articles.length)]
    const right = articles[Math.floor(random() * articles.length)]
    if (left !== undefined && right !== undefined && left !== right && isCopy(left, right)) falseCount += 1
  }
  return falseCount
}

export function traitsOf(articleId: string, text: string): ArticleTraits {
  const passages = [{ start: 0, end: text.length }]
  return takeTraits({
    articleId,
    title: '',
    text,
    passages,
    labels: [],
    statements: [],
    language: 'en',
    firstSeenAt: 0,
  })
}

function isCopy(left: ArticleTraits, right: ArticleTraits): boolean {
  const samples = [left, right].map(({ shingles, shingleCount }) => ({ hashes: shingles, count: shingleCount }))
  const [one, other] = samples
  return one !== undefined && other !== undefined && judgeCopy(compareSamples(one, other)) !== undefined
}

/** 150 to 1,200 words. */
function lengthOf(at: number): number {
  return 150 + ((at * 7_919) % 1_051)
}
