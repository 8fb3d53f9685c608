import { type BlockModel, explainBlock, scoreBlock } from './block-model.ts'
import { type JudgedBlock, judgeDoubles, judgeEmptyHeadings } from './judge-blocks.ts'
import { nameFeatures } from './name-features.ts'
import type { PageBlock } from './page-block.ts'
import type { WeighedBlock } from './weigh-blocks.ts'

/** Reasons that the model does not overrule: they are known from the words themselves. */
const CERTAIN = new Set([
  'ornament',
  'counter or time',
  'notice: generated with AI',
  'label of the page',
  'caption',
  'the title repeated',
  'breadcrumb',
  'byline',
  'dateline',
  'comments',
  'said before',
  'share buttons',
  'cookie or consent notice',
  'copyright notice',
  'page control',
  'newsletter box',
  'donation box',
  'follow box',
  'paywall offer',
  'advertisement label',
  'picture credit',
  'related headlines',
  'after the end',
  'stands on other pages of this site',
])
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
    const isArticle =
      one.row !== undefined && ((scores[at] ?? 0) >= limit || (table !== undefined && tables.has(table)))
    return one.isPicked || isArticle ? [{ block: one.block, why: isArticle ? certain(one) : reasonOf(one, model) }] : []
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

function certain({ rule }: WeighedBlock): string | undefined {
  return rule !== undefined && CERTAIN.has(rule) ? rule : undefined
}

/** A rule's reason is the plainer one; else the measures that spoke most against the block. */
function reasonOf({ rule, row }: WeighedBlock, model: BlockModel): string {
  return rule ?? nameFeatures(explainBlock(model, row ?? []))
}
