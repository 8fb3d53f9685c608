import type { BlockModel } from '../../src/article/block-model.ts'
import { cleanHtml } from '../../src/article/clean-html.ts'
import { BLOCK_FEATURES } from '../../src/article/measure-blocks.ts'
import type { Page } from '../../src/article/page.ts'
import { parseDocument } from '../../src/article/parse-document.ts'
import { findSources } from '../../src/article/read-area.ts'
import { readPageFacts } from '../../src/article/read-page-facts.ts'
import { weighBlocks } from '../../src/article/weigh-blocks.ts'
import { binRows, growTrees } from './grow-trees.ts'
import { labelBlocks } from './label-blocks.ts'
import type { CorpusPage } from './load-corpus.ts'
import { wordsOf } from './score-text.ts'

/** A block whose answer is known. */
export interface Example {
  readonly site: string
  readonly row: Float32Array
  readonly isArticle: boolean
  readonly weight: number
}

/** Chosen by cross-validation; see docs/block-judge.md. */
const OPTIONS = { treeCount: 400, leafCount: 16, learningRate: 0.03, minRows: 40, lambda: 5, sample: 0.45, seed: 20 }
/** Keeps a page of few words from weighing much. */
const MIN_WORDS = 30

/** The page as the desk would read it, with nothing known of its feed. */
export function bare({ html, url }: CorpusPage): Page {
  return { html, url, outlet: '', timezone: 'UTC', now: Date.UTC(2030, 0), listed: { title: '', authors: [] } }
}

export function examplesOf(page: CorpusPage): readonly Example[] {
  const clean = cleanHtml(page.html)
  const facts = readPageFacts(parseDocument(clean.html), clean, page)
  const weighed = weighBlocks(findSources(facts, bare(page)).sources)
  const labels = labelBlocks(
    weighed.map(({ block }) => block.text),
    page.text,
  )
  const pageWords = Math.max(MIN_WORDS, wordsOf(page.text).length)
  return weighed.flatMap(({ block, row }, index) => {
    if (row === undefined) return []
    const weight = Math.sqrt((wordsOf(block.text).length + 2) / pageWords)
    return [{ site: page.site, row: Float32Array.from(row), isArticle: labels[index] ?? false, weight }]
  })
}

export function trainModel(examples: readonly Example[]): BlockModel {
  const mean = examples.reduce((sum, { weight }) => sum + weight, 0) / examples.length
  const target = {
    labels: Uint8Array.from(examples, ({ isArticle }) => Number(isArticle)),
    weights: Float64Array.from(examples, ({ weight }) => weight / mean),
    rows: Int32Array.from(examples.keys()),
  }
  const data = binRows(
    examples.map(({ row }) => row),
    BLOCK_FEATURES.length,
  )
  return { trees: growTrees(data, target, OPTIONS) }
}
