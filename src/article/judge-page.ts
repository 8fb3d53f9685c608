import { type BlockModel, explainBlock, scoreBlock } from './block-model.ts'
import { type JudgedBlock, judgeDoubles, judgeEmptyHeadings } from './judge-blocks.ts'
import { nameFeatures } from './name-features.ts'
import type { PageBlock } from './page-block.ts'
import type { WeighedBlock } from './weigh-blocks.ts'

/** Reasons that the model never overrules: they are known from the words themselves. */
const CERTAIN = new Set([
  'ornament',
  'counter or time',
  'notice: generated with AI',
  'label of the page',
  'the title repeated',
  'breadcrumb',
  'byline',
  'dateline',
  'comments',
  'share buttons',
  'cookie or consent notice',
  'copyright notice',
  'page control',
  'donation box',
  'follow box',
  'advertisement label',
  'stands on other pages of this site',
])
/** Reasons that it overrules where a block is long and it is surer than this: articles have such paragraphs too. */
const LIKELY = new Set([
  'caption',
  'said before',
  'newsletter box',
  'paywall offer',
  'picture credit',
  'related headlines',
  'after the end',
])
const SURE_SCORE = 0.6
/** Code units. */
const MIN_LENGTH = 80
/** A row of a table stays with the other rows, but not when it is as good as certain to be none of the article's. */
const MIN_ROW_SCORE = 0.05
/** On a page where nothing looks much like an article, what looks most like one is the best there is. */
const SHARE_OF_BEST = 0.6

/** The blocks that the article may be made of, each judged: what Readability took, and what the model adds to it. */
export function judgePage(weighed: readonly WeighedBlock[], model: BlockModel): readonly JudgedBlock[] {
  const scores = weighed.map(({ row }) => (row === undefined ? 0 : scoreBlock(model, row)))
  const best = weighed.reduce((most, { rule }, at) => (rule === undefined ? Math.max(most, scores[at] ?? 0) : most), 0)
  const limit = Math.min(model.threshold, best * SHARE_OF_BEST)
  const tables = new Set(weighed.filter((_, at) => (scores[at] ?? 0) >= limit).map(({ block }) => tableOf(block)))
  const seen = weighed.flatMap((one, at) => {
    const table = tableOf(one.block)
    const score = scores[at] ?? 0
    const isWithOthers = table !== undefined && tables.has(table) && score >= MIN_ROW_SCORE
    const isArticle = one.row !== undefined && (score >= limit || isWithOthers)
    return one.isPicked || isArticle
      ? [{ block: one.block, why: isArticle ? standing(one, score) : reasonOf(one, model) }]
      : []
  })
  const blocks = seen.map(({ block }) => block)
  const whys = seen.map(({ why }) => why)
  judgeDoubles(blocks, whys)
  judgeEmptyHeadings(blocks, whys)
  return blocks.map((block, index) => ({ block, why: whys[index] }))
}

/** The number of the table that a block is a row of: rows stay together. */
function tableOf({ kind, path, ids }: PageBlock): number | undefined {
  return kind === 'table-row' ? ids[path.lastIndexOf('table')] : undefined
}

/** The rule's reason, where it stands against what the model says. */
function standing({ block, rule }: WeighedBlock, score: number): string | undefined {
  if (rule === undefined || CERTAIN.has(rule)) return rule
  const isOverruled = score >= SURE_SCORE && block.text.length >= MIN_LENGTH
  return LIKELY.has(rule) && !isOverruled ? rule : undefined
}

/** A rule's reason is the plainer one; else the measures that spoke most against the block. */
function reasonOf({ rule, row }: WeighedBlock, model: BlockModel): string {
  return rule ?? nameFeatures(explainBlock(model, row ?? []))
}
